import Settings
import _StringProcessing

/// A column of a file with the rule by which a field is read from it. A class: every field of every row asks for
/// one, and copying the rule would cost more than following it.
final class MappedColumn {
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
