import Domain
import GRDB
import Sync

/// The connections to a file whose format was found good, and who the file says it is.
struct OpenedFile {
  let reader: DatabaseQueue
  let writer: DatabaseQueue?
  let identity: FileIdentity
  let membership: Membership?
  let wasCreatedUnderClock: Bool
  /// A sandbox's own time.
  let clock: SandboxClock?
  /// Why nothing can be written to it; nil when something can, as far as its rights say.
  let obstacle: Failure.Code?

  init(_ path: String, _ options: FileOptions) throws {
    if Path.canWrite(path) { Path.openCompanions(of: path) }
    // The reading connection looks first: a file of a newer version must not even see our writer.
    let (reader, unchanging) = try Connection.readingAnywhere(path, options)
    // SQLite opens a file that may only be read as such without a word; the first write would tell.
    let obstacle = unchanging ?? (Path.canWrite(path) ? nil : .readOnly)
    try reader.read { try Schema.inspect($0, path: path) }
    self.reader = reader
    self.obstacle = obstacle
    writer = obstacle != nil ? nil : try OpenedFile.openWriter(path, options)
    guard let found = try reader.read({ try FileIdentityRow($0) }) else {
      throw StorageError.damaged(path: path, detail: "it does not say whose it is")
    }
    identity = found.identity
    membership = try reader.read { try Membership.read($0) }
    wasCreatedUnderClock = found.wasCreatedUnderClock
    clock = try reader.read { try Sandbox.read($0)?.clock }
  }

  /// Nothing when the disk does not let us write: reading goes on, and each write tries again.
  private static func openWriter(_ path: String, _ options: FileOptions) throws -> DatabaseQueue? {
    if options.isReadOnly { return nil }
    do {
      let queue = try Connection.writing(path, options)
      try queue.writeWithoutTransaction { db in
        guard try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 < Schema.version else { return }
        try db.inTransaction(.immediate) {
          try Schema.migrate(db)
          return .commit
        }
      }
      return queue
    } catch {
      switch StorageError(error, path: path).failure.code {
      case .readOnly, .cannotOpen, .diskFull: return nil
      case .officeExists, .fileExists, .noOffice, .cannotRead, .cannotWrite, .busy, .damaged, .newerFile,
        .exposedFile,
        .ledgerBroken, .clockMismatch, .noTerminal, .realOffice, .otherDay, .beingPlayed, .fileGone,
        .notAnOffice, .joined, .parted, .notJoined, .unreachable, .notLetIn, .codeNotTaken, .tooManyConsoles,
        .officeCannotWrite, .turnedAway, .cannotListen, .cannotConfine,
        .unknownAccount, .earlierHistory, .badCertificate, .certificateExpired, .certificateOtherHost,
        .certificateUntrusted:
        throw error
      }
    }
  }
}

/// The rows that say whose a file is.
struct FileIdentityRow {
  let identity: FileIdentity
  let wasCreatedUnderClock: Bool

  init?(_ db: Database) throws {
    guard let row = try Row.fetchOne(db, sql: "SELECT log, console, under_clock FROM identity"),
      let log: Identifier<FileIdentity> = row.identifier(0), let console: ConsoleID = row.identifier(1)
    else { return nil }
    guard let epoch = try OfficeFile.epochs(db).last?.id else { return nil }
    identity = FileIdentity(log: log, epoch: epoch, console: console)
    wasCreatedUnderClock = row.integer(2) != 0
  }
}
