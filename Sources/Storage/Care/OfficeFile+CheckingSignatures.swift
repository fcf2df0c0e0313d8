import Domain
import GRDB
import Sync

extension OfficeFile {
  /// Verifies at a joined console what its office signed of the log that is here: each signature, the hash of the entry
  /// that it is about, and that the last entry is signed. Whoever rewrites the ledger and its chain has not the office's key.
  func checkSignatures(to hash: Digest, _ base: Base?, _ db: Database, _ problems: inout Problems) throws {
    guard membership != nil, try Schema.version(db) >= Schema.sealsHeads else { return }
    guard let key = try Row.fetchOne(db, sql: "SELECT key FROM pinned")?.bytes(0) else {
      if try db.hasRows(in: "signed") {
        problems.add("The key is gone by which the office's signatures are known.")
      }
      return
    }
    let epochs = try OfficeFile.epochs(db)
    let last = try OfficeFile.head(db).seq
    var signedTo = 0
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT s.seq, s.epoch, s.hash, s.signed_at, s.signature, s.seal, e.hash FROM signed s
        LEFT JOIN entries e ON e.seq = s.seq WHERE s.broken_at IS NULL ORDER BY s.seq
        """)
    while let row = try rows.next() {
      let seq = row.integer(0)
      guard let epoch: EpochID = row.identifier(1), let signed = Digest(rawBytes: row.bytes(2)) else {
        problems.add("What the office signed of entry \(seq) cannot be read.")
        continue
      }
      // What was signed before the office was restored is of another history.
      guard epochs.epoch(of: seq) == epoch else { continue }
      signedTo = max(signedTo, seq)
      let here = Digest(rawBytes: row.bytes(6)) ?? (base?.end.seq == seq ? base?.end.hash : nil)
      if let here, here != signed { problems.add(entry: seq, "the office has signed another one") }
      // One that was kept before seals were is verified by its hash alone.
      guard let seal = Digest(rawBytes: row.bytes(5)) else { continue }
      let word = SignedHead(
        epoch: epoch, end: LogCursor(seq: seq, hash: signed), at: Timestamp(seconds: Int64(row.integer(3))),
        digest: seal, signature: Bytes(row.bytes(4)))
      if !word.isSigned(by: key, for: identity.log) {
        problems.add(entry: seq, "what stands as the office's signature of it is not the office's")
      }
    }
    if signedTo < last { problems.add(entry: last, "the office has not signed it") }
  }
}
