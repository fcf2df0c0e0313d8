import Domain
import GRDB
import Sync

/// The rows as they were after an entry, where they are others now. They are found out while everybody may write, so
/// that putting them in the place of those of now is short, however long the ledger is.
struct EarlierRows {
  /// Where the ledger ended when they were found out.
  private let end: LogCursor
  private let seq: Int
  private let now: Office
  private let then: Office
  private var orders: [WorkOrder.ID: WorkOrder?] = [:]
  private var records: Set<RecordID> = []

  /// Nil where entries are missing that lead there. A long ledger takes minutes.
  init?(after seq: Int, of file: OfficeFile, _ db: Database) throws {
    let base = try Base.read(db)
    if let base, base.end.seq > seq, try !base.isRecorded(db) { return nil }
    let head = try OfficeFile.head(db)
    end = LogCursor(seq: head.seq, hash: head.hash)
    self.seq = seq
    now = try OfficeFile.office(db)
    var fold = try EarlierFold(base.flatMap { $0.end.seq <= seq ? $0 : nil }, db)
    try fold.run(upTo: seq, of: file)
    then = fold.office
    // With those of one of the two running days alone, and those whose rows are not what the ledger says.
    let moved = then.orders.changedIDs(since: now.orders).filter {
      then.orders.contains($0) != now.orders.contains($0)
    }
    for id in try touched(of: file, db).union(moved + fold.left.keys) {
      orders.updateValue(try fold.order(id), forKey: id)
    }
  }

  /// Whether the ledger ends there still.
  func fit(_ db: Database) throws -> Bool {
    let head = try OfficeFile.head(db)
    return end == LogCursor(seq: head.seq, hash: head.hash)
  }

  /// The orders that entries since then are about, with those that they are or were duplicates of, whose callers' words
  /// moved with them. The other records are kept.
  private mutating func touched(of file: OfficeFile, _ db: Database) throws -> Set<WorkOrder.ID> {
    var touched: Set<WorkOrder.ID> = []
    let decoder = CompactDecoder(entriesOf: db)
    var last = seq
    while last < end.seq {
      let rows = try file.ledgerRows(since: last, limit: 2_000, db)
      for row in rows {
        let events = row.events(decoder)
        touched.formUnion(events.flatMap(\.subjects))
        records.formUnion(events.compactMap(\.recordID))
      }
      guard let row = rows.last else { break }
      last = row.head.seq
    }
    var left = Array(touched)
    while let id = left.popLast() {
      guard let order = try OrderTable.order(id: id, db) else { continue }
      for ending in order.pastEndings + [order.ending].compactMap(\.self) {
        guard case .duplicate(let original, _) = ending.kind else { continue }
        if touched.insert(original).inserted { left.append(original) }
      }
    }
    return touched
  }

  /// Puts them in the place of those of now, with the index and the lists, once the entries since are gone.
  func put(_ db: Database) throws {
    var index = SearchIndex()
    for (id, order) in orders.sorted(by: { $0.key < $1.key }) {
      if let order {
        let (key, isNew) = try OrderTable.put(order, isRunning: then.orders.contains(id), db)
        let text = SearchText.of(order, in: then)
        if isNew { index.add(text, key: key) } else { index.change(text, key: key) }
        try db.cachedStatement(sql: "DELETE FROM entry_orders WHERE key = ? AND seq > ?")
          .execute(arguments: [key, seq])
      } else {
        try OrderTable.remove(id, db)
      }
    }
    for id in records {
      try db.cachedStatement(sql: "DELETE FROM entry_records WHERE id = ? AND seq > ?")
        .execute(arguments: [id.blob, seq])
    }
    try db.execute(sql: "DELETE FROM entry_conflicts WHERE seq > ?", arguments: [seq])
    try index.rename(try RecordTables.put(then, inPlaceOf: now, db), now, then, db)
    try index.flush(db)
    try Checkpoints.delete(after: seq, db)
  }
}

/// The fold of a ledger up to an entry, beside the rows of a later one.
private struct EarlierFold {
  private(set) var office: Office
  /// Orders that have left the day and whose rows are others by now.
  private(set) var left: [WorkOrder.ID: WorkOrder] = [:]
  /// Those whose rows are the same.
  private var same: Set<WorkOrder.ID> = []
  private let base: Base?
  private let db: Database

  /// Begins with what was taken over, or with nothing.
  init(_ base: Base?, _ db: Database) throws {
    office = try base?.office(db) ?? .unfounded
    self.base = base
    self.db = db
  }

  /// An order as it is by now; nil where there is none.
  func order(_ id: WorkOrder.ID) throws -> WorkOrder? {
    if let order = office.order(id) ?? left[id] { return order }
    return try same.contains(id) ? OrderTable.order(id: id, db) : base?.order(id, db)
  }

  mutating func run(upTo last: Int, of file: OfficeFile) throws {
    var chain = try ChainVerifier(path: file.path, identity: file.identity, epochs: OfficeFile.epochs(db))
    if let base { chain.start(after: base.end.seq, hash: base.end.hash) }
    let decoder = CompactDecoder(entriesOf: db)
    while chain.seq < last {
      let rows = try file.ledgerRows(since: chain.seq, limit: min(2_000, last - chain.seq), db)
      if rows.isEmpty {
        throw StorageError.chainBroken(path: file.path, seq: chain.seq, detail: "what follows is missing")
      }
      for row in rows {
        if let problem = chain.problem(with: row) {
          throw StorageError.chainBroken(path: file.path, seq: row.head.seq, detail: problem)
        }
        try apply(row.events(decoder), row.stamp)
      }
    }
  }

  private mutating func apply(_ events: [KeptEvent], _ stamp: Stamp) throws {
    var fold = Fold(office: office)
    try fold.gather(events.flatMap(\.subjects), order)
    let change = fold.apply(events, stamp)
    office = fold.office
    for (id, order) in change.orders {
      (left[id], _) = (nil, same.remove(id))
      if change.departed.contains(id) { try leave(order.value) }
    }
    for order in change.swept { try leave(order) }
  }

  private mutating func leave(_ order: WorkOrder) throws {
    if try OrderTable.order(id: order.id, db) == order {
      same.insert(order.id)
    } else {
      left[order.id] = order
    }
  }
}
