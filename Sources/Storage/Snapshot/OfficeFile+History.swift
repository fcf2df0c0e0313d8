public import Domain
import GRDB
public import Sync

extension OfficeFile {
  /// What was taken over from the office and not folded here; nil in a file with its whole ledger.
  public func takenOver() throws(StorageError) -> TakenOverReport? {
    try read { db in try takenOver(db) }
  }

  func takenOver(_ db: Database) throws -> TakenOverReport? {
    guard let base = try Base.read(db) else { return nil }
    return TakenOverReport(
      through: base.end.seq, recordedAt: base.recordedAt, known: base.known, endedSince: base.since,
      orders: try Int.fetchOne(db, sql: "SELECT count(*) FROM taken_over WHERE kind = 'orders'") ?? 0,
      isScoped: base.scope != nil, rest: olderRest)
  }

  /// What to ask the office for older history; nil where nothing is missing.
  public func missingHistory() throws(StorageError) -> Pull? {
    try read { db in
      guard let base = try Base.read(db), !base.isWhole, base.scope == nil,
        let last = try cursor(base.known, db)
      else {
        return nil
      }
      return Pull(log: identity.log, after: last)
    }
  }

  /// Takes in a page of older history: entries that lead from those that are here to the base. True with the last.
  /// Which orders they are about is listed once those are here.
  public func fill(_ page: Page) throws(StorageError) -> Bool {
    try write { db in
      guard var base = try Base.read(db), !base.isWhole, let last = try cursor(base.known, db) else {
        return true
      }
      let known = try OfficeFile.epochs(db)
      do throws(PageFault) {
        try page.verify(after: last, knowing: known, log: identity.log)
      } catch {
        throw StorageError.foreignPage(path: path, detail: "\(error)")
      }
      try checkSigned(page, db)
      let erased = try erasedTexts(after: base.end.seq, db)
      var ledger = LedgerWriter(db, identity, seq: last.seq, head: last.hash)
      for entry in page.entries where entry.head.seq <= base.end.seq {
        if entry.head.seq == base.end.seq, entry.hash != base.end.hash {
          throw StorageError.foreignPage(
            path: path, detail: "entry \(entry.head.seq) is another one than its snapshot ended with")
        }
        try ledger.write(entry.without(erased))
        base.known = entry.head.seq
      }
      // The consoles' last entries are later ones: the ledger is not finished here.
      try base.write(to: db)
      return base.isWhole
    }
  }

  /// The texts that entries after one have erased: what was on its way meanwhile may bring them once more.
  private func erasedTexts(after seq: Int, _ db: Database) throws -> Set<Identifier<PersonalText>> {
    let rows = try Row.fetchAll(db, sql: "SELECT id FROM erased WHERE seq > ?", arguments: [seq])
    return Set(rows.compactMap { $0.identifier(0) })
  }

  /// Folds the ledger that is whole by now, in the place of what was taken over. Whether that says the same.
  public func foldHistory(
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(StorageError) -> Bool {
    let before = try digest()
    try rebuild(progress: progress)
    return try digest() == before
  }
}

extension SealedEntry {
  /// The same without these words about people, for which its body has no more than their hashes.
  fileprivate func without(_ texts: Set<Identifier<PersonalText>>) -> SealedEntry {
    if texts.isEmpty { return self }
    return SealedEntry(
      head: head, body: body, personal: personal.filter { !texts.contains($0.id) }, hash: hash)
  }
}
