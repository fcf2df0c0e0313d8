import Domain
import Terminal
import Verbs

extension MovePopup {
  mutating func act(_ name: String, _ model: Model) -> PopupAnswer {
    if name == FitsVerb.name { return PopupAnswer(.replace(FitsPopup(ghost.order, model))) }
    guard let action = MoveAction(rawValue: name) else { return .ignored }
    said = nil
    if let stays = ghost.stays, action.isElsewhere {
      said = stays
      return .stay
    }
    switch action {
    case .earlier: ghost.move(by: .zero - MoveGhost.step)
    case .later: ghost.move(by: MoveGhost.step)
    case .hourEarlier: ghost.move(by: .hours(-1))
    case .hourLater: ghost.move(by: .hours(1))
    case .dayEarlier: ghost.move(byDays: -1, in: model.office.zone)
    case .dayLater: ghost.move(byDays: 1, in: model.office.zone)
    case .technicianUp: hand(by: -1, model)
    case .technicianDown: hand(by: 1, model)
    case .longer: ghost.stretch(by: MoveGhost.step)
    case .shorter: ghost.stretch(by: .zero - MoveGhost.step)
    case .time: begin(typing: .time)
    case .length: begin(typing: .length)
    case .push: ghost.isPushing.toggle()
    case .drop: return drop(model)
    }
    look(model)
    return .stay
  }

  /// To the technician above or below.
  private mutating func hand(by step: Int, _ model: Model) {
    let ids = lanes(model).map(\.id)
    guard !ids.isEmpty else { return }
    let now = ghost.to.technician.flatMap { ids.firstIndex(of: $0) } ?? (step > 0 ? -1 : ids.count)
    ghost.to.technician = ids[max(0, min(ids.count - 1, now + step))]
  }

  private mutating func begin(typing entry: Entry) {
    typing = entry
    field = TextField("", limit: 40, isOneLine: true)
    untyped = ghost.to
  }

  /// Shows what is typed as far as it can be read, before it is taken.
  mutating func glance(_ model: Model) {
    let typed = typing
    let words = said
    if let untyped { ghost.to = untyped }
    if !field.text.trimmed.isEmpty { take(model) }
    (typing, said) = (typed, words)
    look(model)
  }

  mutating func type(_ action: String, _ model: Model) -> PopupAnswer {
    switch action {
    case "form.clear-field":
      field.clear()
      glance(model)
    case "form.delete-word":
      field.delete(.wordLeft)
      glance(model)
    case "form.keep-draft", "interrupt", "back":
      if let untyped { ghost.to = untyped }
      typing = nil
      said = nil
      dropsTyped = false
      look(model)
    case "form.enter", "form.save":
      let isAll = dropsTyped && !field.text.trimmed.isEmpty
      take(model)
      guard typing == nil else { return .stay }
      dropsTyped = false
      look(model)
      if isAll { return drop(model) }
    default: return .ignored
    }
    return .stay
  }

  /// Takes what was typed, or says what it would have to be.
  private mutating func take(_ model: Model) {
    let text = field.text.trimmed
    said = nil
    guard !text.isEmpty else {
      typing = nil
      return
    }
    switch typing {
    case .length:
      guard let length = Span(typed: text), length > .zero, length <= .days(30) else {
        said = "\"\(text)\" is no length. \(Examples.lengths) are."
        return
      }
      ghost.to.length = length
    case .time:
      do throws(UsageFault) {
        ghost.to.start = try MoveVerb.start(text, from: ghost.to.start, in: model.verbContext)
      } catch {
        said = error.message
        return
      }
    case nil: break
    }
    typing = nil
  }

  /// Enter: what only warns has been shown and is confirmed by it, what blocks asks for a reason.
  private mutating func drop(_ model: Model) -> PopupAnswer {
    guard !isSending, let preview else { return .stay }
    if preview.changesNothing {
      return PopupAnswer(.close, result: ResultLine(.note, "\(ghost.number) stays where it is."))
    }
    var proposal = MoveVerb.proposal(preview, pushing: plan, from: ghost.from, in: model.wording)
      .tellingCustomers(in: model.verbContext())
    proposal.acceptsWarnings = worst != nil
    if let worst, worst.severity != .warn {
      guard model.mayPass(worst) else {
        said = Sentences.refusal(.broken(worst), model, of: proposal)
        return .stay
      }
      return PopupAnswer(.open(RulePopup(worst, proposal)))
    }
    isSending = true
    return PopupAnswer(effects: [.submit(proposal, .popup(0))])
  }
}

extension MoveAction {
  /// Whether it takes the visit to another time or person.
  fileprivate var isElsewhere: Bool {
    switch self {
    case .earlier, .later, .hourEarlier, .hourLater, .dayEarlier, .dayLater, .technicianUp, .technicianDown,
      .time:
      true
    case .longer, .shorter, .length, .push, .drop: false
    }
  }
}
