import Domain
import HTTPTypes
import HummingbirdTesting
import Storage
import Sync
import TestSupport
import Testing

@testable import OfficeServer

@Suite("What is open of what one console was refused")
struct OpenConflictsTests {
  private static let owner = Person.ID(high: 7, low: 1)

  /// Has a console claim orders that nobody has, by its numbers; what the office answers.
  private static func push(
    _ numbers: ClosedRange<Int>, from desk: Int, to served: ServedFile
  ) async throws -> HTTPResponse.Status {
    let commands = try numbers.map { number in
      let order = WorkOrder.ID(high: 44 + UInt64(desk), low: UInt64(number))
      let submission = Submission(
        id: Submission.ID(high: 70 + UInt64(desk), low: UInt64(number)),
        stamp: Stamp(by: ServedFile.people[desk], at: ServedFile.start, console: ServedFile.consoles[desk]),
        commands: [.claimWorkOrder(order, ClaimWorkOrder(true, replacing: nil))])
      return try WaitingCommand(submission, count: number, answered: 0)
    }
    let push = Push(log: ServedFile.identity.log, epoch: ServedFile.identity.epoch, commands: commands)
    return try await served.ask(
      .post, "/v2/push", authorization: "Bearer token-\(desk)", body: CompactEncoder().encode(push)
    ).status
  }

  @Test("has an end: nothing more is taken of it until some is settled, and others go on", .verifies("UX-06"))
  func limit() async throws {
    let served = try ServedFile()
    var open: [Conflict] { served.file.state.office.openConflicts }
    #expect(try await Self.push(1...199, from: 0, to: served) == .ok)
    #expect(try await Self.push(200...200, from: 0, to: served) == .ok)
    #expect(open.count == 200)
    let entries = served.file.state.seq
    #expect(try await Self.push(201...201, from: 0, to: served) == .tooManyRequests)
    #expect(served.file.state.seq == entries && open.count == 200)
    #expect(try await Self.push(1...1, from: 1, to: served) == .ok)
    #expect(open.count == 201)
    let first = try #require(open.first { $0.console == ServedFile.consoles[0] })
    try served.file.submit(
      Submission(
        id: Submission.ID(high: 78, low: 1),
        stamp: Stamp(by: Self.owner, at: ServedFile.start, console: ServedFile.identity.console),
        commands: [.settleConflict(SettleConflict(first.id, .keep))]))
    #expect(try await Self.push(201...201, from: 0, to: served) == .ok)
    #expect(try await Self.push(202...202, from: 0, to: served) == .tooManyRequests)
  }
}
