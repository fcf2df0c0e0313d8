public import Domain
import GRDB

extension OfficeFile {
  /// Copies the file while others go on writing, checks the copy whole, and only then gives it its name.
  ///
  /// The copy's attachments lie beside it; one that is missing or changed is a problem of the report, and no
  /// reason to have no copy. A path that is taken is refused.
  ///
  /// The file notes when it was copied. Where it cannot, the copy is as good: `unnoted` hears why.
  @discardableResult public func backup(
    to target: String, unnoted: (StorageError) -> Void = { _ in }
  ) throws(StorageError) -> CheckReport {
    let report = try copy(to: target)
    do {
      try writeLocally { db in
        try db.execute(sql: "UPDATE identity SET backup_at = ?", arguments: [options.clock().seconds])
      }
    } catch {
      unnoted(error)
    }
    return report
  }

  /// The same for the file's own sake: nobody has asked for a backup.
  @discardableResult func copy(to target: String) throws(StorageError) -> CheckReport {
    // A connection of its own: questions are answered meanwhile.
    let source = try translating(path) { try Connection.readingAnywhere(path, options).queue }
    defer { OfficeFile.closeQuietly(source) }
    return try OfficeFile.copy(source, from: path, to: target, options) { _ in }
  }

  /// Makes a file from a backup: checked whole before it takes its name, and with a new epoch, so that other
  /// consoles notice that it is not the file they knew.
  @discardableResult public static func restore(
    from backup: String, to target: String, epoch: Identifier<FileIdentity>, options: FileOptions
  ) throws(StorageError) -> CheckReport {
    guard try Path.mode(of: backup) != nil else { throw .noOffice(path: backup) }
    let hadLog = try Path.mode(of: backup + "-wal") != nil
    let source = try translating(backup) {
      let (queue, _) = try Connection.readingAnywhere(backup, options)
      try queue.read { try Schema.inspect($0, path: backup) }
      return queue
    }
    defer {
      closeQuietly(source)
      if !hadLog { dropLog(of: backup, options) }
    }
    return try copy(source, from: backup, to: target, options) { db in
      let last = try head(db).seq
      try db.execute(
        sql: "INSERT OR REPLACE INTO epochs (first, id) VALUES (?, ?)", arguments: [last + 1, epoch.blob])
      try db.execute(sql: "UPDATE identity SET backup_at = NULL")
    }
  }

  private static func copy(
    _ source: DatabaseQueue, from path: String, to target: String, _ options: FileOptions,
    then change: (Database) throws -> Void
  ) throws(StorageError) -> CheckReport {
    try Path.refuseTaken(target)
    try Path.makeFolder(Path.folder(of: target))
    let temporary = target + ".part"
    removeAll(temporary)
    try Path.makeFile(temporary)
    do {
      try translating(target) {
        let queue = try Connection.plain(temporary, options)
        try source.backup(to: queue)
        try queue.writeWithoutTransaction { db in
          try db.inTransaction(.immediate) {
            try change(db)
            // Nobody is at a copy.
            try db.execute(sql: "DELETE FROM sessions")
            return .commit
          }
        }
        try queue.close()
      }
      let (report, attached) = try verified(temporary, of: path, options)
      try Attachments.copy(from: path, to: target)
      try OfficeKey.copy(from: path, to: target)
      try Path.settle(temporary, as: target)
      removeAll(temporary)
      return report.adding(attached, of: target)
    } catch {
      removeAll(temporary)
      throw error
    }
  }

  /// The whole check of a finished copy; one with problems is no backup, and what is wrong with it is wrong with
  /// what it was made of.
  private static func verified(
    _ path: String, of original: String, _ options: FileOptions
  ) throws(StorageError) -> (CheckReport, AttachedFiles) {
    do throws(StorageError) {
      let file = try OfficeFile(opening: path, options: options)
      defer { file.close() }
      let (report, attached) = try file.checkWithoutFiles()
      if let problem = report.problems.first { throw .damaged(path: original, detail: problem) }
      return (report, attached)
    } catch {
      guard error.failure.code == .damaged, error.failure.subject == path else { throw error }
      throw .damaged(path: original, detail: error.failure.detail)
    }
  }

  /// Whoever only reads leaves an empty log behind; one that might write takes it away as it goes.
  private static func dropLog(of path: String, _ options: FileOptions) {
    guard Path.size(of: path + "-wal") == 0, Path.canWrite(path) else { return }
    do {
      let queue = try Connection.writing(path, options)
      _ = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
      try queue.close()
    } catch {
      // It stays, and does no harm.
      return
    }
  }

  /// A connection that only read has nothing to lose.
  static func closeQuietly(_ queue: DatabaseQueue) {
    do { try queue.close() } catch { return }
  }

  private static func removeAll(_ path: String) {
    for path in [path, path + "-wal", path + "-shm", path + "-journal"] { Path.remove(path) }
  }
}
