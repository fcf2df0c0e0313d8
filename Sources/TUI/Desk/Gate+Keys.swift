import Domain
import Settings
import Terminal
import Verbs

extension Model {
  /// At the gate nothing reaches what lies behind it.
  ///
  /// What is typed while a PIN is looked at is meant for what comes after it.
  mutating func takeAtGate(_ input: Input) -> [Effect] {
    if gate?.isChecking ?? false {
      if input != .pasteOpen { typedAhead.append(input) }
      return []
    }
    switch input {
    case .key(let key): return pressAtGate(key)
    case .paste(let text):
      gate?.said = nil
      typeAtGate(text.trimmed)
    case .pasteOpen, .mouse, .pasteCut, .focus, .backgroundColour, .privateMode: break
    }
    return []
  }

  private mutating func pressAtGate(_ key: Key) -> [Effect] {
    if gate?.showsHelp ?? false {
      gate?.showsHelp = false
      return []
    }
    let wasLeaving = gate?.isLeaving ?? false
    gate?.isLeaving = false
    guard case .action(let name) = keymap.action(for: [KeyName(pressed: key.name)], in: KeyContexts.lock)
    else {
      if let letter = key.typed { typeAtGate(String(letter)) } else { editAtGate(key) }
      return []
    }
    switch name {
    case Action.lockOpen.rawValue: return tryToOpen()
    case Action.lockWho.rawValue:
      if gate?.isLocked ?? false { gate?.isOnWho.toggle() }
    case Action.clearField.rawValue: clearAtGate()
    case Action.openHelp.rawValue: gate?.showsHelp = true
    case Action.redraw.rawValue:
      versions.all &+= 1
      return [.redraw]
    case Action.back.rawValue, Action.interrupt.rawValue: return backAtGate(wasLeaving)
    default: break
    }
    return []
  }

  /// Esc empties; with nothing typed it leaves what can be left.
  private mutating func backAtGate(_ wasLeaving: Bool) -> [Effect] {
    guard let gate else { return [] }
    if !gate.isLocked {
      self.gate = nil
      versions.header &+= 1
      say(.note, wording.actsAlready(person))
      return []
    }
    guard gate.pin.isEmpty, gate.mayLeave else {
      self.gate?.pin.clear()
      return []
    }
    if wasLeaving { return [.quit] }
    self.gate?.isLeaving = true
    let key = key(for: Action.back.rawValue, in: KeyContexts.lock) ?? "Esc"
    self.gate?.said = "\(key) again leaves Callout."
    return []
  }

  private mutating func typeAtGate(_ text: String) {
    guard let open = gate else { return }
    if open.isOnWho {
      gate?.who.insert(text)
    } else if text.utf8.allSatisfy({ (48...57).contains($0) }) {
      gate?.pin.insert(text)
      if !open.isSlowed { gate?.said = nil }
    } else {
      gate?.said = PINRule.fault(in: "x")
    }
  }

  private mutating func editAtGate(_ key: Key) {
    if gate?.isOnWho ?? false { _ = gate?.who.handle(key) } else { _ = gate?.pin.handle(key) }
  }

  private mutating func clearAtGate() {
    if gate?.isOnWho ?? false { gate?.who.clear() } else { gate?.pin.clear() }
  }

  private mutating func tryToOpen() -> [Effect] {
    guard let gate, !gate.isChecking else { return [] }
    let id: Person.ID
    do throws(UsageFault) { id = try Verbs.person(gate.who.text, in: office) } catch {
      sayAtGate(Wording.usage(error))
      self.gate?.isOnWho = true
      return []
    }
    do throws(Refusal) { try office.acting(id) } catch {
      sayAtGate(Sentences.refusal(error, self, verb: IAmVerb.name))
      return []
    }
    guard office.person(id)?.pin != nil else {
      sayAtGate(wording.hasNoPIN(id))
      return []
    }
    if gate.isOnWho, gate.pin.isEmpty {
      self.gate?.isOnWho = false
      return []
    }
    guard !gate.pin.isEmpty, !gate.isSlowed else { return [] }
    self.gate?.isOnWho = false
    self.gate?.isChecking = true
    return [.signIn(id, pin: gate.pin.text)]
  }

  mutating func sayAtGate(_ sentence: String) { gate?.said = sentence }
}
