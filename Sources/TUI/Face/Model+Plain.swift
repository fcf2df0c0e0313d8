import Domain

/// What a face without a screen has to know of the model.
extension Model {
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

  /// Whether what is typed now is for nobody's eyes.
  public var asksForSecret: Bool { gate.map { !$0.isOnWho } ?? false }
}
