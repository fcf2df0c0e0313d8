import Domain
import GRDB

/// How connections are opened: our own queues rather than a pool, which would lower `synchronous` after we
/// set it.
enum Connection {
  /// The one that writes, in WAL with a durable commit.
  static func writing(_ path: String, _ options: FileOptions) throws -> DatabaseQueue {
    var configuration = base(options)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA journal_mode = WAL")
      try db.execute(sql: "PRAGMA synchronous = \(options.synchronous.rawValue)")
      // What is deleted or replaced is overwritten, whatever SQLite was built to do: it may be about a person.
      try db.execute(sql: "PRAGMA secure_delete = ON")
      if let pages = options.maximumPages { try db.execute(sql: "PRAGMA max_page_count = \(pages)") }
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// One that never writes: for questions, and to notice what other connections commit.
  static func reading(_ path: String, _ options: FileOptions) throws -> DatabaseQueue {
    var configuration = base(options)
    configuration.readonly = true
    return try opened(path, configuration)
  }

  /// One that never writes, also on a disk that is read-only or full: then, and only then, as a file that cannot
  /// change, and with the reason why nothing can be written.
  static func readingAnywhere(
    _ path: String, _ options: FileOptions
  ) throws -> (queue: DatabaseQueue, obstacle: Failure.Code?) {
    do {
      return (try reading(path, options), nil)
    } catch {
      let isFull = StorageError(error, path: path).failure.code == .diskFull
      let hasNoRoom = isFull || !Path.canWrite(in: Path.folder(of: path))
      if !hasNoRoom || Path.size(of: path + "-wal") > 0 { throw error }
      return (try immutable(path, options), isFull ? .diskFull : .readOnly)
    }
  }

  /// One for a file on a read-only disk, where SQLite cannot make the shared-memory file that it wants even
  /// for reading. Nobody writes there, so none is needed; should somebody write after all, its answers are
  /// worthless.
  private static func immutable(_ path: String, _ options: FileOptions) throws -> DatabaseQueue {
    var configuration = base(options)
    configuration.readonly = true
    return try opened(readingURI(path, isUnchanging: true), configuration)
  }

  /// What SQLite opens for reading alone, beside another database too; `isUnchanging` says that nobody can write.
  static func readingURI(_ path: String, isUnchanging: Bool) -> String {
    "file:" + escaped(path) + (isUnchanging ? "?immutable=1" : "?mode=ro")
  }

  /// One for a copy in the making: without a write-ahead log of its own, so that the one file is all of it.
  static func plain(_ path: String, _ options: FileOptions) throws -> DatabaseQueue {
    var configuration = base(options)
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  private static func opened(_ path: String, _ configuration: Configuration) throws -> DatabaseQueue {
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    _ = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
    return queue
  }

  /// What all of them have in common: they wait for each other as long as the options say.
  static func base(_ options: FileOptions) -> Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.busyMode = .timeout(Double(options.busyTimeoutMilliseconds) / 1_000)
    return configuration
  }

  /// The path as a URI wants it.
  private static func escaped(_ path: String) -> String {
    path.utf8.map { byte in
      let isPlain = byte < 0x80 && byte > 0x20 && !"%?#".utf8.contains(byte)
      let hex = String(byte, radix: 16, uppercase: true)
      return isPlain ? String(UnicodeScalar(byte)) : "%" + (hex.count < 2 ? "0" : "") + hex
    }.joined()
  }
}
