import Domain
import Settings
import Terminal
import Verbs

extension VerbForm {
  /// A key with a name in the form, or in the list that is open under a field.
  mutating func act(_ action: String, _ model: Model) -> PopupAnswer {
    switch action {
    case "line.run" where matches.isEmpty: return send(.nothing, model)
    case "line.complete" where matches.isEmpty, "line.later" where matches.isEmpty:
      return go("form.next", model)
    case "line.earlier" where matches.isEmpty: return go("form.previous", model)
    case "line.earlier":
      matchIndex = max(firstMark, matchIndex - 1)
      return .stay
    case "line.later":
      matchIndex = min(matches.count - 1, matchIndex + 1)
      return .stay
    case "line.complete", "line.run":
      let goesOn = texts.fields.focused.map { content.goesOn(after: $0.name) } ?? true
      let isTaken = matches.indices.contains(matchIndex)
      takeMatch(model)
      let hasFilled = settle(model)
      if goesOn || !isTaken {
        let step = walk(action == "line.run" ? "form.enter" : "form.next", hasFilled: hasFilled, model)
        // Nothing is taken and nothing comes after it: Enter saves as in any last field.
        if step == .passedEnd { return isTaken ? saved(model) : send(.nothing, model) }
      }
      offerMatches(model, isEntered: true)
      return saved(model)
    case "form.next", "form.enter", "form.previous": return go(action, model)
    case "form.save": return send(.nothing, model)
    case "form.save-and-assign" where !model.mayOffer(AssignVerb.name):
      let role = model.office.person(model.person)?.role ?? .helpdesk
      let sentence = Sentences.refusal(.notAllowed(AssignVerb.permission ?? .dispatchWork, role: role), model)
      return PopupAnswer(result: ResultLine(.refused, sentence))
    case "form.save-and-assign": return send(.assign, model)
    case "form.add-to-found": return addToFound(model)
    case "form.next-found":
      guard var call = content as? CallForm else { return .ignored }
      call.chooseNext(texts, model)
      content = call
      return .stay
    case "form.park": return park(model)
    case "form.next-call": return nextCall(model)
    case "form.big-text":
      guard let field = texts.fields.focused, field.kind == .text else { return .ignored }
      box = TextArea(texts.value(field.name) ?? "")
      matches = []
      return .stay
    case "back", "form.keep-draft", "interrupt":
      guard matches.isEmpty else {
        matches = []
        return .stay
      }
      return leave(model)
    default: return step(texts.fields.handle(.action(action)), model)
    }
  }

  mutating func press(_ key: Key, _ model: Model) -> PopupAnswer {
    if box != nil { return typeIntoBox(key, model) }
    if contexts == KeyContexts.line, case .action(let name) = Self.formAction(key, model) {
      return act(name, model)
    }
    if key == .named(.pageDown) || key == .named(.pageUp) {
      scroll = max(0, scroll + (key == .named(.pageDown) ? 6 : -6))
      return .stay
    }
    if texts.fields.goesOn(with: key) { goOn(model) }
    if isMarked, let field = texts.fields.focused {
      if key == .backspace || key == .named(.delete) {
        texts.set(field.name, to: "")
        return step(.changed, model)
      }
      if key.typed != nil { texts.set(field.name, to: "") }
    }
    let taken = texts.fields.handle(.key(key))
    if taken == .moved { edited = texts.fields.focused?.name }
    return step(taken, model)
  }

  /// A digit is all that a choice asks: words that follow it go into the next field, in the last one they choose.
  private mutating func goOn(_ model: Model) { _ = walk("form.enter", hasFilled: settle(model), model) }

  /// What a digit chooses in the focused field: `1 by name, 2 refused`.
  private var choices: String {
    guard case .choice(let choices)? = texts.fields.focused?.kind else { return "" }
    return choices.prefix(9).enumerated().map { "\($0 + 1) \($1)" }.joined(separator: ", ")
  }

  mutating func paste(_ text: String, _ model: Model) -> PopupAnswer {
    if texts.fields.isAnswered { goOn(model) }
    if isMarked, box == nil, let field = texts.fields.focused { texts.set(field.name, to: "") }
    guard var field = texts.fields.focused, field.kind == .text else { return .ignored }
    let isWhole: Bool
    var answer: PopupAnswer
    if box != nil {
      isWhole = box?.insert(text) ?? true
      answer = boxChanged(model)
    } else {
      isWhole = field.text.insert(text)
      field.fault = nil
      texts.fields.focused = field
      answer = step(.changed, model)
    }
    if !isWhole { answer.result = ResultLine(.warning, "Not all of the paste fitted.") }
    return answer
  }

