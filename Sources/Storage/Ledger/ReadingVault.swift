import Domain
import GRDB
import Sync
import Synchronization

/// Puts the words about people back into entries while they are decoded.
///
/// Unchecked: it holds a connection that must stay on its own thread. A vault lives no longer than the
/// closure that was handed the connection, and the decoder calls it there.
final class ReadingVault: PersonalVault, @unchecked Sendable {
  private let db: Database
  private let misfit = Mutex(false)

  init(_ db: Database) { self.db = db }

  func keep(_ text: PersonalText) -> Digest { .zero }

  func words(of id: Identifier<PersonalText>, hash: Digest) -> String? {
    do {
      let statement = try db.cachedStatement(
        sql: "SELECT salt, CAST(words AS BLOB) FROM personal WHERE id = ? AND hash = ?")
      if let row = try Row.fetchOne(statement, arguments: [id.blob, hash.rawBytes.blob]) {
        let words = row.wholeText(1)
        if saltedHash(of: words, id: id, salt: row.bytes(0)) == hash { return words }
        misfit.withLock { $0 = true }
        return nil
      }
      // Erasing takes all words of an id: where some are left that did not come later, these were taken by somebody else.
      let others = try db.cachedStatement(
        sql: """
          SELECT 1 FROM personal WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM erased WHERE id = ?1) LIMIT 1
          """)
      if try Int.fetchOne(others, arguments: [id.blob]) != nil { misfit.withLock { $0 = true } }
      return nil
    } catch {
      // A decoder cannot be told that the disk fails; the words are missed, and the next question to it will
      // throw.
      return nil
    }
  }

  /// Whether words were there and did not fit their hash since the last call; words that were erased are no
  /// misfit.
  func takeMisfit() -> Bool {
    misfit.withLock { misfit in
      defer { misfit = false }
      return misfit
    }
  }
}
