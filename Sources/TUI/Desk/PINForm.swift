import Domain
import Terminal
import Verbs

/// Asks for a new PIN, twice and unseen, and first for the PIN of whoever sets it, if he has one.
struct PINForm: Popup {
  private struct Field {
    let label: String
    var text = TextField("", limit: PINRule.longest, isOneLine: true)
  }

  let person: Person.ID
  let name: String
  let isOff: Bool
  private var fields: [Field]
  private let asksOwn: Bool
  private var focus = 0
  private var said: String?
  private var isSending = false
  private var isSlowed = false

  init(_ person: Person, isOff: Bool, _ model: Model) {
    self.person = person.id
    self.isOff = isOff
    let words = person.name.words
    name = isOff ? "Take the PIN of \(words) away" : "PIN of \(words)"
    asksOwn = model.office.person(model.person)?.pin != nil
    fields =
      (asksOwn ? [Field(label: "Your PIN now")] : [])
      + (isOff ? [] : [Field(label: "New PIN"), Field(label: "The same again")])
  }

  var mayBePutAside: Bool { false }
  var contexts: [String] { KeyContexts.form }
  var isWaiting: Bool { isSending }

  func wantedSize(in screen: Size, _ model: Model) -> Size {
    Size(width: min(72, screen.width - 4), height: fields.count + 6)
  }

  mutating func handle(_ event: PopupEvent, _ model: Model) -> PopupAnswer {
    switch event {
    case .shown where fields.isEmpty: return send()
    case .action("form.next"): focus = focus + 1 < fields.count ? focus + 1 : 0
    case .action("form.enter"):
      if focus + 1 < fields.count { focus += 1 } else { return save() }
    case .action("form.previous"): focus = max(0, focus - 1)
    case .action("form.save"): return save()
    case .action("form.clear-field"): edit { $0.clear() }
    case .action("form.delete-word"): edit { $0.clear() }
    case .key(let key):
      if let letter = key.typed { insert(String(letter)) } else { edit { _ = $0.handle(key) } }
    case .paste(let text): insert(text.trimmed)
    case .finished(.done): return .close
    case .finished(.refused(let refusal, let proposal)):
      isSending = false
      said = Sentences.refusal(refusal, model, of: proposal)
    case .finished(.failed(let failure, _)):
      isSending = false
      said = Sentences.failure(failure, model)
    case .answered(.pin(let answer)): take(answer, model)
    case .action, .mouse, .shown, .changed, .answered, .suggested, .draftSaved: return .ignored
    }
    return .stay
  }

  private mutating func take(_ answer: PINAnswer, _ model: Model) {
    isSending = false
    switch answer {
    case .wrong(let id, let seconds):
      isSlowed = seconds > 0
      said = model.wording.wrongPIN(id, seconds: seconds)
      focus = 0
      edit { $0.clear() }
    case .nextTry:
      isSlowed = false
      said = Wording.nextTry
    case .refused(let sentence): said = sentence
    case .wanted, .triedSince: break
    }
  }

  private mutating func edit(_ change: (inout TextField) -> Void) {
    if fields.indices.contains(focus) { change(&fields[focus].text) }
  }

  private mutating func insert(_ text: String) {
    guard text.utf8.allSatisfy({ (48...57).contains($0) }) else {
      said = PINRule.fault(in: "x")
      return
    }
    said = nil
    edit { $0.insert(text) }
  }

  private mutating func save() -> PopupAnswer {
    guard !isOff else { return send() }
    let new = fields[fields.count - 2].text.text
    if let fault = PINRule.fault(in: new) {
      said = fault
      for index in [fields.count - 1, fields.count - 2] {
        focus = index
        edit { $0.clear() }
      }
      return .stay
    }
    guard fields[fields.count - 1].text.text == new else {
      said = Wording.pinsDiffer
      focus = fields.count - 1
      edit { $0.clear() }
      return .stay
    }
    return send()
  }

  private mutating func send() -> PopupAnswer {
    guard !isSlowed else { return .stay }
    isSending = true
    let own = asksOwn ? fields[0].text.text : nil
    let new = isOff ? nil : fields.last?.text.text
    return PopupAnswer(effects: [.setPIN(person, new: new, own: own, .popup(0))])
  }

  func draw(on canvas: inout Canvas, _ model: Model) {
    canvas.box(
      canvas.bounds, style: StyleRole.border.style, titles: [name], titleStyle: StyleRole.popupTitle.style,
      footer: [
        model.hints(
          [("form.enter", "next, then set"), ("form.save", "set"), ("form.keep-draft", "leave it")],
          in: contexts)
      ])
    for (row, field) in fields.enumerated() {
      canvas.put(field.label, at: Point(column: 2, row: row + 1), style: StyleRole.fieldLabel.style)
      field.text.draw(
        on: &canvas, at: Point(column: 18, row: row + 1), width: min(PINRule.longest + 1, canvas.width - 20),
        style: (row == focus ? StyleRole.fieldFocus : StyleRole.fieldValue).style, isFocused: row == focus,
        isSecret: true)
    }
    let words =
      isSending ? "Being set…" : said ?? "4 to \(PINRule.longest) digits. It guards this desk, not the file."
    for (row, line) in wrapped(words, width: max(1, canvas.width - 4)).prefix(3).enumerated() {
      canvas.put(
        line, at: Point(column: 2, row: fields.count + 2 + row),
        style: (said == nil ? StyleRole.dim : StyleRole.resultWarning).style)
    }
  }
}
