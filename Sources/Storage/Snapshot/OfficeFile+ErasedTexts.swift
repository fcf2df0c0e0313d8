import Domain
import GRDB
import Sync

/// Whoever takes rows over gets no entries, and so none that erases words: what was erased goes with the rows, by its
/// ids, so that what people have half typed at his console is rid of it too.
extension SnapshotRow {
  private static let erasedKey = Array("erased".utf8)

  /// The row that tells of texts that were erased.
  static func erased(_ texts: [Identifier<PersonalText>]) throws(CompactCodingError) -> SnapshotRow {
    SnapshotRow(kind: .facts, key: erasedKey, value: try CompactEncoder().encode(texts))
  }

  /// The texts that it tells were erased; none where it is another row.
  func erasedTexts() throws(CompactCodingError) -> [Identifier<PersonalText>] {
    guard kind == .facts, key == Self.erasedKey else { return [] }
    return try CompactDecoder().decode([Identifier<PersonalText>].self, from: value)
  }
}

extension OfficeFile {
  /// So many of the texts that were erased last are told: whoever was away for longer begins anew.
  private static let mostErasedTold = 1_000

  /// Notes that a text is erased by what has been entered so far.
  func noteErased(_ id: Identifier<PersonalText>, _ db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO erased (id, seq) VALUES (?, (SELECT max(seq) FROM entries))",
      arguments: [id.blob])
  }

  /// The row that tells consoles which texts were erased last.
  func erasedRow(_ db: Database) throws -> SnapshotRow {
    let rows = try Row.fetchAll(
      db, sql: "SELECT id FROM erased WHERE seq IS NOT NULL ORDER BY seq DESC, id LIMIT ?",
      arguments: [Self.mostErasedTold])
    return try .erased(rows.compactMap { $0.identifier(0) })
  }

  /// Erases what a snapshot says was erased and is here still, before its rows take the place of those that are here.
  func eraseTold(in rows: [SnapshotRow], _ db: Database) throws {
    var told: [Identifier<PersonalText>] = []
    for id in try rows.flatMap({ try $0.erasedTexts() }) {
      let known = try Int.fetchOne(db, sql: "SELECT 1 FROM erased WHERE id = ?", arguments: [id.blob])
      if known == nil { told.append(id) }
    }
    let held = try held(of: told, db)
    for id in told where !held.contains(id) { try noteErased(id, db) }
    try erase(told.filter(held.contains), db)
  }

  /// Which of these texts are in any row here, or among the words that entries brought: each table is read once.
  private func held(
    of texts: [Identifier<PersonalText>], _ db: Database
  ) throws -> Set<Identifier<PersonalText>> {
    if texts.isEmpty { return [] }
    var held: Set<Identifier<PersonalText>> = []
    for id in texts {
      let sql = "SELECT 1 FROM personal WHERE id = ?"
      if try Int.fetchOne(db, sql: sql, arguments: [id.blob]) != nil { held.insert(id) }
    }
    let places = [
      (
        "value", ["customers", "sites", "equipment", "technicians", "people", "facts", "orders", "taken_over"]
      ),
      ("body", ["outbox", "given"])
    ]
    let finder = IdentifierFinder(texts)
    for (column, tables) in places {
      for table in tables {
        let rows = try Row.fetchCursor(db, sql: "SELECT \(column) FROM \(table)")
        while let row = try rows.next() { finder.find(in: row.bytes(0), &held) }
      }
    }
    return held
  }
}

/// Finds which of many ids stand in bytes, in one pass over them.
struct IdentifierFinder<Subject> {
  private var byStart: [Int: [Identifier<Subject>]] = [:]
  /// Whether any id begins with these two bytes: nearly no place is looked at twice.
  private var begins = [Bool](repeating: false, count: 1 << 16)
  private static var length: Int { 16 }

  init(_ ids: [Identifier<Subject>]) {
    for id in ids {
      let start = Self.start(id.bytes, 0)
      byStart[start, default: []].append(id)
      begins[start] = true
    }
  }

  func find(in bytes: [UInt8], _ found: inout Set<Identifier<Subject>>) {
    guard bytes.count >= Self.length else { return }
    for place in 0...(bytes.count - Self.length) {
      let start = Self.start(bytes, place)
      guard begins[start], let ids = byStart[start] else { continue }
      for id in ids where bytes[place..<(place + Self.length)].elementsEqual(id.bytes) { found.insert(id) }
    }
  }

  private static func start(_ bytes: [UInt8], _ place: Int) -> Int {
    Int(bytes[place]) << 8 | Int(bytes[place + 1])
  }
}
