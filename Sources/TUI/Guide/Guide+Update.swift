import Domain
import Settings
import Terminal
import Verbs

/// Takes a message in and says what is to be done outside; the only way for the guide to change.
public func update(_ guide: inout Guide, _ message: GuideMessage) -> [GuideEffect] {
  switch message {
  case .resized(let size):
    guide.size = size
    return []
  case .input(.key(let key)): return guide.press(key)
  case .input(.paste(let text)): return guide.paste(text)
  case .input(.pasteOpen):
    (guide.said, guide.isRefused) = ([Sentences.pasteOpen], true)
    return []
  case .input: return []
  case .answered(let lines, let isDone, let office): return guide.answered(lines, isDone, office)
  }
}

extension Guide {
  /// The contexts of the keymap that are active, innermost first.
  var contexts: [String] {
    fields.fields.isEmpty || isPreviewed ? KeyContexts.popup : KeyContexts.form
  }

  mutating func press(_ key: Key) -> [GuideEffect] {
    guard !isWorking else { return [] }
    if showsHelp {
      showsHelp = false
      return []
    }
    guard case .action(let action) = keymap.action(for: [KeyName(pressed: key.name)], in: contexts) else {
      return type(.key(key))
    }
    switch action {
    case Action.openHelp.rawValue: showsHelp = true
    case Action.redraw.rawValue: return [.redraw]
    case Action.interrupt.rawValue: return [.keep, .quit]
    case Action.formPark.rawValue: return skip()
    case Action.back.rawValue, Action.keepDraft.rawValue: return back()
    case Action.formSave.rawValue: return submit()
    case Action.chooseHighlighted.rawValue: return isPreviewed ? submit() : choose(index)
    case Action.moveDown.rawValue where !isPreviewed: index = min(choices.count - 1, index + 1)
    case Action.moveUp.rawValue where !isPreviewed: index = max(0, index - 1)
    default:
      if let digit = Action(rawValue: action)?.digit, contexts == KeyContexts.popup, !isPreviewed {
        return choose(digit - 1)
      }
      return type(.action(action))
    }
    return []
  }

  mutating func paste(_ text: String) -> [GuideEffect] {
    if said == [Sentences.pasteOpen] { (said, isRefused) = ([], false) }
    guard !isWorking, contexts == KeyContexts.form else { return [] }
    if fields.isAnswered { _ = fields.handle(.action("form.enter")) }
    guard var field = fields.focused, case .text = field.kind else { return [] }
    field.text.insert(String(text.map { $0.isNewline ? " " : $0 }))
    fields.focused = field
    return [.keep]
  }

  private mutating func type(_ event: PopupEvent) -> [GuideEffect] {
    guard contexts == KeyContexts.form else { return [] }
    if case .key(let key) = event, fields.goesOn(with: key) { _ = fields.handle(.action("form.enter")) }
    switch fields.handle(event) {
    case .ignored, .moved, .missed: return []
    case .changed:
      proposeHandle()
      return [.keep]
    case .passedEnd: return submit()
    }
  }

  /// Beside the handle stands the one that the name gives, until somebody types another.
  private mutating func proposeHandle() {
    guard step == .people || step == .technicians else { return }
    let note = proposedHandle.map { "\($0) unless said; one word, unique" } ?? Self.handleNote
    fields["handle"]?.note = note
  }

  private mutating func submit() -> [GuideEffect] {
    guard let command else { return go(to: step.next) }
    if step == .office, fields.value("name") == nil {
      fields.focus(on: "name")
      return answered(["An office needs a name: type one, such as Riverside."], false, nil)
    }
    isWorking = true
    return [.run(command)]
  }

  /// The field whose value is named as what will not do gets the cursor.
  private mutating func focusOnRefused(_ lines: [String]) {
    let refused = fields.fields.first { field in
      field.value.map { value in lines.contains { $0.contains("\"\(value.trimmed)\"") } } ?? false
    }
    if let refused { fields.focus(on: refused.name) }
  }

  mutating func answered(_ lines: [String], _ isDone: Bool, _ office: Office?) -> [GuideEffect] {
    isWorking = false
    said = lines
    isRefused = !isDone
    if let office { self.office = office }
    guard isDone else {
      isPreviewed = false
      focusOnRefused(lines)
      return []
    }
    switch step {
    case .office: return go(to: .people, keepsSaid: true)
    case .importing where !isPreviewed:
      isPreviewed = true
      return []
    case .importing, .people, .technicians, .levels:
      isPreviewed = false
      fields = freshFields()
      return [.keep]
    case .welcome, .done: return []
    }
  }

  /// What a page without fields offers.
  var choices: [String] {
    switch step {
    case .welcome: ["set up an office here", "look at a made-up day first", "leave"]
    case .done: ["open the console", "one step back"]
    case .office, .people, .technicians, .levels, .importing: []
    }
  }

  private mutating func choose(_ number: Int) -> [GuideEffect] {
    switch (step, number) {
    case (.welcome, 0): return go(to: .office)
    case (.welcome, 1): return [.openDemo]
    case (.welcome, 2): return [.quit]
    case (.done, 0): return [.finish]
    case (.done, 1): return go(to: .importing)
    default: return []
    }
  }

  /// Every step but the first can wait.
  private mutating func skip() -> [GuideEffect] {
    if step == .office || step == .welcome {
      isRefused = true
      said = ["An office needs a name before anything else can be done in it."]
      return []
    }
    return step == .done ? [.finish] : go(to: step.next)
  }

  private mutating func back() -> [GuideEffect] {
    if isPreviewed {
      isPreviewed = false
      said = ["Nothing was imported."]
      return []
    }
    switch step {
    case .welcome: return [.quit]
    case .people:
      said = ["The office is there: Esc cannot take it back. office set changes its name later."]
      isRefused = true
      return []
    case .office, .technicians, .levels, .importing, .done: return go(to: step.before)
    }
  }

  private mutating func go(to next: GuideStep, keepsSaid: Bool = false) -> [GuideEffect] {
    step = next
    index = 0
    isPreviewed = false
    if !keepsSaid {
      said = []
      isRefused = false
    }
    fields = freshFields()
    return [.keep]
  }
}
