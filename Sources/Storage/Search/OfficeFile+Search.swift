public import Domain
import GRDB

extension OfficeFile {
  /// The orders in which all words of a text stand, the last one perhaps half typed: at most `limit` of the running day,
  /// then as many older ones, each part newest first, or on request by how well they fit; open ones before all that have
  /// ended. An order of this very number or reference comes first. Nothing in the text is syntax.
  public func search(_ text: String, limit: Int, ranked: Bool) throws(StorageError) -> [SearchHit] {
    let query = SearchQuery(text)
    let office = state.office
    let indexed = try read { try query.hits(limit: limit, ranked: ranked, in: office, $0) }
    let here = changedHere.filter { order in
      query.isFound(in: order, of: office) && !indexed.contains { $0.id == order.id }
    }
    let found = here.prefix(limit).map { query.hit($0, in: office) } + indexed
    return query.withMeantFirst(found.filter(\.isOpen) + found.filter { !$0.isOpen }, in: office)
  }

  /// The orders that what waits here has made or changed, the newest first: the office enters it first, and then the
  /// index has it.
  private var changedHere: [WorkOrder] {
    if state.waiting == 0 { return [] }
    let confirmed = self.confirmed.office
    return state.office.orders.inOrder.filter { confirmed.order($0.id) != $0 }
      .sorted { ($0.receivedAt, $0.number) > ($1.receivedAt, $1.number) }
  }

  /// How many orders such a search would find if nothing bounded it.
  public func searchCount(_ text: String) throws(StorageError) -> SearchCount {
    let query = SearchQuery(text)
    return try read { try query.count($0) }
  }
}

/// How many orders have the words of a search.
public struct SearchCount: Hashable, Sendable {
  /// Not ended, or ended since the day began.
  public let running: Int
  public let older: Int

  public init(running: Int, older: Int) {
    self.running = running
    self.older = older
  }
}

extension SearchQuery {
  private enum Part: CaseIterable {
    case running, older

    /// Asked of each match in turn, as far back as the oldest running order: by a plain `rowid IN`, without the sign
    /// before it, SQLite would search the words once for each of the keys.
    var condition: String {
      let running = "FROM orders WHERE running = 1"
      return switch self {
      case .running: "rowid >= (SELECT min(key) \(running)) AND +rowid IN (SELECT key \(running))"
      case .older: "+rowid NOT IN (SELECT key \(running))"
      }
    }
  }

  /// What the index finds, each with the text in which the words stand.
  func hits(limit: Int, ranked: Bool, in office: Office, _ db: Database) throws -> [SearchHit] {
    guard let expression, limit > 0 else { return [] }
    var keys = try Part.allCases.flatMap { try self.keys($0, expression, limit, ranked: ranked, db) }
    if let number = Int(text.trimmed), let exact = try Self.key(number: number, db) {
      keys = keys.after([exact])
    }
    let row = try db.cachedStatement(sql: "SELECT value FROM orders WHERE key = ?")
    let found = try keys.compactMap { key in
      try Row.fetchOne(row, arguments: [key]).map {
        try CompactDecoder().decode(WorkOrder.self, from: $0.bytes(0))
      }
    }
    let meant = text.trimmed.lowercased()
    let isMeant = { (order: WorkOrder) in order.reference?.lowercased() == meant }
    // What waits for the office is in no row yet.
    return (found.filter(isMeant) + found.filter { !isMeant($0) }).map {
      hit(office.order($0.id) ?? $0, in: office)
    }
  }

  /// The same with the orders of this very number or reference before all others.
  func withMeantFirst(_ hits: [SearchHit], in office: Office) -> [SearchHit] {
    let meant = text.trimmed.lowercased()
    let isMeant = { (hit: SearchHit) in
      String(hit.number) == meant || office.order(hit.id)?.reference?.lowercased() == meant
    }
    return hits.filter(isMeant) + hits.filter { !isMeant($0) }
  }

  func count(_ db: Database) throws -> SearchCount {
    guard let expression else { return SearchCount(running: 0, older: 0) }
    func count(_ part: Part) throws -> Int {
      let statement = try db.cachedStatement(
        sql: "SELECT count(*) FROM search WHERE search MATCH ? AND \(part.condition)")
      return try Int.fetchOne(statement, arguments: [expression]) ?? 0
    }
    return SearchCount(running: try count(.running), older: try count(.older))
  }

  private func keys(
    _ part: Part, _ expression: String, _ limit: Int, ranked: Bool, _ db: Database
  ) throws -> [Int64] {
    func keys(_ expression: String, _ order: String) throws -> [Int64] {
      let statement = try db.cachedStatement(
        sql: "SELECT rowid FROM search WHERE search MATCH ? AND \(part.condition) ORDER BY \(order) LIMIT ?")
      return try Int64.fetchAll(statement, arguments: [expression, limit])
    }
    var found: [Int64] = []
    if !ranked, let wholeWords { found = try keys(wholeWords, "rowid DESC") }
    if found.count < limit { found = try keys(expression, ranked ? "rank" : "rowid DESC") }
    if let phrase { found = try found.after(keys(phrase, "rowid DESC")) }
    return Array(found.prefix(limit))
  }

  private static func key(number: Int, _ db: Database) throws -> Int64? {
    let statement = try db.cachedStatement(sql: "SELECT key FROM orders WHERE number = ?")
    return try Int64.fetchOne(statement, arguments: [number])
  }

  /// Whether every word begins one of an order's: nearly what the index would say, which takes whole words and folds
  /// accents.
  func isFound(in order: WorkOrder, of office: Office) -> Bool {
    let held = SearchQuery.split(SearchText.of(order, in: office))
    return !words.isEmpty && words.allSatisfy { word in held.contains { $0.hasPrefix(word) } }
  }

  func hit(_ order: WorkOrder, in office: Office) -> SearchHit {
    let texts = SearchText.parts(of: order, in: office)
    return SearchHit(
      id: order.id, number: order.number, isOpen: !order.isEnded, receivedAt: order.receivedAt,
      summary: order.summary, siteName: office.site(order.site)?.name ?? "",
      excerpt: texts.lazy.compactMap { excerpt(of: $0) }.first ?? order.summary)
  }
}

extension SearchQuery {
  /// About eighty characters around the first of the words; nothing when none stands in the text.
  func excerpt(of text: String) -> String? {
    guard let place = place(in: text) else { return nil }
    if text.count <= 80 { return text }
    let start = text.index(place, offsetBy: -20, limitedBy: text.startIndex) ?? text.startIndex
    let cut = text[start...].prefix(80)
    return (start == text.startIndex ? "" : "…") + cut + (cut.endIndex == text.endIndex ? "" : "…")
  }
}

extension [Int64] {
  /// The same behind others, each once.
  fileprivate func after(_ others: [Int64]) -> [Int64] { others + filter { !others.contains($0) } }
}
