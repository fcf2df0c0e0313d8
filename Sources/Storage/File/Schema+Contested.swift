import Domain
import GRDB
import Sync

extension Schema {
  /// From this version on the list is whole.
  static let listsContests = 8

  /// Lists the entries by which something was refused or that was settled, in a file that kept no such list when they
  /// were written. What cannot be read is left to a rebuild.
  static func listContested(_ db: Database) throws {
    // Nothing is refused later where nobody but the office itself gives commands.
    if try Int.fetchOne(db, sql: "SELECT count(*) FROM consoles") ?? 0 < 2 { return }
    let base = try Base.read(db)
    var contests = Contests()
    do {
      if let base { contests = try Contests(takenOver: base, db) }
    } catch { return }
    let seqs = try Int.fetchAll(
      db, sql: "SELECT seq FROM entries WHERE seq > ? ORDER BY seq", arguments: [base?.end.seq ?? 0])
    let entry = try db.cachedStatement(sql: "SELECT body FROM entries WHERE seq = ?")
    let decoder = CompactDecoder()
    for seq in seqs {
      guard let body = try Row.fetchOne(entry, arguments: [seq])?.bytes(0) else { continue }
      let events: [KeptEvent]
      do { events = try decoder.decode(KeptEvents.self, from: body).events } catch { continue }
      for order in try contests.orders(of: events, db) {
        try db.execute(
          sql: "INSERT OR IGNORE INTO entry_conflicts (id, seq) VALUES (?, ?)",
          arguments: [order.blob, seq])
      }
    }
  }
}
