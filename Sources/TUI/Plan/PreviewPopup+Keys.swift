import DayPlan
import Domain
import Terminal
import Verbs

extension PreviewPopup {
  mutating func act(_ action: String, _ model: Model) -> PopupAnswer {
    said = nil
    let rows = (option?.changes.count ?? 0) + (option?.left.count ?? 0)
    if RowCursor.move(&index, by: action, among: rows, page: 8) { return .stay }
    switch action {
    case "move.left": return turn(by: -1, model)
    case "move.right": return turn(by: 1, model)
    case "mark.toggle": strike(model)
    case "explain": explains.toggle()
    case AssignVerb.name: giveToNext(model)
    case "choose.highlighted": return carryOut(model)
    case "back", "interrupt": return PopupAnswer(.close, effects: [.stopReckoning])
    default:
      guard let digit = Action(rawValue: action)?.digit else { return .ignored }
      choose(digit - 1, model)
    }
    return .stay
  }

  private mutating func choose(_ number: Int, _ model: Model) {
    guard let answer else {
      said = "It is still being worked out: there is nothing to choose from yet."
      return
    }
    guard answer.options.indices.contains(number) else {
      let count = answer.options.count
      said =
        count == 0
        ? "There is nothing to choose from."
        : "There \(count == 1 ? "is one way" : "are \(count) ways")\(answer.isFirst ? " so far" : ""): no \(number + 1)."
      return
    }
    choose(number, of: answer.options)
    weigh(model)
  }

  /// Strikes a change out, or takes it in again.
  private mutating func strike(_ model: Model) {
    guard let option, option.changes.indices.contains(index) else {
      said = "There is nothing to strike out here: nobody gets it."
      return
    }
    let id = option.changes[index].id
    if dropped.contains(id) {
      dropped.remove(id)
    } else if case .blocked(let rule) = fallen[id] {
      said = model.wording.blocked(option.changes[index].number, rule)
      return
    } else if fallen[id] != nil {
      insisted.insert(id)
    } else {
      dropped.insert(id)
      insisted.remove(id)
    }
    index = min(index + 1, option.changes.count - 1)
    weigh(model)
  }

  private mutating func carryOut(_ model: Model) -> PopupAnswer {
    guard !isSending else { return .stay }
    guard let option else {
      if answer?.nothing != nil { return .close }
      said = "It is still being worked out: nothing can be done yet."
      return .stay
    }
    guard isCurrent else {
      said =
        isOfAnother
        ? "It is still being worked out: nothing can be done yet."
        : "The office has moved on: this is being worked out again."
      return .stay
    }
    let proposal = option.proposal(dropping: out, verb: question.verb, in: model.verbContext())
    guard !proposal.commands.isEmpty else {
      said = "Nothing is left to do: every line is struck out or stays as it is."
      return .stay
    }
    isSending = true
    handedIn = kept
    return PopupAnswer(effects: [.stopReckoning, .submit(proposal, .popup(0))])
  }
}
