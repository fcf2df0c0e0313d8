import Dispatch
import Domain
import GRDB
public import Sync
import Synchronization

/// The last snapshots that were given, in parts, until nobody has asked for a while. Nothing is lost with them: whoever
/// was in the middle of one begins with the newest.
struct SnapshotShelf: Sendable {
  struct Kept: Sendable {
    let head: SnapshotHead
    let parts: [[UInt8]]
    /// Whose it is alone; nil for everybody who sees the whole office.
    var console: ConsoleID?
    /// What it was made of, where it is one console's alone.
    var part: Office?
    var usedAt: DispatchTime
  }

  /// Entries that may have come since for one to be given once more.
  static let freshFor = 1_000
  /// Seconds after which one that nobody asked for is let go.
  static let keptFor = 120
  private static let (most, mostScoped) = (2, 400)
  private(set) var kept: [Kept] = []

  mutating func find(_ cursor: LogCursor, of console: ConsoleID?) -> Kept? {
    guard let index = kept.firstIndex(where: { $0.head.end == cursor && $0.console == console }) else {
      return nil
    }
    kept[index].usedAt = .now()
    return kept[index]
  }

  /// The last one that was made for a console alone.
  func last(of console: ConsoleID) -> Kept? { kept.last { $0.console == console } }

  mutating func keep(_ one: Kept) {
    kept.removeAll { $0.console == one.console && ($0.console != nil || $0.head.end == one.head.end) }
    let others = kept.filter { ($0.console == nil) == (one.console == nil) }
    if others.count >= (one.console == nil ? Self.most : Self.mostScoped), let oldest = others.first {
      kept.removeAll { $0.head.end == oldest.head.end && $0.console == oldest.console }
    }
    kept.append(one)
  }

  mutating func dropUnused() {
    let now = DispatchTime.now().uptimeNanoseconds
    kept.removeAll { now - $0.usedAt.uptimeNanoseconds >= UInt64(Self.keptFor) * 1_000_000_000 }
  }

  mutating func dropAll() { kept = [] }
}

extension OfficeFile {
  public func snapshot(_ request: SnapshotRequest, for caller: Registrar) throws -> SnapshotAnswer {
    guard request.log == identity.log else { return .otherLog }
    if membership != nil { throw StorageError.joined(path: path) }
    _ = try refresh()
    let isScoped = state.office.hasScope(caller.person)
    let console = isScoped ? caller.console : nil
    if let cursor = request.of {
      guard let kept = snapshots.withLock({ $0.find(cursor, of: console) }) else { return .gone }
      guard let part = request.part else { return .head(try answering(kept.head, request.answered, caller)) }
      return kept.parts.indices.contains(part) ? .part(Bytes(kept.parts[part])) : .gone
    }
    let kept = isScoped ? try scopedSnapshot(for: caller) : try freshSnapshot()
    return .head(try answering(kept.head, request.answered, caller))
  }

  /// The commands of a console are its own business; the rest is the same for everybody who may hold as much.
  private func answering(
    _ head: SnapshotHead, _ answered: Int, _ caller: Registrar
  ) throws -> SnapshotHead {
    let answers: [Submission.ID] = try read { db in
      let sql = """
        SELECT e.submission FROM entries e JOIN consoles c ON c.key = e.console
        WHERE c.id = ? AND e.count > ? AND e.seq <= ? ORDER BY e.count
        """
      return try Row.fetchAll(db, sql: sql, arguments: [caller.console.blob, answered, head.end.seq])
        .compactMap { $0.identifier(0) }
    }
    let answering = head.answering(answers, after: answered)
    return answering.signed(try signed(head.end, head.epochs, answering.seal))
  }

  private func freshSnapshot() throws -> SnapshotShelf.Kept {
    let last = try lastEntry()
    let known = snapshots.withLock { shelf -> SnapshotShelf.Kept? in
      guard let newest = shelf.kept.last(where: { $0.console == nil }),
        last - newest.head.end.seq <= SnapshotShelf.freshFor
      else { return nil }
      return shelf.find(newest.head.end, of: nil)
    }
    if let known, try read({ try cursor(known.head.end.seq, $0) }) == known.head.end { return known }
    let made = try read { try makeSnapshot($0) }
    keep(made)
    return made
  }