  mutating func click(_ mouse: Mouse, _ model: Model) -> PopupAnswer {
    guard box == nil, mouse.action == .press(.left) else { return .ignored }
    let inner = Rect(size: model.popupRect(self).size).inset(columns: 2, rows: 1)
    let rows = rows(width: inner.width, without: folded(model))
    guard let row = rows.first(where: { $0.lines.contains(mouse.point.row - 1) }) else { return .ignored }
    texts.fields.focus(on: texts.fields.fields[row.field].name)
    edited = nil
    matches = []
    return .stay
  }

  /// To another field; what follows from the one that is left is filled in.
  private mutating func go(_ action: String, _ model: Model) -> PopupAnswer {
    let hasFilled = settle(model)
    let answer = step(walk(action, hasFilled: hasFilled, model), model)
    offerMatches(model, isEntered: true)
    return hasFilled && !isSending ? saved(model) : answer
  }

  /// What follows from the field that is left; false where that is nothing new.
  private mutating func settle(_ model: Model) -> Bool {
    let before = texts
    if let field = texts.fields.focused { content.settle(field.name, &texts, model) }
    return texts != before
  }

  private mutating func step(_ step: FormFields.Step, _ model: Model) -> PopupAnswer {
    switch step {
    case .ignored: return .ignored
    case .moved:
      matches = []
      scroll = 0
      // What is wrong in a field is said once that is left.
      content.refresh(&texts, model)
      return .stay
    case .missed(let letters):
      var answer = saved(model)
      answer.result = ResultLine(.note, "\"\(letters)\" begins none of these: \(choices).")
      return answer
    case .changed:
      offerMatches(model)
      return saved(model)
    case .passedEnd: return send(.nothing, model)
    }
  }

  /// What a key would be in a form without a list over it.
  private static func formAction(_ key: Key, _ model: Model) -> Keymap.Found {
    model.keymap.action(for: [KeyName(pressed: key.name)], in: KeyContexts.form)
  }
}

extension VerbForm {
  /// What the focused field may mean; of a field that is only entered, what may be meant by nothing at all.
  private mutating func offerMatches(_ model: Model, isEntered: Bool = false) {
    matchIndex = 0
    matches = []
    guard !isSending, let field = texts.fields.focused, field.kind == .text else { return }
    if isEntered, field.value != nil || !content.offersUntyped(field.name) { return }
    guard let text = field.value ?? (isEntered ? "" : nil) else { return }
    matches = content.matches(field.name, text, texts, model)
    matchIndex = firstMark
    if isEntered { matchIndex = -1 }
    if matches.count == 1, matches[0].text == text, texts.id(field.name) == matches[0].id { matches = [] }
  }

  /// Where the mark stands before an arrow was pressed: on the first suggestion, or on none.
  private var firstMark: Int {
    texts.fields.focused.map { content.marksFirst($0.name, of: matches.count) } ?? true ? 0 : -1
  }

  private mutating func takeMatch(_ model: Model) {
    defer { matches = [] }
    guard let field = texts.fields.focused, matches.indices.contains(matchIndex) else { return }
    let match = matches[matchIndex]
    texts.pick(field.name, match.text, id: match.id)
  }

  private mutating func typeIntoBox(_ key: Key, _ model: Model) -> PopupAnswer {
    if key != .enter, key != .up, key != .down, case .action(let name) = Self.formAction(key, model) {
      return actInBox(name, model)
    }
    guard box?.handle(key) ?? false else { return .ignored }
    return boxChanged(model)
  }

  /// Verbs of a form keep their keys in the large box; Enter and the arrows belong to the text.
  private mutating func actInBox(_ name: String, _ model: Model) -> PopupAnswer {
    switch name {
    case "form.clear-field": box = TextArea()
    case "form.delete-word": _ = box?.handle(.character("w", .control))
    case "form.save": return send(.nothing, model)
    case "form.keep-draft" where content.opensBox: return leave(model)
    default:
      box = nil
      return .stay
    }
    return boxChanged(model)
  }

  mutating func boxChanged(_ model: Model) -> PopupAnswer {
    if let text = box?.text, let field = texts.fields.focused { texts.set(field.name, to: text) }
    return saved(model)
  }
}
