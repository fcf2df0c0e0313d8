import Terminal

/// The fields of a form and which one is typed into; answers the keys that every form shares.
public struct FormFields: Hashable, Sendable {
  public var fields: [FormField]
  public private(set) var focus: Int

  public init(_ fields: [FormField], focus: String? = nil) {
    self.fields = fields
    let first = fields.firstIndex { !$0.isShown } ?? 0
    self.focus = focus.flatMap { name in fields.firstIndex { $0.name == name } } ?? first
  }

  /// What a form does with an event.
  public enum Step: Hashable, Sendable {
    /// Not for the fields.
    case ignored
    /// The cursor moved, nothing changed.
    case moved
    /// A text changed: time to save the draft.
    case changed
    /// Enter in the last field.
    case passedEnd
  }

  public var focused: FormField? {
    get { fields.indices.contains(focus) ? fields[focus] : nil }
    set {
      if let newValue, fields.indices.contains(focus) { fields[focus] = newValue }
    }
  }

  /// The field of a name; setting has no effect when there is none.
  public subscript(name: String) -> FormField? {
    get { fields.first { $0.name == name } }
    set {
      guard let newValue, let index = fields.firstIndex(where: { $0.name == name }) else { return }
      fields[index] = newValue
    }
  }

  /// What is in a field, nil for nothing.
  public func value(_ name: String) -> String? { self[name]?.value }

  /// Puts the cursor into a field, such as the one that is missing.
  public mutating func focus(on name: String) {
    if let index = fields.firstIndex(where: { $0.name == name && !$0.isShown }) { focus = index }
  }

  public mutating func handle(_ event: PopupEvent) -> Step {
    switch event {
    case .action(let action): return run(action)
    case .key(let key): return type(key)
    case .paste, .mouse, .shown, .changed, .finished, .answered, .suggested, .draftSaved: return .ignored
    }
  }
}

extension FormFields {
  private mutating func run(_ action: String) -> Step {
    switch action {
    case "form.enter": return move(by: 1) ? .moved : .passedEnd
    case "form.next":
      if !move(by: 1) { focusOnFirst() }
      return .moved
    case "form.previous": return move(by: -1) ? .moved : .ignored
    case "form.clear-field": return edit { $0.text.clear() }
    case "form.delete-word": return edit { $0.text.delete(.wordLeft) }
    default: return .ignored
    }
  }

  private mutating func edit(_ change: (inout FormField) -> Void) -> Step {
    guard var field = focused, !field.isShown else { return .ignored }
    change(&field)
    field.fault = nil
    focused = field
    return .changed
  }

  private mutating func focusOnFirst() { focus = fields.firstIndex { !$0.isShown } ?? 0 }

  /// Goes to the next field that can be typed into; false at either end.
  private mutating func move(by step: Int) -> Bool {
    var index = focus + step
    while fields.indices.contains(index), fields[index].isShown { index += step }
    guard fields.indices.contains(index) else { return false }
    focus = index
    return true
  }

  private mutating func type(_ key: Key) -> Step {
    guard var field = focused else { return .ignored }
    switch field.kind {
    case .shown: return .ignored
    case .choice(let choices):
      guard let chosen = choice(for: key, among: choices, now: field.choiceIndex) else { return .ignored }
      field.text.replace(with: choices[chosen])
    case .text:
      let before = field.text
      guard field.text.handle(key) else { return .ignored }
      if before.text == field.text.text {
        focused = field
        return .moved
      }
    }
    field.fault = nil
    focused = field
    return .changed
  }

  /// A digit names a choice, a letter the next one that begins with it, the side arrows walk.
  private func choice(for key: Key, among choices: [String], now: Int?) -> Int? {
    guard !choices.isEmpty else { return nil }
    if key == .right { return ((now ?? -1) + 1) % choices.count }
    if key == .left { return ((now ?? 0) + choices.count - 1) % choices.count }
    guard let typed = key.typed else { return nil }
    if let digit = typed.wholeNumberValue { return choices.indices.contains(digit - 1) ? digit - 1 : nil }
    let start = (now ?? -1) + 1
    return choices.indices.map { (start + $0) % choices.count }.first {
      choices[$0].lowercased().hasPrefix(typed.lowercased())
    }
  }
}
