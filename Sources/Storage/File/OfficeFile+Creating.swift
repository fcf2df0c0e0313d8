public import Domain
import GRDB
import Glibc

extension OfficeFile {
  /// Makes a new file for its owner only, and opens it. An office that is there already is refused.
  ///
  /// With a sandbox it is no real office: it has a time of its own, and a day may be played into it.
  ///
  /// It is made under another name and gets its own when it is whole, so that no crash leaves half a file.
  public static func create(
    at path: String, identity: FileIdentity, options: FileOptions, sandbox: Sandbox? = nil,
    membership: Membership? = nil
  ) throws(StorageError) -> OfficeFile {
    try Path.refuseTaken(path)
    try Path.makeFolder(Path.folder(of: path))
    let temporary = "\(path).\(identity.epoch).new"
    try Path.makeFile(temporary)
    do {
      try translating(path) { try fill(temporary, identity, options, sandbox, membership) }
      try Path.settle(temporary, as: path)
    } catch {
      Path.remove(temporary)
      throw error
    }
    return try OfficeFile(opening: path, options: options)
  }

  private static func fill(
    _ path: String, _ identity: FileIdentity, _ options: FileOptions, _ sandbox: Sandbox?,
    _ membership: Membership?
  ) throws {
    let queue = try Connection.writing(path, options)
    try queue.writeWithoutTransaction { db in
      try db.inTransaction(.immediate) {
        try Schema.migrate(db)
        try db.execute(
          sql: "INSERT INTO identity (one, log, console, created_at, under_clock) VALUES (1, ?, ?, ?, ?)",
          arguments: [
            identity.log.blob, identity.console.blob, options.clock().seconds, options.clockIsSet
          ])
        try db.execute(
          sql: "INSERT INTO epochs (first, id) VALUES (1, ?)", arguments: [identity.epoch.blob])
        try sandbox?.write(to: db)
        try membership?.write(to: db)
        return .commit
      }
    }
    try queue.close()
  }
}
