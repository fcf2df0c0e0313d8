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
    guard case .page(let page) = answer else { return answer }
    return .page(page.signed(try signed(page.end, page.epochs, page.seal)))
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
    (state, epochs, consoles) = try read { db -> (OfficeState, [Epoch], [ConsoleMark]) in
      let marks = try self.marks(for: caller.console, db)
      return (try caughtUp(before, db), try OfficeFile.epochs(db), marks)
    }
    let end = LogCursor(seq: state.seq, hash: state.head)
    if let kept = snapshots.withLock({ $0.find(end, of: caller.console) }) { return kept }
    var writer = SnapshotWriter(parts: options.snapshotPart)
    let part = state.office.scoped(to: caller.person, console: caller.console)
    try writer.add(part, ended: [])
    let digest = writer.finish()
    let head = SnapshotHead(
      epochs: epochs, end: end, recordedAt: now, since: part.dayOpenedAt,
      lastNumber: part.orders.unordered.map(\.number).max() ?? 0, consoles: consoles,
      answers: [], parts: writer.parts.count, bytes: writer.bytes, digest: digest, isScoped: true)
    let made = SnapshotShelf.Kept(head: head, parts: writer.parts, console: caller.console, usedAt: .now())
    keep(made)
    return made
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
