import Domain
import GRDB
import Sync

/// The full-text index, one row for each order under the order's key.
///
/// FTS5 writes its pending words out whenever a row comes whose key is lower than the last one's, so rows are collected
/// and written by ascending key, each once.
struct SearchIndex {
  private var waiting: [Int64: Waiting] = [:]

  private struct Waiting {
    let text: String
    let isNew: Bool
  }

  init() {}

  mutating func add(_ text: String, key: Int64) { waiting[key] = Waiting(text: text, isNew: true) }

  mutating func change(_ text: String, key: Int64) {
    waiting[key] = Waiting(text: text, isNew: waiting[key]?.isNew ?? false)
  }

  /// Writes what was collected.
  mutating func flush(_ db: Database) throws {
    if waiting.isEmpty { return }
    let insert = try db.cachedStatement(sql: "INSERT INTO search (words, rowid) VALUES (?, ?)")
    let update = try db.cachedStatement(sql: "UPDATE search SET words = ? WHERE rowid = ?")
    for (key, row) in waiting.sorted(by: { $0.key < $1.key }) {
      try (row.isNew ? insert : update).execute(arguments: [row.text, key])
    }
    waiting = [:]
  }

  /// Brings the rows of orders up to date whose site, customer or equipment got another name, or whose site went
  /// to another customer: the newest that the old name finds.
  mutating func rename(_ change: Fold.Change, _ before: Office, _ after: Office, _ db: Database) throws {
    let names =
      SearchIndex.renamed(change.sites, before.sites, after.sites) {
        SearchText.words(of: $0) + [$0.customer?.description]
      }
      + SearchIndex.renamed(change.customers, before.customers, after.customers) { [$0.name] }
      + SearchIndex.renamed(
        change.equipment, before.equipment, after.equipment, SearchText.words(of:))
    if names.isEmpty { return }
    try flush(db)
    var keys: Set<Int64> = []
    for name in names {
      guard let expression = SearchQuery(name + " ").expression else { continue }
      keys.formUnion(
        try Int64.fetchAll(
          db, sql: "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT 20000",
          arguments: [expression]))
    }
    for key in keys.sorted() {
      guard let row = try Row.fetchOne(db, sql: "SELECT value FROM orders WHERE key = ?", arguments: [key])
      else { continue }
      let order = try CompactDecoder().decode(WorkOrder.self, from: row.bytes(0))
      let text = SearchText.of(order, in: after)
      if text != SearchText.of(order, in: before) { self.change(text, key: key) }
    }
  }

  /// The old names of the records whose searched words are others now.
  private static func renamed<ID, Value>(
    _ ids: Set<ID>, _ before: NamedRegister<ID, Value>, _ after: NamedRegister<ID, Value>,
    _ words: (Value) -> [String?]
  ) -> [String] {
    ids.compactMap { id in
      guard let old = before[id], let new = after[id], words(old) != words(new) else { return nil }
      return old.name
    }
  }
}
