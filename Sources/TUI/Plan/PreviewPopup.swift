import DayPlan
import Domain
import Terminal
import Verbs

/// What a plan would change, before anything is written: options by number, single changes struck out with Space,
/// Enter does what is shown as one step.
struct PreviewPopup: SendingPopup {
  let question: PlanQuestion
  private(set) var answer: PlanAnswer?
  private(set) var chosen = 0
  private(set) var index = 0
  /// Orders whose change is struck out.
  private(set) var dropped: Set<WorkOrder.ID> = []
  /// The asking whose answer counts.
  private var asked = 0
  /// What the day is like now and with what is chosen; worked out when that changes, not when it is drawn.
  private(set) var figures: (before: DayFigures, after: DayFigures)?
  /// Whether what is shown is about the office as it is.
  private(set) var isCurrent = false
  var said: String?
  var isSending = false

  init(_ question: PlanQuestion) { self.question = question }

  var contexts: [String] { KeyContexts.plan }
  var name: String { "Plan" }

  var option: PlanOption? {
    guard let answer, answer.options.indices.contains(chosen) else { return nil }
    return answer.options[chosen]
  }

  /// Whether a better answer may still come.
  var isLooking: Bool { !isCurrent || answer?.isFirst ?? true }

  mutating func handle(_ event: PopupEvent, _ model: Model) -> PopupAnswer {
    switch event {
    case .shown: return answer == nil ? ask(model) : .stay
    case .changed: return isSending ? .stay : ask(model)
    case .answered(.reckoned(let found, let number)):
      guard number == asked, !isSending else { return .ignored }
      take(found)
      return .stay
    case .action(let action): return act(action, model)
    case .mouse(let mouse):
      if mouse.action == .wheelDown { return act("move.down", model) }
      if mouse.action == .wheelUp { return act("move.up", model) }
      return .ignored
    case .finished(let outcome):
      let next = finished(outcome, model)
      guard case .refused = outcome else { return next }
      return PopupAnswer(next.next, effects: next.effects + ask(model).effects, result: next.result)
    case .key, .paste, .answered, .suggested, .draftSaved: return .ignored
    }
  }

  private mutating func ask(_ model: Model) -> PopupAnswer {
    asked += 1
    isCurrent = false
    let reckoning = Reckoning(
      question, number: asked, office: model.office, now: model.now, rules: model.rules)
    return PopupAnswer(effects: [.reckon(reckoning, .popup(0))])
  }

  /// The same option stays chosen in a new answer, and what was struck out stays so.
  private mutating func take(_ found: PlanAnswer) {
    let kind = option?.kind
    let marked = option.flatMap { $0.changes.indices.contains(index) ? $0.changes[index].id : nil }
    answer = found
    isCurrent = true
    chosen = kind.flatMap { kind in found.options.firstIndex { $0.kind == kind } } ?? 0
    index = marked.flatMap { id in option?.changes.firstIndex { $0.id == id } } ?? 0
    weigh()
  }

  private mutating func weigh() {
    figures = option.map { ($0.before, $0.after(dropping: dropped)) }
  }
}

extension PreviewPopup {
  private mutating func act(_ action: String, _ model: Model) -> PopupAnswer {
    let last = max(0, (option?.changes.count ?? 0) + (option?.left.count ?? 0) - 1)
    said = nil
    switch action {
    case "move.down": index = min(last, index + 1)
    case "move.up": index = max(0, index - 1)
    case "move.page-down": index = min(last, index + 8)
    case "move.page-up": index = max(0, index - 8)
    case "move.first": index = 0
    case "move.last": index = last
    case "mark.toggle": strike()
    case "choose.highlighted": return carryOut(model)
    case "back", "interrupt": return PopupAnswer(.close, effects: [.stopReckoning])
    default:
      guard let digit = Action(rawValue: action)?.digit, digit > 0 else { return .ignored }
      guard let answer, answer.options.indices.contains(digit - 1) else { return .stay }
      (chosen, index) = (digit - 1, 0)
      weigh()
    }
    return .stay
  }

  /// Strikes a change out, or takes it in again.
  private mutating func strike() {
    guard let option, option.changes.indices.contains(index) else { return }
    let id = option.changes[index].id
    if dropped.remove(id) == nil { dropped.insert(id) }
    index = min(index + 1, option.changes.count - 1)
    weigh()
  }

  private mutating func carryOut(_ model: Model) -> PopupAnswer {
    guard !isSending else { return .stay }
    guard let option else { return answer?.nothing == nil ? .stay : .close }
    guard isCurrent else {
      said = "The office has moved on: this is being worked out again."
      return .stay
    }
    let proposal = option.proposal(dropping: dropped, verb: question.verb, in: model.verbContext())
    guard !proposal.commands.isEmpty else {
      said = "Nothing is left to do: every line is struck out or stays as it is."
      return .stay
    }
    isSending = true
    return PopupAnswer(effects: [.stopReckoning, .submit(proposal, .popup(0))])
  }
}
