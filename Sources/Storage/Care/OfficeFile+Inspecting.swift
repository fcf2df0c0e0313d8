public import Domain
import GRDB

extension OfficeFile {
  /// SQLite's own quick look at every page, by a connection of its own: nothing when all is well, also when it could
  /// not be looked at. What nobody reads today, such as years of ended work, would else be found damaged by the next
  /// backup.
  public func damage() -> Failure? {
    do {
      return try translating(path) {
        let (queue, _) = try Connection.readingAnywhere(path, options)
        defer { OfficeFile.closeQuietly(queue) }
        let words = try queue.read { try String.fetchAll($0, sql: "PRAGMA quick_check(1)") }
        guard let word = words.first, word != "ok" else { return nil }
        // Its first line names the database that is looked at.
        throw StorageError.damaged(
          path: path, detail: word.split(separator: "\n").last.map { String($0) } ?? word)
      }
    } catch {
      return error.failure.code == .damaged ? error.failure : nil
    }
  }
}
