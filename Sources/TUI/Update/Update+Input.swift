import Settings
import Terminal

extension Model {
  mutating func take(_ input: Input) -> [Effect] {
    if case .wall = face { wall.untouched = 0 }
    notePaste(input)
    if gate != nil { return takeAtGate(input) }
    if isTypedAhead(input) {
      typedAhead.append(input)
      return []
    }
    switch input {
    case .key(let key): return press(key)
    case .mouse(let mouse): return point(mouse)
    case .paste(let text): return paste(text)
    case .pasteCut(let bytes):
      say(.warning, "The paste was too long: its last \(bytes) bytes are left out.")
      return []
    case .pasteOpen, .focus, .backgroundColour, .privateMode: return []
    }
  }

  /// Keys go into an open paste and seem dead: that is said while it is so.
  private mutating func notePaste(_ input: Input) {
    let note = ResultLine(.warning, Sentences.pasteOpen)
    switch input {
    case .pasteOpen:
      if gate != nil { sayAtGate(note.sentence) } else { result = note }
    case .paste where result == note: result = nil
    case .paste, .pasteCut, .key, .mouse, .focus, .backgroundColour, .privateMode: break
    }
  }

  /// What is typed while the top popup waits for its answer is meant for what comes after it. The first key may
  /// still be one that leaves.
  private func isTypedAhead(_ input: Input) -> Bool {
    guard line == nil, popups.last?.isWaiting ?? false else { return false }
    switch input {
    case .key(let key): return !typedAhead.isEmpty || (key != .escape && key != Key(name: "C-c"))
    case .paste, .pasteCut: return true
    case .pasteOpen, .mouse, .focus, .backgroundColour, .privateMode: return false
    }
  }

  /// Takes what was typed ahead, once nothing waits any more; after a refusal it would reach what it was not meant
  /// for, and is forgotten.
  mutating func takeTypedAhead(after outcome: Outcome) -> [Effect] {
    guard !typedAhead.isEmpty, !(popups.last?.isWaiting ?? false) else { return [] }
    let inputs = typedAhead
    typedAhead = []
    guard case .done = outcome, gate == nil else { return [] }
    return inputs.flatMap { take($0) }
  }

  /// The line owns every key, then the top popup, then the filter being typed, then the panes.
  ///
  /// What the last action came to stays while the cursor moves and text is typed; the next thing that is done on
  /// purpose takes its place, whether or not it has something to say.
  private mutating func press(_ key: Key) -> [Effect] {
    let keys = pending + [KeyName(pressed: key.name)]
    let found = keymap.action(for: keys, in: contexts)
    let before = result
    result = nil
    let effects = press(key, keys, found)
    if result == nil, Self.leavesResult(found) { result = before }
    return effects
  }

  private static func leavesResult(_ found: Keymap.Found) -> Bool {
    switch found {
    case .prefix, .none: true
    case .action(let name): name.hasPrefix("move.") || name.hasPrefix("screen.") || name.hasPrefix("mark.")
    }
  }

  private mutating func press(_ key: Key, _ keys: [KeyName], _ found: Keymap.Found) -> [Effect] {
    let wasPending = !pending.isEmpty
    switch found {
    case .action(let name):
      pending = []
      return run(name, by: key)
    case .prefix:
      pending = keys
      return []
    case .none:
      pending = []
      if wasPending {
        if key != .escape { say(.note, "\(keys.spelling) is bound to nothing.") }
        return []
      }
      return type(key)
    }
  }

  /// An action of the keymap wherever the keys are now.
  mutating func run(_ name: String, by key: Key?) -> [Effect] {
    if name == Action.tourNext.rawValue {
      skipTourStep()
      return []
    }
    tour?.heard = name
    if let action = AlwaysAction(rawValue: name) { return always(action) }
    if line != nil { return LineAction(rawValue: name).map { lineAction($0) } ?? [] }
    if !popups.isEmpty { return popupAction(name) }
    if isFiltering { return FilterAction(rawValue: name).map { filterAction($0) } ?? [] }
    let wasLeaving = isLeaving
    isLeaving = false
    guard let action = Action(rawValue: name) else { return take(choice: name) ?? runVerb(name) }
    guard face.isConsole else {
      if action == .openMenu { return [] }
      return faceAction(action, by: key, wasLeaving: wasLeaving)
    }
    let effects = paneAction(action, by: key, wasLeaving: wasLeaving)
    settleMarkRange(after: action)
    return effects
  }

  /// A key without a meaning here: text where text is typed.
  private mutating func type(_ key: Key) -> [Effect] {
    if line != nil {
      typeIntoLine(key)
      return []
    }
    if let top = popups.last {
      let (effects, isHandled) = hand(.key(key), to: top.number)
      if !isHandled, !top.popup.contexts.contains("form"), result == nil {
        say(.note, Sentences.deadKey(key, in: top.popup, self))
      }
      return effects
    }
    if isFiltering {
      typeIntoFilter(key)
      return []
    }
    say(.note, Sentences.deadKey(key, self))
    return []
  }

  private mutating func paste(_ text: String) -> [Effect] {
    if line != nil {
      line?.field.insert(text)
      line?.forgetCandidates()
      return []
    }
    if !popups.isEmpty { return handTop(.paste(text)) }
    if isFiltering { changeFilter { $0.insert(text) } }
    return []
  }

  private mutating func always(_ action: AlwaysAction) -> [Effect] {
    switch action {
    case .redraw:
      versions.all &+= 1
      return [.redraw]
    case .suspend:
      guard isForced else { return [.suspend] }
      say(.refused, "Nothing lies behind this screen to go back to: q leaves it, and the line ends.")
      return []
    case .toggleMouse:
      isMouseCaptured.toggle()
      say(.note, isMouseCaptured ? "The mouse works in Callout." : "The mouse selects text.")
      return [.captureMouse(isMouseCaptured)]
    case .openLine:
      guard line == nil else { return [] }
      guard face.hasLine else {
        say(.note, "The command line is the console's: callout opens it.")
        return []
      }
      line = LineEditor()
      return []
    case .openHelp:
      guard line == nil, !(popups.last?.popup is HelpPopup) else { return [] }
      return open(HelpPopup(self))
    case .interrupt:
      if line != nil || !popups.isEmpty || isFiltering { return run(Action.back.rawValue, by: .escape) }
      isLeaving = true
      say(.note, Sentences.leaving(self))
      return []
    }
  }
}

extension Model {
  mutating func say(_ kind: ResultLine.Kind, _ sentence: String) {
    result = ResultLine(kind, sentence)
  }
}
