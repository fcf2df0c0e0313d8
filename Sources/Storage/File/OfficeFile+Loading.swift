import Domain
import GRDB
import Sync
import Synchronization

extension OfficeFile {
  /// How many of the last entries are verified whenever a file is opened; `check` verifies all of them.
  private static let verifiedTail = 32

  /// Loads the running day from the rows, after a look at the end of the chain.
  @discardableResult public func load() throws(StorageError) -> OfficeState {
    let (confirmed, state, version) = try read { db in
      let version = try Int.fetchOne(db, sql: "PRAGMA data_version") ?? 0
      try goByMeasuredClock(db)
      let head = try verifyTail(db)
      let confirmed = OfficeState(
        office: options.prepared(try OfficeFile.office(db)), seq: head.seq, head: head.hash)
      return (confirmed, try shown(confirmed, db), version)
    }
    memory.withLock { memory in
      if !memory.state.isNewer(than: state) {
        memory.state = state
        memory.confirmed = confirmed
      }
      memory.seenVersion = version
    }
    return self.state
  }

  /// The state after what another connection has committed; nil when nobody did.
  public func refresh() throws(StorageError) -> OfficeState? {
    recover()
    let seen = memory.withLock { $0 }
    let (confirmed, state, version) = try read { db in
      let version = try Int.fetchOne(db, sql: "PRAGMA data_version") ?? 0
      if version == seen.seenVersion { return (seen.confirmed, seen.state, version) }
      let clock = try Sandbox.read(db)?.clock
      playedClock.withLock { $0 = clock }
      try goByMeasuredClock(db)
      let confirmed = try caughtUp(seen.confirmed, db)
      return (confirmed, try shown(confirmed, db), version)
    }
    return memory.withLock { memory in
      memory.seenVersion = version
      if seen.state.isUndone(by: state), memory.state.isSame(as: seen.state) {
        memory.state = state
        memory.confirmed = confirmed
        return state
      }
      guard memory.publish(state, confirmed: confirmed) else { return nil }
      return state
    }
  }

  /// A state with the entries applied that the file has beyond it.
  func caughtUp(_ state: OfficeState, _ db: Database) throws -> OfficeState {
    let head = try OfficeFile.head(db)
    if head.seq == state.seq, head.hash == state.head { return state }
    // An entry about older work leaves its mark on technicians too, which only the rows tell.
    let reloaded = {
      OfficeState(office: self.options.prepared(try OfficeFile.office(db)), seq: head.seq, head: head.hash)
    }
    // A joined console may have gone back to what its office still has.
    let isGone = try cursor(state.seq, db) != LogCursor(seq: state.seq, hash: state.head)
    if isGone || head.seq - state.seq > 1_000 { return try reloaded() }
    var fold = Fold(office: state.office)
    let decoder = CompactDecoder(entriesOf: db)
    for row in try ledgerRows(since: state.seq, limit: 1_000, db) {
      let events = row.events(decoder)
      if events.contains(where: { $0.known?.erasesWords ?? false }) { return try reloaded() }
      var known: Set<WorkOrder.ID> = []
      for event in events {
        if let id = event.madeOrder { known.insert(id) }
        for id in event.subjects where !known.contains(id) {
          guard let order = fold.office.order(id) else { return try reloaded() }
          if case .duplicate? = order.ending?.kind { return try reloaded() }
        }
      }
      _ = fold.apply(events, row.stamp)
    }
    return OfficeState(office: fold.office, seq: head.seq, head: head.hash)
  }

  /// The running day as the rows have it.
  static func office(_ db: Database) throws -> Office {
    let running = try OrderTable.running(db)
    let orders = Meanwhile {
      Result { () throws(CompactCodingError) in try decodeAll(running, as: WorkOrder.self) }
    }
    var office = Office.unfounded
    try RecordTables.read(into: &office, .now, db)
    for order in try orders.value.get() { office.restore(order) }
    return office
  }

  static func head(_ db: Database) throws -> (seq: Int, hash: Digest) {
    let last = try db.cachedStatement(sql: "SELECT seq, hash FROM entries ORDER BY seq DESC LIMIT 1")
    let entry: (seq: Int, hash: Digest) =
      try Row.fetchOne(last).map { ($0.integer(0), $0.digest(1)) } ?? (0, .zero)
    guard let base = try Base.read(db), base.end.seq > entry.seq else { return entry }
    return (base.end.seq, base.end.hash)
  }

  private func verifyTail(_ db: Database) throws -> (seq: Int, hash: Digest) {
    let head = try OfficeFile.head(db)
    var chain = try ChainVerifier(path: path, identity: identity, epochs: OfficeFile.epochs(db))
    let base = try Base.read(db).map { $0.isWhole ? 0 : $0.end.seq } ?? 0
    let first = max(base, head.seq - OfficeFile.verifiedTail)
    if first > 0 {
      guard let before = try cursor(first, db) else {
        throw StorageError.chainBroken(path: path, seq: first, detail: "it is missing")
      }
      chain.start(after: first, hash: before.hash)
    }
    for row in try ledgerRows(since: first, limit: OfficeFile.verifiedTail, db) {
      if let problem = chain.problem(with: row) {
        throw StorageError.chainBroken(path: path, seq: row.head.seq, detail: problem)
      }
    }
    if let problem = try ChainVerifier.headProblem(head.seq, head.hash, db) {
      throw StorageError.chainBroken(path: path, seq: head.seq, detail: problem)
    }
    return head
  }
}

extension OfficeFile.Memory {
  /// Takes a state that tells of more than the one it has; false where it is no news.
  @discardableResult mutating func publish(_ newer: OfficeState, confirmed: OfficeState) -> Bool {
    guard newer.isNewer(than: state) else { return false }
    state = newer
    self.confirmed = confirmed
    return true
  }
}
