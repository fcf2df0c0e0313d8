import Dispatch
public import Domain
import GRDB
public import Sync
import Synchronization

extension OfficeFile {
  /// The office's answer to a console that asks what is new: entries, or that a snapshot is the shorter way. Whoever
  /// may hold his own work alone never gets an entry: his rows, whenever they are others.
  public func answer(_ pull: Pull, for caller: Registrar) throws -> PullAnswer {
    let answer = try unsigned(pull, for: caller)
    switch answer {
    case .page(let untimed):
      // Whoever does not say his version is older than the clock of a page, and would reckon another seal.
      let page = pull.version == nil ? untimed : untimed.telling(sandboxClock.map(ToldClock.init))
      return .page(page.signed(try signed(page.end, page.epochs, page.seal)))
    case .far(let epochs, _):
      return .far(epochs, try signed(pull.after, epochs, PullAnswer.seal(far: epochs)))
    case .parted, .otherLog: return answer
    }
  }

  private func unsigned(_ pull: Pull, for caller: Registrar) throws -> PullAnswer {
    guard pull.log == identity.log else { return .otherLog }
    guard try cursor(at: pull.after.seq) == pull.after else { return .parted }
    _ = try refresh()
    if state.office.hasScope(caller.person) { return try scopedAnswer(pull, for: caller) }
    let isFar = try (pull.takesSnapshot ?? false) && lastEntry() - pull.after.seq > SnapshotLimit.farBehind
    // Whoever had his own work alone has no entries to go on from.
    if isFar || pull.scope != nil { return .far(try read { try OfficeFile.epochs($0) }) }
    return try page(of: pull.log, after: pull.after, atMost: .page)
  }

  /// Nothing where the rows are those that he has, and each of his commands was answered by them.
  private func scopedAnswer(_ pull: Pull, for caller: Registrar) throws -> PullAnswer {
    let (epochs, count) = try read { db in
      let counted = try db.cachedStatement(sql: "SELECT count FROM consoles WHERE id = ?")
      return (
        try OfficeFile.epochs(db), try Int.fetchOne(counted, arguments: [caller.console.blob]) ?? 0
      )
    }
    guard let scope = pull.scope, count <= pull.answered ?? 0,
      try scopedSnapshot(for: caller).head.digest == scope
    else { return .far(epochs) }
    return .page(Page(epochs: epochs, entries: [], end: pull.after, isLast: true))
  }

  /// The rows of a person who may hold his own work alone, as they are now.
  func scopedSnapshot(for caller: Registrar) throws -> SnapshotShelf.Kept {
    let before = confirmed
    let state: OfficeState
    let epochs: [Epoch]
    let consoles: [ConsoleMark]
    let erased: SnapshotRow
    (state, epochs, consoles, erased) = try read { db in
      (
        try caughtUp(before, db), try OfficeFile.epochs(db), try self.marks(for: caller.console, db),
        try erasedRow(db)
      )
    }
    let end = LogCursor(seq: state.seq, hash: state.head)
    if let kept = snapshots.withLock({ $0.find(end, of: caller.console) }) { return kept }
    let rows = try keptRows(for: caller, in: state.office) ?? madeRows(for: caller, state.office, erased)
    let head = SnapshotHead(
      epochs: epochs, end: end, recordedAt: now, since: rows.part.dayOpenedAt,
      lastNumber: rows.part.orders.unordered.map(\.number).max() ?? 0, consoles: consoles,
      answers: [], parts: rows.parts.count, bytes: rows.bytes, digest: rows.digest, isScoped: true)
    let made = SnapshotShelf.Kept(
      head: head, parts: rows.parts, console: caller.console, part: rows.part, usedAt: .now())
    keep(made)
    return made
  }

  /// The rows of one console alone, and what they were made of.
  private struct ScopedRows {
    let part: Office
    let parts: [[UInt8]]
    let bytes: Int
    let digest: Digest
  }

  private func madeRows(
    for caller: Registrar, _ office: Office, _ erased: SnapshotRow
  ) throws -> ScopedRows {
    var writer = SnapshotWriter(parts: options.snapshotPart)
    let part = office.scoped(to: caller.person, console: caller.console)
    try writer.add(part, ended: [])
    writer.add(erased)
    let digest = writer.finish()
    return ScopedRows(part: part, parts: writer.parts, bytes: writer.bytes, digest: digest)
  }

  /// So many entries are looked through for one that changes a console's rows; after more they are made anew.
  private static let mostLookedThrough = 50

  /// The rows as they were made last, where nothing that was entered since changes them: most of what happens in an
  /// office is none of one technician's.
  private func keptRows(for caller: Registrar, in office: Office) throws -> ScopedRows? {
    guard let kept = snapshots.withLock({ $0.last(of: caller.console) }), let part = kept.part else {
      return nil
    }
    let last = kept.head.end
    let touched: Touched? = try read { db in
      guard try cursor(last.seq, db) == last else { return nil }
      let rows = try ledgerRows(since: last.seq, limit: Self.mostLookedThrough + 1, db)
      if rows.count > Self.mostLookedThrough { return nil }
      let decoder = CompactDecoder()
      var touched = Touched()
      for event in rows.flatMap({ $0.events(decoder) }) {
        guard let known = event.known else { return nil }
        touched.insert(known)
      }
      return touched
    }
    guard let touched, office.keeps(part, of: caller.person, after: touched) else { return nil }
    return ScopedRows(part: part, parts: kept.parts, bytes: kept.head.bytes, digest: kept.head.digest)
  }

  /// How far the log has come with a console, and the last entry, whoever made that.
  private func marks(for console: ConsoleID, _ db: Database) throws -> [ConsoleMark] {
    let sql = """
      SELECT id, count, seq, hash FROM consoles
      WHERE id = ? OR seq = (SELECT max(seq) FROM consoles) ORDER BY seq
      """
    return try Row.fetchAll(db, sql: sql, arguments: [console.blob]).compactMap { row in
      row.identifier(0).map {
        ConsoleMark(
          id: $0, count: row.integer(1), last: LogCursor(seq: row.integer(2), hash: row.digest(3)))
      }
    }
  }

  /// Whether a console may have a file that is attached to an order.
  public func mayFetch(_ sha256: Digest, for caller: Registrar) throws -> Bool {
    _ = try refresh()
    let office = state.office
    guard office.hasScope(caller.person) else { return true }
    return office.scoped(to: caller.person, console: caller.console).orders.unordered.contains { order in
      order.attachments.contains { $0.sha256 == sha256 }
    }
  }
}
