import Domain
import Foundation
import Storage
import Sync

/// The folder of a run whose office and consoles are files; it goes with the run.
final class FileShelf {
  private let folder: String
  private var made = 0
  let options: FileOptions

  init(clock: SimulatedClock, fresh: @escaping @Sendable () -> Submission.ID) throws {
    folder = NSTemporaryDirectory() + "callout-simulation-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var options = FileOptions(clock: { clock.now }, synchronous: .normal)
    options.freshSubmission = fresh
    self.options = options
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path() -> String {
    made += 1
    return folder + "/\(made).db"
  }

  /// What lies on the disk of a file in the middle of whatever is done with it, opened as after a crash.
  func opened(copyOf file: OfficeFile) throws -> OfficeFile {
    let path = path()
    for ending in ["", "-wal"] where FileManager.default.fileExists(atPath: file.path + ending) {
      try FileManager.default.copyItem(atPath: file.path + ending, toPath: path + ending)
    }
    return try OfficeFile(opening: path, options: options)
  }
}

/// An office in a file.
final class FileOffice: OfficeDisk {
  private let file: OfficeFile
  private let shelf: FileShelf

  init(_ file: OfficeFile, on shelf: FileShelf) {
    self.file = file
    self.shelf = shelf
  }

  deinit { file.close() }

  var office: Office { file.state.office }
  var epochs: [Epoch] { get throws { try whole().epochs } }
  var entries: [SealedEntry] { get throws { try whole().entries } }

  private func whole() throws -> Page {
    let all = MessageLimit(items: .max, bytes: .max)
    guard case .page(let page) = try file.page(of: SmallOffice.log, after: .beginning, atMost: all) else {
      throw LogFault.otherLog
    }
    return page
  }

  func append<Answer: Sendable>(
    to log: LogID, _ body: (inout any OpenLog) throws -> Answer
  ) throws -> Answer {
    try file.append(to: log, body)
  }

  func page(of log: LogID, after cursor: LogCursor, atMost limit: MessageLimit) throws -> PullAnswer {
    try file.page(of: log, after: cursor, atMost: limit)
  }

  func snapshot(_ request: SnapshotRequest, for caller: Registrar) throws -> SnapshotAnswer {
    try file.snapshot(request, for: caller)
  }

  func restored(epoch: EpochID) throws -> any OfficeDisk {
    let (backup, path) = (shelf.path(), shelf.path())
    try file.backup(to: backup)
    try OfficeFile.restore(from: backup, to: path, epoch: epoch, options: shelf.options)
    return FileOffice(try OfficeFile(opening: path, options: shelf.options), on: shelf)
  }

  func noteSettled(_ console: ConsoleID) throws {
    let now = file.now
    try file.noteSeen(console, ConsoleWord(clock: now, version: nil, has: 0, settledAt: now))
  }

  func afterCrash() throws -> any OfficeDisk { FileOffice(try shelf.opened(copyOf: file), on: shelf) }
  func problems() throws -> [String] { try file.check().problems }
}

/// A console in a file.
final class FileConsole: ConsoleDisk {
  private let file: OfficeFile
  private let shelf: FileShelf

  init(_ file: OfficeFile, on shelf: FileShelf) {
    self.file = file
    self.shelf = shelf
  }

  deinit { file.close() }

  var id: ConsoleID { get throws { try file.console() } }
  var confirmed: Office { file.state.office }
  var predicted: Office { file.state.office }
  func takeNumber() throws -> Int? { try file.takeNumber() }

  func give(_ submission: Submission) throws {
    do { try file.submit(submission) } catch .refused(let refusal) { throw refusal }
  }

  func standing() throws -> Standing { try file.standing() }
  func waiting(from count: Int, atMost limit: MessageLimit) throws -> [WaitingCommand] {
    try file.waiting(from: count, atMost: limit)
  }
  func confirm(_ page: Page) throws -> Standing { try file.confirm(page) }
  func cursor(at seq: Int) throws -> LogCursor? { try file.cursor(at: seq) }
  func goBack(to ground: CommonGround) throws -> Standing { try file.goBack(to: ground) }
  func snapshotRequest() throws -> SnapshotRequest { try file.snapshotRequest() }
  func take(_ answer: SnapshotAnswer, to request: SnapshotRequest) throws -> Standing? {
    try file.take(answer, to: request)
  }
  func become(_ console: ConsoleID) throws -> Standing { try file.become(console) }

  func copied() throws -> any ConsoleDisk { FileConsole(try shelf.opened(copyOf: file), on: shelf) }
  func afterCrash() throws -> any ConsoleDisk { try copied() }
  func problems() throws -> [String] { try file.check().problems }
}
