import DayPlan
import Domain

/// Which option of a plan is to be done, as it was shown, and without which orders; nothing is done where none is
/// named.
struct PlanTaking: Hashable, Sendable {
  /// Which plan is meant: the one that was shown, or whatever it is by now.
  enum Seen: Hashable, Sendable {
    case now
    case shown(PlanTicket)
  }

  let option: Int?
  let dropped: [Int]
  let seen: Seen?

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
    if option == nil, !dropped.isEmpty {
      throw UsageFault("--drop leaves an order out of what --take does: say --take 1, too.", word: "--drop")
    }
    guard let word = arguments.text("seen") else {
      seen = nil
      return
    }
    if word == "now" {
      seen = .now
    } else if let ticket = PlanTicket(word) {
      seen = .shown(ticket)
    } else {
      throw UsageFault(
        "\"\(word.clipped(24))\" is the name of no plan. It stands beside each way that is shown; now takes what is "
          + "best by now.", word: word)
    }
  }

  /// On the screen it is shown first; in the shell, too, unless an option is named.
  func act(_ question: PlanQuestion, in context: VerbContext) throws(Refusal) -> Act {
    guard context.isScript, let option else {
      return .ask(.plan(question, PlanPick(option: option, dropped: dropped)))
    }
    let at = try instant(in: context)
    let role = context.office.person(context.person)?.role
    let options = context.office.answer(question, at: at, for: role, rules: context.rules)?.options ?? []
    let chosen = try choose(option, of: options, at: at)
    var left: Set<WorkOrder.ID> = []
    for number in dropped {
      guard let change = chosen.changes.first(where: { $0.number == number }) else {
        throw .fault(
          FieldFault(
            field: "order of this option", word: String(number), expected: "one that it would change"))
      }
      left.insert(change.id)
    }
    var proposal = chosen.proposal(dropping: left, verb: question.verb, in: context)
    // On a screen every warning stands beside its line; here a yes has to be said.
    proposal.acceptedWarnings = []
    let wording = Wording(office: context.office, now: context.now)
    proposal.warnings.insert(
      wording.figures(chosen.before, chosen.after(dropping: left)).joined(separator: " · "), at: 0)
    return .submit(proposal)
  }

  private static let whichPlan = "the name beside the way, or now: the best by now"

  /// The instant that the plan is of: the same instant and office give the same plan.
  private func instant(in context: VerbContext) throws(Refusal) -> Timestamp {
    switch seen {
    case .shown(let ticket):
      let shown = ticket.instant(before: context.now)
      // Who set out for it then would come too late by now.
      guard context.now < shown + PlanTicket.lasts else { throw .planMovedOn }
      return shown
    case .now: return context.now.startOfMinute
    case nil: throw .fault(FieldFault(field: "seen", word: "", expected: PlanTaking.whichPlan))
    }
  }

  private func choose(
    _ option: Int, of options: [PlanOption], at instant: Timestamp
  ) throws(Refusal) -> PlanOption {
    if case .shown(let ticket) = seen {
      guard let same = options.first(where: { PlanTicket($0, at: instant) == ticket }) else {
        throw .planMovedOn
      }
      guard options.indices.contains(option - 1), PlanTicket(options[option - 1], at: instant) == ticket
      else {
        throw .fault(
          FieldFault(
            field: "number of what was seen", word: String(option),
            expected: "\((options.firstIndex { $0.kind == same.kind } ?? 0) + 1)"))
      }
      return same
    }
    guard options.indices.contains(option - 1) else {
      throw .fault(
        FieldFault(field: "take", word: String(option), expected: "the number of an option that is shown"))
    }
    return options[option - 1]
  }
}

extension Parameter {
  /// The number of the option that is to be done.
  static let take = Parameter.option("take", .number, "does this option; without it they are only shown")
  /// What an option would change and is to stay.
  static let drop = Parameter.options("drop", .number, "leaves this order as it is")
  /// Which plan the option is of.
  static let seen = Parameter.option("seen", .text, "the name beside the option; now: the best by now")
}
