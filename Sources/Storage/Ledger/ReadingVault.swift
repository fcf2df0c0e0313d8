import Domain
import GRDB
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
      let statement = try db.cachedStatement(sql: "SELECT salt, words FROM personal WHERE id = ?")
      let rows = try Row.fetchCursor(statement, arguments: [id.blob])
      var hasAny = false
      while let row = try rows.next() {
        hasAny = true
        let words = row.text(1)
        if saltedHash(of: words, id: id, salt: row.bytes(0)) == hash { return words }
      }
      if hasAny { misfit.withLock { $0 = true } }
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
