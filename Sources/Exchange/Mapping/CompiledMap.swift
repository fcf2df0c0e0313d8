import Domain
import Settings

/// An import map laid over a file's header: which column gives which field, and how.
struct CompiledMap {
  private let fields: [String: Rule]
  let zone: ZoneRules
  private let missing: Set<String>
  /// The columns of which the map says what may stand there, and takes nothing else in its place.
  private let strict: [MappedColumn]
  /// Whether the file is one that Callout has written.
  private let isOwn: Bool

  private enum Rule {
    case column(MappedColumn)
    case joined([Int], separator: String)
  }

  /// Throws for a column that the header lacks; `zone` is that of times without an offset.
  init(_ map: ImportMap, kind: ImportKind, header: [String], zone: ZoneRules) throws(ExchangeError) {
    var places: [String: Int] = [:]
    for (index, name) in header.enumerated() where places[name] == nil { places[name] = index }
    func place(_ name: String) throws(ExchangeError) -> Int {
      guard let index = places[name] else {
        throw .noColumn(name, nearest: Nearest.words(to: name, in: header))
      }
      return index
    }
    var fields: [String: Rule] = [:]
    for field in map.fields {
      switch field.rule {
      case .column(let column):
        fields[field.name] = .column(MappedColumn(column, at: try place(column.name)))
      case .joined(let names, let separator):
        var indices: [Int] = []
        for name in names { indices.append(try place(name)) }
        fields[field.name] = .joined(indices, separator: separator)
      }
    }
    if map.source.hasOwnColumns {
      for (name, index) in places where fields[name] == nil && kind.fields.contains(name) {
        fields[name] = .column(MappedColumn(ImportMap.Column(name), at: index))
      }
    }
    isOwn = map.source.hasOwnColumns
    self.fields = fields
    self.zone = zone
    missing = Set(map.source.missing)
    strict = fields.values.compactMap { rule in
      guard case .column(let column) = rule, column.column.defaultValue == nil,
        column.column.pattern != nil || !column.column.values.isEmpty
      else { return nil }
      return column
    }
  }

  /// Refuses a row with a text in two or more of the columns of which the map says what may stand there, and in none of
  /// them one that may: a cell too many before them, and one too few behind.
  func refuseShifted(_ row: DelimitedRow) throws(RowRefusal) {
    var odd: [Int: String] = [:]
    for rule in strict where present(row[rule.index]) != nil {
      if text(rule, of: row) != nil { return }
      odd[rule.index] = rule.column.name
    }
    if odd.count > 1 { throw .shifted(columns: odd.sorted { $0.key < $1.key }.map(\.value)) }
  }

  /// Whether one of the fields is filled by a column at all.
  func reads(anyOf names: [String]) -> Bool { names.contains { fields[$0] != nil } }

  /// A field's text after pattern, values, aliases and default; nil when there is nothing there.
  ///
  /// Words are kept as they came, blanks at their ends included.
  func text(_ field: String, of row: DelimitedRow) -> String? {
    switch fields[field] {
    case nil: return nil
    case .joined(let columns, let separator):
      let parts = columns.compactMap { present(row[$0]) }
      return parts.isEmpty ? nil : parts.joined(separator: separator)
    case .column(let column): return text(column, of: row)
    }
  }

  /// A field's text without outer blanks, for names, numbers and choices.
  func word(_ field: String, of row: DelimitedRow) -> String? {
    text(field, of: row).map { $0.trimmed }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// An instant; throws `RowRefusal.badDate` for a text that no format reads.
  func instant(_ field: String, of row: DelimitedRow) throws(RowRefusal) -> Timestamp? {
    guard let text = word(field, of: row), case .column(let column)? = fields[field] else { return nil }
    for format in column.formats {
      if let instant = format.instant(text, zone: zone) { return instant }
    }
    throw .badDate(field: field, text: text)
  }
}

extension CompiledMap {
  /// A day, as its ISO form; throws for a text that no format reads.
  func day(_ field: String, of row: DelimitedRow) throws(RowRefusal) -> String? {
    try instant(field, of: row).map { zone.date(at: $0).iso }
  }

  private func present(_ text: String) -> String? {
    if text.isEmpty { return nil }
    let trimmed = text.trimmed
    return missing.contains(trimmed) || trimmed.isEmpty ? nil : text
  }

  private func text(_ rule: MappedColumn, of row: DelimitedRow) -> String? {
    let written = row[rule.index]
    guard var text = present(isOwn ? DelimitedWriter.bare(written) : written) else {
      return rule.column.defaultValue
    }
    if rule.column.pattern != nil {
      guard let part = rule.part(of: text) else { return rule.column.defaultValue }
      text = part
    }
    if !rule.column.values.isEmpty { return rule.column.values[text.trimmed] ?? rule.column.defaultValue }
    return rule.column.aliases.isEmpty ? text : rule.column.aliases[text.trimmed] ?? text
  }
}
