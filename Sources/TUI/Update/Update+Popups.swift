import Domain
import Settings
import Terminal
import Verbs

extension Model {
  /// Puts a popup on top and lets it begin.
  mutating func open(_ popup: any Popup) -> [Effect] {
    guard mayChange || popup.isReading || (past == nil && popup.isReview) else { return refuseChange() }
    popupCount += 1
    popups.append(OpenPopup(number: popupCount, popup: popup))
    if let subject = popup.subject { visited(subject) }
    return handTop(.shown)
  }

  /// What an action of the keymap means to the top popup: its own affair first, then a verb on its subject.
  mutating func popupAction(_ name: String) -> [Effect] {
    guard let top = popups.last else { return [] }
    if name == Action.markToggle.rawValue, top.popup.actsOnMarks, let order = top.popup.subject {
      changeMarks { $0.toggle(order) }
      return hand(.action(Action.moveDown.rawValue), to: top.number).effects
    }
    let (effects, isHandled) = hand(.action(name), to: top.number)
    if isHandled { return effects }
    if name == Action.back.rawValue || name == Action.keepDraft.rawValue || name == Action.interrupt.rawValue
    {
      popups.removeLast()
      return effects
    }
    let isUndo = name == UndoVerb.name || name == RedoVerb.name
    guard top.popup.subject != nil || isUndo else { return effects }
    guard let action = Action(rawValue: name) else { return effects + runVerb(name) }
    let grabs: [Action] = [.visitEarlier, .visitLater, .visitLength]
    return grabs.contains(action) ? effects + grabVisit(action) : effects
  }

  mutating func handTop(_ event: PopupEvent) -> [Effect] {
    popups.last.map { hand(event, to: $0.number).effects } ?? []
  }

  /// Lets every popup hear of a change, the lowest first.
  mutating func tellPopups(_ event: PopupEvent) -> [Effect] {
    popups.map(\.number).flatMap { hand(event, to: $0).effects }
  }

  /// Hands an answer to the popup that asked; it may be gone by now.
  mutating func tell(_ origin: Origin, _ event: PopupEvent) -> [Effect] {
    guard case .popup(let number) = origin else { return [] }
    return hand(event, to: number).effects
  }

  mutating func hand(_ event: PopupEvent, to number: Int) -> (effects: [Effect], isHandled: Bool) {
    guard let index = popups.firstIndex(where: { $0.number == number }) else { return ([], false) }
    if case .finished = event { popups[index].isHandedIn = false }
    var popup = popups[index].popup
    if let form = popup as? VerbForm, form.content.looksUpPlaces { directory.prepare(for: office) }
    let answer = popup.handle(event, self)
    popups[index].popup = popup
    if let said = answer.result { result = said }
    var effects = answer.effects.map { $0.coming(from: number) }
    switch answer.next {
    case .stay: break
    case .close: popups.remove(at: index)
    case .closeAll: popups = []
    case .open(let another): effects += open(another)
    case .replace(let another):
      popups.remove(at: index)
      effects += open(another)
    case .run(let action):
      popups.remove(at: index)
      effects += run(action, by: nil)
    case .change(let change): _ = changeColumns(change)
    case .submit(let proposal):
      popups.remove(at: index)
      if !popups.isEmpty {
        var below = popups[popups.count - 1].popup
        let stands = below.mayHandIn(proposal, self)
        popups[popups.count - 1].popup = below
        guard stands else { return (effects, answer.isHandled) }
        popups[popups.count - 1].isHandedIn = true
      }
      effects.append(.submit(proposal, popups.last.map { .popup($0.number) } ?? .keys))
    }
    return (effects, answer.isHandled)
  }
}

extension Effect {
  /// Popups do not know their numbers: `.popup(0)` means the one that answers.
  fileprivate func coming(from number: Int) -> Effect {
    switch self {
    case .submit(let proposal, .popup(0)): .submit(proposal, .popup(number))
    case .ask(let query, .popup(0)): .ask(query, .popup(number))
    case .askPast(let query, let entry, .popup(0)): .askPast(query, entry: entry, .popup(number))
    case .suggest(let order, let hour, .popup(0)): .suggest(order, at: hour, .popup(number))
    case .plan(let orders, .popup(0)): .plan(orders, .popup(number))
    case .reckon(let reckoning, .popup(0)): .reckon(reckoning, .popup(number))
    case .takeNumber(.popup(0)): .takeNumber(.popup(number))
    case .chore(let chore, .popup(0)): .chore(chore, .popup(number))
    case .setPIN(let id, let new, let own, .popup(0)): .setPIN(id, new: new, own: own, .popup(number))
    case .submit, .ask, .askPast, .recall, .suggest, .plan, .reckon, .stopReckoning, .takeNumber,
      .saveViews, .saveRecent, .saveDraft, .deleteDraft, .saveLine, .copy, .suspend, .redraw, .captureMouse,
      .title,
      .chore, .signIn, .setPIN, .quit:
      self
    }
  }
}
