import Domain
import Foundation
import Storage
import TestSupport
import Testing

@Suite("A file on its way")
struct AttachmentPartsTests {
  private static let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 * 7 + ($0 >> 8)) }
  /// As sha256sum says.
  private static let sha256 =
    Digest("55af394c980c7a7fb68aa904c4afdd93d76e5f826487105fc06f92a25bab8cbe") ?? .zero

  private static func send(
    _ file: OfficeFile, from start: Int, _ count: Int, total: Int = bytes.count
  ) throws -> PieceOutcome {
    try file.keep(
      Array(bytes[start..<min(start + count, bytes.count)]), of: sha256, at: start, total: total)
  }

  @Test("is whole with its last piece, however often and from whomever each came")
  func whole() throws {
    let office = try SampleOffice()
    let file = office.file
    #expect(try Self.send(file, from: 0, 40_000) == .kept(40_000))
    #expect(try Self.send(file, from: 0, 40_000) == .elsewhere(40_000))
    #expect(try Self.send(file, from: 50_000, 10) == .elsewhere(40_000))
    #expect(!file.hasAttachment(Self.sha256) && file.partBytes(Self.sha256) == 40_000)
    let again = try OfficeFile(opening: file.path, options: SampleOffice.options)
    #expect(try Self.send(again, from: 40_000, 60_000) == .whole)
    #expect(try Self.send(file, from: 0, 10) == .whole)
    #expect(file.hasAttachment(Self.sha256) && file.partBytes(Self.sha256) == 0)
    #expect(file.attachmentsHere() == [Self.sha256: 100_000])
    #expect(try file.piece(of: Self.sha256, from: 0, atMost: 1 << 20) == Self.bytes)
    #expect(try file.piece(of: Self.sha256, from: 99_990, atMost: 64) == Array(Self.bytes.suffix(10)))
    #expect(try file.piece(of: Self.sha256, from: 100_000, atMost: 64).isEmpty)
  }

  @Test("is forgotten when all has come and it is another one, or when more comes than it has")
  func other() throws {
    let office = try SampleOffice()
    let file = office.file
    #expect(try file.keep([1, 2, 3], of: Self.sha256, at: 0, total: 3) == .otherBytes)
    #expect(!file.hasAttachment(Self.sha256) && file.partBytes(Self.sha256) == 0)
    #expect(try Self.send(file, from: 0, 50_000) == .kept(50_000))
    #expect(try Self.send(file, from: 50_000, 50_000, total: 99_999) == .otherBytes)
    #expect(file.attachmentsHere().isEmpty)
    #expect(try Self.send(file, from: 0, 100_000) == .whole)
  }

  @Test("is finished by whoever comes after a crash between its last byte and its name")
  func crash() throws {
    let office = try SampleOffice()
    let file = office.file
    #expect(try Self.send(file, from: 0, 10) == .kept(10))
    let part = file.attachmentPath(Self.sha256).replacing(
      "\(Self.sha256)", with: ".\(Self.sha256).incoming")
    try Data(Self.bytes).write(to: URL(filePath: part))
    #expect(try file.keep([], of: Self.sha256, at: 100_000, total: 100_000) == .whole)
  }

  @Test("is told by the ledger, and one that another console attached is awaited and no problem")
  func ledger() throws {
    let office = try SampleOffice()
    let order = WorkOrder.ID(high: 4, low: 1)
    let request = WorkRequest(
      id: WorkRequest.ID(high: 7, low: 1), words: "no heat", urgency: .today, source: .phone,
      receivedAt: SampleOffice.start)
    try office.submit(
      .logWorkOrder(
        LogWorkOrder(
          LoggedWork(
            id: order, number: 20_001, request: request, receivedAt: SampleOffice.start, summary: "no heat",
            priority: .p2))))
    let attach = Command.attachFile(
      order, AttachFile(sha256: Self.sha256, name: "plan.pdf", type: "application/pdf", bytes: 100_000))
    #expect(try office.file.attachedBytes(Self.sha256) == nil)
    let stamp = Stamp(
      by: SampleOffice.owner, at: SampleOffice.start, console: ConsoleID(high: 66, low: 1))
    try office.file.submit(Submission(id: Submission.ID(high: 3, low: 3), stamp: stamp, commands: [attach]))
    #expect(try office.file.attachedBytes(Self.sha256) == 100_000)
    #expect(try office.file.attachedBytes(.zero) == nil)
    let report = try office.file.check()
    #expect(report.problems == [] && report.awaited == 1)
    #expect(try Self.send(office.file, from: 0, 100_000) == .whole)
    #expect(try office.file.check().awaited == 0)
    try office.file.rebuild()
    #expect(try office.file.attachedBytes(Self.sha256) == 100_000)
    #expect(try office.file.check().problems == [])
  }
}
