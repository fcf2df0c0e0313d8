public import Terminal
public import Verbs

/// The `:` line while something is typed into it.
public struct LineEditor: Hashable, Sendable {
  public internal(set) var field: TextField
  /// What Tab would put in place of the last word, best first.
  public internal(set) var candidates: [Completion] = []
  /// The candidate that is in the line now, while Tab walks through them.
  public internal(set) var picked: Int?
  /// What stood in the line before Tab was pressed.
  var stem = ""
  /// How far back in the history the line is; 0 is what was typed.
  var age = 0
  /// What was typed before the history was walked.
  var typed = ""

  public init(_ text: String = "") { field = TextField(text, limit: 100_000, isOneLine: true) }
}
