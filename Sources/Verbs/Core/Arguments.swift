/// What was said for each parameter of a verb, as words, by the parameter's name.
///
/// The line and the shell fill it by reading, a form by its fields, a key by the selection.
public struct Arguments: Hashable, Sendable {
  public private(set) var words: [String: [String]]

  public init(_ words: [String: [String]] = [:]) { self.words = words.filter { !$0.value.isEmpty } }

  /// All that was said for a parameter as one text; nil when nothing was.
  public func text(_ name: String) -> String? { words[name].map { $0.joined(separator: " ") } }

  /// Every word that was said for a parameter.
  public func all(_ name: String) -> [String] { words[name] ?? [] }

  public func has(_ name: String) -> Bool { words[name] != nil }

  /// Adds a word to what was said for a parameter.
  public mutating func append(_ word: String, to name: String) { words[name, default: []].append(word) }

  /// Replaces what was said for a parameter.
  public mutating func set(_ name: String, to value: [String]) { words[name] = value.isEmpty ? nil : value }
}
