import DayPlan
import Domain

/// Which option of a plan is to be done, and without which orders; nothing is done where none is named.
struct PlanTaking: Hashable, Sendable {
  let option: Int?
  let dropped: [Int]

  init(_ arguments: Arguments) throws(UsageFault) {
    option = try arguments.number("take")
    if let option, !(1...9).contains(option) {
      throw UsageFault("\(option) is no option. --take 1 does the first.", word: "--take")
    }
    var dropped: [Int] = []
    for word in arguments.all("drop") {
      guard let number = Int(word) else {
        throw UsageFault("\"\(word.clipped(24))\" is no order. --drop 20404 leaves that one out.", word: word)
      }
      dropped.append(number)
    }
    self.dropped = dropped
  }

  /// On the screen it is shown first; in the shell, too, unless an option is named.
  func act(_ question: PlanQuestion, in context: VerbContext) throws(Refusal) -> Act {
    guard let option, context.isScript else { return .ask(.plan(question)) }
    let wording = Wording(office: context.office, now: context.now)
    let options = context.office.answer(question, at: context.now, rules: context.rules)?.options ?? []
    guard options.indices.contains(option - 1) else {
      throw Refusal.fault(
        FieldFault(field: "take", word: String(option), expected: "the number of an option that is shown"))
    }
    let chosen = options[option - 1]
    var left: Set<WorkOrder.ID> = []
    for change in chosen.changes where dropped.contains(change.number) { left.insert(change.id) }
    var proposal = chosen.proposal(dropping: left, verb: question.verb, in: context)
    proposal.warnings.insert(
      wording.figures(chosen.before, chosen.after(dropping: left)).joined(separator: " · "), at: 0)
    return .submit(proposal)
  }
}

extension Parameter {
  /// The number of the option that is to be done.
  static let take = Parameter.option("take", .number, "does this option; without it they are only shown")
  /// What an option would change and is to stay.
  static let drop = Parameter.options("drop", .number, "leaves this order as it is")
}
