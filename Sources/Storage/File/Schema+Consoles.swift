import Domain
import GRDB
import Sync

extension Schema {
  /// From this version on the rows say which consoles the ledger tells of.
  static let keepsConsoles = 10

  /// Learns from the entries which consoles there are, in a file that kept no such row when they were written. What was
  /// before rows that were taken over is learnt with the next ones; what cannot be read is left to a rebuild.
  static func keepConsoles(_ db: Database) throws {
    let base = try Base.read(db)
    var office: Office
    do {
      office = try OfficeFile.office(db)
      if let base { office.consoles = try base.office(db).consoles }
    } catch { return }
    // Others than the office's own take part in few: of the rest the first entry says all there is to say.
    let isAlone =
      try Int.fetchOne(db, sql: "SELECT count(*) FROM consoles") ?? 0 < 2
      && Int.fetchOne(db, sql: "SELECT count(*) FROM enrolled") == 0
    let seqs = try Int.fetchAll(
      db, sql: "SELECT seq FROM entries WHERE seq > ? ORDER BY seq LIMIT ?",
      arguments: [base?.end.seq ?? 0, isAlone ? 1 : -1])
    let entry = try db.cachedStatement(sql: "\(LedgerRow.columns) WHERE e.seq = ?")
    let decoder = CompactDecoder(entriesOf: db)
    for seq in seqs {
      guard let row = try Row.fetchOne(entry, arguments: [seq]) else { continue }
      let known: LedgerRow
      do { known = try LedgerRow(row, path: "") } catch { continue }
      for case .office(let event) in known.events(decoder).compactMap(\.known) {
        office.learnConsoles(from: event, known.stamp)
      }
    }
    try RecordTables.writeFacts(of: office, db)
  }
}
