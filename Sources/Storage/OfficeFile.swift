public import Domain
import GRDB
import Glibc
import Sync
import Synchronization

/// One console's file: the ledger, its fold in rows, and what is local to this console.
///
/// Usable from any thread; every call blocks until it is done. One connection writes, one answers questions
/// and notices what other processes commit; the state is a value that anybody may keep.
public final class OfficeFile: Sendable {
  public let path: String
  public let identity: FileIdentity
  let options: FileOptions
  let wasCreatedUnderClock: Bool
  /// The file that was opened: what is written to one that has been removed is lost.
  let opened: Path.FileNumber?
  /// Why it is open for reading alone: it was asked for so, or the disk was read-only or full when it was opened.
  let obstacle: Mutex<Failure.Code?>
  /// The office that this console has joined; nil for an office's own file.
  public let membership: Membership?
  /// The reading connection; nothing once the file is closed.
  let reader: Mutex<DatabaseQueue?>
  /// The writing connection; nothing after an error that makes it doubtful, until it is opened anew.
  let writer: Mutex<DatabaseQueue?>
  let memory: Mutex<Memory>
  /// What was predicted last, at a joined console.
  let predicted = Mutex(LastPrediction())
  /// Held by the one process of a joined console that keeps the line to the office.
  let heldLine = Mutex<Int32?>(nil)
  /// The place that a console takes at the desk.
  let heldDesk = Mutex<Int32?>(nil)
  /// What it signs with, at an office that consoles may join.
  let signing = Mutex<OfficeKey?>(nil)
  /// Snapshots that consoles are fetching.
  let snapshots = Mutex(SnapshotShelf())
  /// Held by the one process that plays into a sandbox.
  let playLock = Mutex<Int32?>(nil)
  /// The file's own time, where it is a sandbox.
  let playedClock = Mutex<SandboxClock?>(nil)
  /// What a joined console has measured of the office's clock and its own.
  let measuredClock = Mutex<MeasuredClock?>(nil)
  /// Whoever still comes after the end gets an error, and no connection is opened anew for it.
  let isClosed = Atomic(false)

  struct Memory: Sendable {
    /// What people see: at a joined console with all that waits.
    var state: OfficeState
    /// The same without what waits.
    var confirmed: OfficeState
    /// `PRAGMA data_version` of the reading connection when the state was last compared with the file.
    var seenVersion: Int
  }

  /// Opens an office's file and loads its running day.
  ///
  /// A file that is not there, that others can reach, that is damaged or that a newer version wrote is
  /// refused, and left as it is. On a read-only disk the file opens for reading.
  public init(opening path: String, options: FileOptions) throws(StorageError) {
    guard try Path.mode(of: path) != nil else { throw .noOffice(path: path) }
    try Path.refuseOther(path)
    try Path.refuseExposed(path)
    self.path = path
    self.options = options
    let opened = try translating(path) { try OpenedFile(path, options) }
    self.opened = Path.file(at: path)
    reader = Mutex(opened.reader)
    writer = Mutex(opened.writer)
    identity = opened.identity
    membership = opened.membership
    wasCreatedUnderClock = opened.wasCreatedUnderClock
    obstacle = Mutex(options.isReadOnly ? .readOnly : opened.obstacle)
    let state = OfficeState(office: .unfounded, seq: 0, head: .zero)
    memory = Mutex(Memory(state: state, confirmed: state, seenVersion: -1))
    playedClock.withLock { $0 = opened.clock }
    if options.loadsState, opened.writer != nil { foldAnewIfOlder() }
    if options.loadsState { try load() }
    if opened.writer != nil { finishErasingIfPossible() }
  }

  /// Gives up the connections and the lock; every call after it fails.
  public func close() {
    isClosed.store(true, ordering: .releasing)
    Self.letGo(of: heldLine)
    Self.letGo(of: heldDesk)
    Self.letGo(of: playLock)
    // The writer last: only a connection that may write folds the log into the database when it closes.
    reader.withLock { OfficeFile.close(&$0) }
    writer.withLock { OfficeFile.close(&$0) }
  }

  /// What was committed is on the disk already: nothing is lost with a connection that cannot be closed.
  static func close(_ queue: inout DatabaseQueue?) {
    let open = queue
    queue = nil
    do { try open?.close() } catch { return }
  }

  deinit { close() }
}

extension OfficeFile {
  /// The state as last loaded, submitted or refreshed.
  public var state: OfficeState { memory.withLock { $0.state } }

  /// The number of the last entry in the file, whatever has been loaded of it; 0 before the first.
  public func lastEntry() throws(StorageError) -> Int { try read { try OfficeFile.head($0).seq } }

  /// The same without what waits for the office's answer.
  var confirmed: OfficeState { memory.withLock { $0.confirmed } }

  /// The epochs of the ledger, in order.
  static func epochs(_ db: Database) throws -> [Epoch] {
    try Row.fetchAll(try db.cachedStatement(sql: "SELECT first, id FROM epochs ORDER BY first")).compactMap {
      row in row.identifier(1).map { Epoch(first: row.integer(0), id: $0) }
    }
  }

  /// Answers a question from one snapshot of the file.
  func read<Value>(_ body: (Database) throws -> Value) throws(StorageError) -> Value {
    var result: Result<Value, StorageError>?
    reader.withLock { queue in
      guard let queue else { return }
      do throws(StorageError) {
        result = .success(try translating(path) { try queue.read(body) })
      } catch {
        result = .failure(error)
      }
    }
    guard let result else { throw closedError }
    return try result.get()
  }

  private var closedError: StorageError { .system(operation: "use a closed file", errno: EBADF, path: path) }

  /// Runs a transaction that is durable when this returns. Within this process one at a time.
  ///
  /// After an error that leaves the connection doubtful it is closed; the next call opens it anew.
  func write<Value: Sendable>(_ body: (Database) throws -> Value) throws(StorageError) -> Value {
    try refuseForeignClock()
    return try writeLocally(body)
  }

  /// The same for what is no part of the office: drafts, settings, the time of a backup.
  func writeLocally<Value: Sendable>(_ body: (Database) throws -> Value) throws(StorageError) -> Value {
    try refuseObstacle()
    let result: Result<Value, StorageError> = writer.withLock { queue in
      if isClosed.load(ordering: .acquiring) { return .failure(closedError) }
      do throws(StorageError) {
        return .success(try OfficeFile.transact(&queue, path, options, body))
      } catch {
        if error.breaksConnection { queue = nil }
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// Why nothing can be written just now; nil when something can.
  public var unwritable: Failure? {
    guard !options.isReadOnly, let code = obstacle.withLock({ $0 }) else { return nil }
    return Failure(code, subject: path, detail: "opened for reading")
  }

  private func refuseForeignClock() throws(StorageError) {
    if options.clockIsSet, !wasCreatedUnderClock { throw .clockMismatch(path: path) }
  }

  private static func transact<Value>(
    _ queue: inout DatabaseQueue?, _ path: String, _ options: FileOptions, _ body: (Database) throws -> Value
  ) throws(StorageError) -> Value {
    try translating(path) {
      let open = try queue ?? Connection.writing(path, options)
      queue = open
      return try open.writeWithoutTransaction { db in
        var value: Value?
        try db.inTransaction(.immediate) {
          value = try body(db)
          return .commit
        }
        guard let value else {
          throw StorageError.damaged(path: path, detail: "a transaction came to nothing")
        }
        return value
      }
    }
  }
}
