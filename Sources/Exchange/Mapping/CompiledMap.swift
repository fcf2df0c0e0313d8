import Domain
import Settings
import _StringProcessing

/// An import map laid over a file's header: which column gives which field, and how.
struct CompiledMap {
  private let fields: [String: Rule]
  let zone: ZoneRules
  private let missing: Set<String>
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

/// A column of a file with the rule by which a field is read from it. A class: every field of every row asks for
/// one, and copying the rule would cost more than following it.
private final class MappedColumn {
  /// So many texts are remembered with what a pattern takes of them.
  private static let mostRemembered = 4_096

  let index: Int
  let column: ImportMap.Column
  let formats: [DateReader]
  private let pattern: Regex<AnyRegexOutput>?
  private var parts: [String: String?] = [:]

  init(_ column: ImportMap.Column, at index: Int) {
    self.index = index
    self.column = column
    formats = column.formats.isEmpty ? DateReader.usual : column.formats.map(DateReader.init(pattern:))
    pattern = column.pattern.flatMap { try? Regex($0) }
  }

  /// What the pattern's group captures, remembered for the texts that come again.
  func part(of text: String) -> String? {
    if let known = parts[text] { return known }
    if parts.count > Self.mostRemembered { parts = [:] }
    let match = pattern.flatMap { try? $0.firstMatch(in: text) }
    let group = column.group
    let captured = match.flatMap {
      $0.output.count > group ? $0.output[group].substring.map(String.init) : nil
    }
    parts[text] = .some(captured)
    return captured
  }
}

/// Why one row is not taken; the others go on.
public enum RowRefusal: Error, Hashable, Sendable {
  case badDate(field: String, text: String)
  case badNumber(field: String, text: String)
  case badChoice(field: String, text: String)
  case missing(field: String)
  /// Bytes that are none in the encoding that the map declares.
  case undecodable(column: String)
  /// Part of what follows a quote that was opened on this line.
  case unclosedQuote(line: Int)
  /// Part of a row that began on this line and is past the limit, or behind it.
  case rowTooLarge(line: Int, limitBytes: Int)
  case ragged(fields: Int, header: Int)
  /// A row of somebody else has the handle, or the office knows another one by it.
  case handleTaken(handle: String, by: String)
  case refused(String)

  /// The name under which the report counts it.
  public var code: String {
    switch self {
    case .badDate: "badDate"
    case .badNumber: "badNumber"
    case .badChoice: "badChoice"
    case .missing(let field): "missing \(field)"
    case .undecodable: "undecodable"
    case .unclosedQuote: "unclosedQuote"
    case .rowTooLarge: "rowTooLarge"
    case .ragged: "ragged"
    case .handleTaken: "handleTaken"
    case .refused(let code): code
    }
  }

  /// The reason as it stands in the file of refused rows.
  public var sentence: String {
    switch self {
    case .badDate(let field, let text): "\(field): \"\(text)\" is no date of the map's formats"
    case .badNumber(let field, let text): "\(field): \"\(text)\" is no number, or none that it may be"
    case .badChoice(let field, let text): "\(field): \"\(text)\" is none of the words it may be"
    case .missing(let field): "\(field) is missing"
    case .undecodable(let column): "\"\(column)\" has bytes that are none in the map's encoding"
    case .unclosedQuote(let line): "a quote opens on line \(line) and never closes"
    case .rowTooLarge(let line, let limit): "the row from line \(line) on is over \(limit) bytes"
    case .ragged(let fields, let header): "\(fields) fields where the header has \(header)"
    case .handleTaken(let handle, let name): "the handle \"\(handle)\" is \(name)'s"
    case .refused(let code): code
    }
  }
}
