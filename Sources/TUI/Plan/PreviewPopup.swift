import DayPlan
import Domain
import Terminal
import Verbs

/// What a plan would change, before anything is written: options by number, single changes struck out with Space,
/// Enter does what is shown as one step.
struct PreviewPopup: SendingPopup {
  var question: PlanQuestion
  /// The free stretch that is to be filled, where one was chosen.
  var stretch: TimeRange?
  var answer: PlanAnswer?
  var chosen = 0
  var index = 0
  /// Orders that are struck out, and those that go on all the same where something for whose sake they move is.
  var dropped: Set<WorkOrder.ID> = []
  var insisted: Set<WorkOrder.ID> = []
  /// Lines that go to somebody else than the plan says, by hand.
  var given: [(id: WorkOrder.ID, to: Technician.ID)] = []
  /// The chosen way with those.
  var edited: PlanOption?
  /// What falls with what is struck out.
  var fallen: [WorkOrder.ID: PlanOption.Fall] = [:]
  /// What the day is like now and with what is chosen; worked out when that changes, not when it is drawn.
  var figures: (before: DayFigures, after: DayFigures)?
  /// Who hears of it, worked out then, too.
  var affected = ""
  /// Whether what is shown is about the office as it is.
  var isCurrent = false
  /// The changes that would be carried out, each with what it breaks beside the others of them.
  var kept: [PlanChange] = []
  var broken: [WorkOrder.ID: [BrokenRule]] = [:]
  /// The promises that each of them comes too late for.
  var missed: [WorkOrder.ID: [String]] = [:]
  var said: String?
  var isSending = false
  /// Whether it is said what the figures count.
  var explains = false
  /// The asking whose answer counts.
  private var asked = 0
  /// The way that somebody has chosen, until an answer without it; at first by its number.
  var wish: Wish?
  /// What was handed in last, to which a yes or a reason belongs.
  var handedIn: [PlanChange]?
  /// Whether the office has changed while something was handed in.
  private var isBehind = false

  enum Wish {
    case number(Int)
    case kind(PlanOption.Kind)
  }

  init(_ question: PlanQuestion, _ pick: PlanPick = PlanPick()) {
    self.question = question
    wish = pick.option.map { .number($0 - 1) }
    unfound = pick.dropped
    ungiven = pick.given
  }

  /// Orders that are to be struck out and have not been seen in an answer.
  var unfound: [Int] = []
  var ungiven: [Int: Technician.ID] = [:]

  var contexts: [String] { KeyContexts.plan }
  var name: String { "Plan" }

  var option: PlanOption? { edited ?? planned }

  /// The chosen way as it was planned.
  var planned: PlanOption? {
    guard let answer, answer.options.indices.contains(chosen) else { return nil }
    return answer.options[chosen]
  }

  /// Whether a better answer may still come.
  var isLooking: Bool { !isCurrent || answer?.isFirst ?? true }

  mutating func handle(_ event: PopupEvent, _ model: Model) -> PopupAnswer {
    switch event {
    case .shown: return answer == nil ? ask(model) : .stay
    case .changed:
      if isSending { isBehind = true }
      return isSending ? .stay : askAgain(model)
    case .answered(.reckoned(let found, let number)):
      guard number == asked, !isSending else { return .ignored }
      take(found, model)
      return .stay
    case .action(let action): return act(action, model)
    case .mouse(let mouse):
      if mouse.action == .wheelDown { return act("move.down", model) }
      if mouse.action == .wheelUp { return act("move.up", model) }
      return .ignored
    case .finished(let outcome):
      let next = finished(outcome, model)
      if case .done = outcome { return next }
      // What has changed since it was handed in, or was still being looked for then, is asked again.
      guard isBehind || isLooking else { return next }
      return PopupAnswer(
        next.next, effects: next.effects + ask(model, isSame: isCurrent && !isBehind).effects,
        result: next.result)
    case .key, .paste, .answered, .suggested, .draftSaved: return .ignored
    }
  }

  /// A yes or a reason that was asked for a plan passes that plan alone: one that has changed since is shown first.
  mutating func mayHandIn(_ proposal: Proposal, _ model: Model) -> Bool {
    if isCurrent, !isBehind, handedIn == kept {
      isSending = true
      return true
    }
    said =
      isCurrent
      ? "The office has moved on while you were asked, and so has the plan. This is how it is now: look at it again."
      : "The office has moved on while you were asked: the plan is being worked out again. Look at it, then decide."
    return false
  }

  /// What is shown stays the plan of the office as it is where that is the same as it was.
  mutating func ask(_ model: Model, isSame: Bool = false) -> PopupAnswer {
    asked += 1
    isCurrent = isSame
    isBehind = false
    let reckoning = Reckoning(
      question, number: asked, office: model.office, now: model.now,
      role: model.office.person(model.person)?.role, rules: model.rules)
    return PopupAnswer(effects: [.reckon(reckoning, .popup(0))])
  }

  /// The same of an office that has moved on: a free stretch is shorter by then, or gone.
  private mutating func askAgain(_ model: Model) -> PopupAnswer {
    if case .fill(let technician, .some) = question, let chosen = stretch {
      stretch = stretches(model).first { $0.overlaps(chosen) }
      question = .fill(technician, at: stretch?.start)
      if stretch == nil { said = "That time is no longer free: this is what fits any other." }
    }
    return ask(model)
  }

  /// The way that was chosen stays chosen in a new answer, and what was struck out stays so.
  private mutating func take(_ found: PlanAnswer, _ model: Model) {
    let chosenNow = place(in: found)
    // The quick answer has not all ways yet: what was chosen is waited for.
    if found.isFirst, wish != nil, chosenNow == nil { return }
    // Who has not gone down a line looks at the first, whichever that is by then: it is the most urgent hour.
    let marked = option.flatMap { option in
      index > 0 && option.changes.indices.contains(index) ? option.changes[index].id : nil
    }
    if wish != nil, chosenNow == nil, !found.options.isEmpty {
      said = "The way that you chose is gone: this is the best of those that there are."
      wish = nil
    }
    answer = found
    isCurrent = true
    chosen = chosenNow ?? 0
    edited = nil
    if case .number = wish, let option { wish = .kind(option.kind) }
    strikeUnfound()
    giveAgain()
    index = marked.flatMap { id in option?.changes.firstIndex { $0.id == id } } ?? 0
    weigh(model)
  }

  /// Where the chosen way is in an answer: the very same, else the one that is about the same.
  private func place(in found: PlanAnswer) -> Int? {
    switch wish {
    case nil: return nil
    case .number(let number): return found.options.indices.contains(number) ? number : nil
    case .kind(let kind):
      return found.options.firstIndex { $0.kind == kind }
        ?? found.options.firstIndex { $0.kind.mark == kind.mark }
    }
  }
}
