import Terminal

/// The fields of a form and which one is typed into; answers the keys that every form shares.
public struct FormFields: Hashable, Sendable {
  public var fields: [FormField]
  public private(set) var focus: Int
  /// What was typed into the focused choice so far, one letter after the other.
  private var letters = ""
  /// Whether the last key was a digit that chose: words that follow are meant for what comes next, see decision 0063.
  private(set) var isAnswered = false
  /// What the focused choice was before the first of them.
  private var beforeLetters: TextField?
  /// What was typed into choices and chose nothing, by field: a form is not sent over it without a word.
  private var missed: [String: String] = [:]

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
    /// So much was typed into a choice, and none of it begins so.
    case missed(String)
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
    if let index = fields.firstIndex(where: { $0.name == name && !$0.isShown }) { go(to: index) }
  }

  /// Whether a key begins words that are typed right after a digit chose, and so are meant for what comes next.
  func goesOn(with key: Key) -> Bool {
    guard isAnswered, let typed = key.typed else { return false }
    return typed != " " && !typed.isWholeNumber
  }

  /// Takes a key or an action; the fields that are folded away are passed over.
  public mutating func handle(_ event: PopupEvent, without folded: Set<Int> = []) -> Step {
    switch event {
    case .action(let action): return run(action, without: folded)
    case .key(let key): return type(key)
    case .paste, .mouse, .shown, .changed, .finished, .answered, .suggested, .draftSaved: return .ignored
    }
  }
}

extension FormFields {
  private mutating func run(_ action: String, without folded: Set<Int>) -> Step {
    switch action {
    case "form.enter": return move(by: 1, without: folded) ? .moved : .passedEnd
    case "form.next":
      if !move(by: 1, without: folded) { go(to: fields.firstIndex { !$0.isShown } ?? 0) }
      return .moved
    case "form.previous": return move(by: -1, without: folded) ? .moved : .ignored
    case "form.clear-field": return edit { $0.text.clear() }
    case "form.delete-word": return edit { $0.text.delete(.wordLeft) }
    default: return .ignored
    }
  }

  private mutating func edit(_ change: (inout FormField) -> Void) -> Step {
    guard var field = focused, !field.isShown else { return .ignored }
    change(&field)
    field.fault = nil
    missed[field.name] = nil
    focused = field
    letters = ""
    isAnswered = false
    return .changed
  }

  /// Goes to the next field that can be typed into; false at either end.
  private mutating func move(by step: Int, without folded: Set<Int>) -> Bool {
    var index = focus + step
    while fields.indices.contains(index), fields[index].isShown || folded.contains(index) { index += step }
    guard fields.indices.contains(index) else { return false }
    go(to: index)
    return true
  }

  private mutating func go(to index: Int) {
    if index == focus { return }
    (letters, isAnswered) = ("", false)
    focus = index
  }

  private mutating func type(_ key: Key) -> Step {
    guard var field = focused else { return .ignored }
    switch field.kind {
    case .shown: return .ignored
    case .choice(let choices):
      if letters.isEmpty { beforeLetters = field.text }
      guard let chosen = choice(for: key, among: choices, now: field.choiceIndex) else {
        return miss(key, in: &field)
      }
      field.text.replace(with: choices[chosen])
      isAnswered = key.typed?.isWholeNumber ?? false
    case .text:
      let before = field.text
      guard field.text.handle(key) else { return .ignored }
      if before.text == field.text.text {
        focused = field
        return .moved
      }
    }
    field.fault = nil
    missed[field.name] = nil
    focused = field
    return .changed
  }

  /// A digit names a choice, the side arrows walk, letters are the beginning of one.
  private mutating func choice(for key: Key, among choices: [String], now: Int?) -> Int? {
    guard !choices.isEmpty else { return nil }
    if let typed = key.typed, typed != " ", !typed.isWholeNumber {
      return choice(beginning: String(typed).lowercased(), choices.map { $0.lowercased() }, now)
    }
    if key.typed != " " { letters = "" }
    if key == .right { return ((now ?? -1) + 1) % choices.count }
    if key == .left { return ((now ?? 0) + choices.count - 1) % choices.count }
    guard let digit = key.typed?.wholeNumberValue else { return nil }
    return choices.indices.contains(digit - 1) ? digit - 1 : nil
  }

  /// The choice that begins with what was typed so far. The same letter again goes to the next one, and another one
  /// begins anew unless letters before it were none of these: they are a word that is meant for another field.
  private mutating func choice(beginning letter: String, _ choices: [String], _ now: Int?) -> Int? {
    let before = letters
    letters += letter
    if letters.count > 1, let whole = choices.firstIndex(where: { $0.hasPrefix(letters) }) { return whole }
    let isHit = before.isEmpty || now.map { choices[$0].hasPrefix(before) } ?? false
    let start = (now ?? -1) + 1
    let next = choices.indices.map { (start + $0) % choices.count }.first { choices[$0].hasPrefix(letter) }
    guard isHit, let next else { return nil }
    letters = letter
    return next
  }

  /// A letter or digit that chooses nothing is said beside the field, and a word that does not chose nothing with its
  /// first letters either; the blank and other keys are none of it.
  private mutating func miss(_ key: Key, in field: inout FormField) -> Step {
    guard let typed = key.typed, typed != " " else { return .ignored }
    let word = typed.isWholeNumber ? String(typed) : letters
    if !typed.isWholeNumber, let beforeLetters { field.text = beforeLetters }
    isAnswered = false
    field.fault = FormFields.noneOfThese(word)
    missed[field.name] = word
    focused = field
    return .missed(word)
  }

  static func noneOfThese(_ word: String) -> String { "\"\(word)\" is none of these" }

  /// The first choice into which something was typed that chose nothing, and what; once, so that whoever was told so may
  /// leave it at that.
  mutating func takeMissed() -> (field: String, word: String)? {
    guard let field = fields.first(where: { missed[$0.name] != nil }), let word = missed[field.name] else {
      return nil
    }
    missed[field.name] = nil
    return (field.name, word)
  }
}
