import Domain
public import Terminal

/// One field of a form: what it is called, what is in it, and what is said beside it.
public struct FormField: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Words; completions come from outside and are taken with Tab or the arrows.
    case text
    /// One of few, picked by digit or letter; `required` has no empty state.
    case choice([String])
    /// Read only, such as a due time that follows from the rest.
    case shown
  }

  /// The name in the draft and in the verb, such as `reason`.
  public let name: String
  public let label: String
  public let kind: Kind
  public var text: TextField
  /// What is said to the right of it: a proposal, a warning, a fact.
  public var note = ""
  /// Whether what is in it was worked out: what is typed takes its place.
  public var isProposed = false
  /// Why what is in it will not do; shown instead of the note.
  public var fault: String?

  public init(
    _ name: String, label: String, kind: Kind = .text, text: String = "", note: String = "",
    isProposed: Bool = false
  ) {
    self.name = name
    self.label = label
    self.kind = kind
    self.text = TextField(text)
    self.note = note
    self.isProposed = isProposed
  }

  public var isShown: Bool { kind == .shown }

  /// What is in it, as it was typed; nil when that is nothing but blanks.
  public var value: String? { text.text.trimmed.isEmpty ? nil : text.text }

  /// The number of the choice that is in it.
  public var choiceIndex: Int? {
    guard case .choice(let choices) = kind else { return nil }
    return choices.firstIndex(of: text.text)
  }
}
