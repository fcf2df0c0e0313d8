import Domain
import Settings
import Terminal

/// What a face without a screen has to know of the model.
extension Model {
  /// Whether each choice is a line that is typed, and what is said is read out: no face with panes is.
  var isLineByLine: Bool { isPlain && !face.isConsole }

  /// Whether a key can be typed as a line: one letter or Enter, where only lines can be.
  func isTypable(_ keys: [KeyName]) -> Bool {
    guard isLineByLine else { return true }
    return keys.allSatisfy { $0.spelling.count == 1 || $0.spelling == "Enter" }
  }

  /// Whether letters are words now and no keys.
  var asksForWords: Bool { fieldAskedFor != nil }

  /// The label of the field that is asked for; nil where none is.
  public var fieldAskedFor: String? {
    if let gate { return gate.isOnWho ? "Who" : "PIN" }
    guard let form = popups.last?.popup as? VerbForm, let field = form.texts.fields.focused else {
      return nil
    }
    return field.label
  }

  /// What the field that is asked for has to choose from; nil where words are asked for.
  public var choicesAskedFor: [String]? {
    guard gate == nil, let form = popups.last?.popup as? VerbForm,
      case .choice(let choices)? = form.texts.fields.focused?.kind
    else { return nil }
    return choices
  }

  /// Whether what is typed now is for nobody's eyes.
  public var asksForSecret: Bool { gate.map { !$0.isOnWho } ?? false }
}