  func keep(_ made: SnapshotShelf.Kept) {
    let wasEmpty = snapshots.withLock { shelf in
      defer { shelf.keep(made) }
      return shelf.kept.isEmpty
    }
    if wasEmpty { letGoLater() }
  }

  private func letGoLater() {
    DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(SnapshotShelf.keptFor)) { [weak self] in
      guard let self else { return }
      let isEmpty = snapshots.withLock { shelf in
        shelf.dropUnused()
        return shelf.kept.isEmpty
      }
      if !isEmpty { letGoLater() }
    }
  }
}

extension OfficeFile {
  /// The rows as they are in one transaction, in parts.
  private func makeSnapshot(_ db: Database) throws -> SnapshotShelf.Kept {
    let end = try OfficeFile.head(db)
    let recordedAt = try Int64.fetchOne(
      db, sql: "SELECT recorded_at FROM entries WHERE seq = ?", arguments: [end.seq])
    var writer = SnapshotWriter(parts: options.snapshotPart)
    let kinds: [(kind: SnapshotRow.Kind, table: String, key: String)] = [
      (.customers, "customers", "id"), (.sites, "sites", "id"), (.equipment, "equipment", "id"),
      (.technicians, "technicians", "id"), (.people, "people", "id"), (.contracts, "contracts", "id"),
      (.zones, "zones", "CAST(name AS BLOB)"), (.facts, "facts", "CAST(name AS BLOB)")
    ]
    for (kind, table, key) in kinds {
      try add(kind, "SELECT \(key), value FROM \(table)", [], to: &writer, db)
    }
    writer.add(try erasedRow(db))
    try add(
      .orders, "SELECT id, value FROM orders INDEXED BY orders_running WHERE running = 1 ORDER BY key", [],
      to: &writer, db)
    let since = try ended(to: &writer, db)
    let digest = writer.finish()
    let consoles = try Row.fetchAll(db, sql: "SELECT id, count, seq, hash FROM consoles").compactMap { row in
      row.identifier(0).map {
        ConsoleMark(
          id: $0, count: row.integer(1), last: LogCursor(seq: row.integer(2), hash: row.digest(3)))
      }
    }
    let head = SnapshotHead(
      epochs: try OfficeFile.epochs(db), end: LogCursor(seq: end.seq, hash: end.hash),
      recordedAt: Timestamp(seconds: recordedAt ?? now.seconds), since: since,
      lastNumber: try RowSource.now.lastNumber(db), consoles: consoles, answers: [],
      parts: writer.parts.count, bytes: writer.bytes, digest: digest)
    return SnapshotShelf.Kept(head: head, parts: writer.parts, usedAt: .now())
  }

  /// Adds what has ended and left the day within the last weeks; since when that is all of it.
  private func ended(to writer: inout SnapshotWriter, _ db: Database) throws -> Timestamp {
    let earliest = now - SnapshotLimit.endedWithin
    let sql = "running = 0 AND ended_at >= ?"
    let cut = try Int64.fetchOne(
      db, sql: "SELECT ended_at FROM orders WHERE \(sql) ORDER BY ended_at DESC LIMIT 1 OFFSET ?",
      arguments: [earliest.seconds, SnapshotLimit.endedOrders])
    // Those of the second in which the limit is reached stay out together.
    let since = cut.map { Timestamp(seconds: $0 + 1) } ?? earliest
    try add(
      .endedOrders, "SELECT id, value FROM orders WHERE \(sql) ORDER BY key", [since.seconds], to: &writer, db
    )
    return since
  }

  private func add(
    _ kind: SnapshotRow.Kind, _ sql: String, _ arguments: StatementArguments,
    to writer: inout SnapshotWriter, _ db: Database
  ) throws {
    let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
    while let row = try rows.next() {
      writer.add(SnapshotRow(kind: kind, key: row.bytes(0), value: row.bytes(1)))
    }
  }
}
