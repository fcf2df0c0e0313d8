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
  let given: [Int: Technician.ID]
  let seen: Seen?

  init(_ arguments: Arguments, in context: VerbContext) throws(UsageFault) {
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
    given = try PlanTaking.given(arguments, in: context)
    if option == nil, !given.isEmpty {
      throw UsageFault("--give changes what --take does: say --take 1, too.", word: "--give")
    }
    guard let word = arguments.text("seen") else {
      if option != nil, context.isScript {
        throw UsageFault("--take needs --seen: \(PlanTaking.whichPlan).", word: "--take")
      }
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

  /// `20404=ana`: who gets which order instead.
  private static func given(
    _ arguments: Arguments, in context: VerbContext
  ) throws(UsageFault) -> [Int: Technician.ID] {
    var given: [Int: Technician.ID] = [:]
    for word in arguments.all("give") {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let number = Int(parts[0]) else {
        throw UsageFault("\"\(word.clipped(24))\" gives nothing. --give 20404=ana does.", word: word)
      }
      given[number] = try context.technician(parts[1])
    }
    return given
  }

  /// On the screen it is shown first; in the shell, too, unless an option is named, without what is left out of it.
  func act(_ question: PlanQuestion, in context: VerbContext) throws(Refusal) -> Act {
    guard context.isScript, let option else {
      return .ask(.plan(question, PlanPick(option: option, dropped: dropped, given: given)))
    }
    let at = try instant(in: context)
    let role = context.office.person(context.person)?.role
    let options = context.office.answer(question, at: at, for: role, rules: context.rules)?.options ?? []
    var chosen = try choose(option, of: options, at: at)
    var left: Set<WorkOrder.ID> = []
    for number in dropped {
      guard let change = chosen.changes.first(where: { $0.number == number }) else {
        throw .fault(
          FieldFault(
            field: "order of this option", word: String(number), expected: "one that it would change"))
      }
      left.insert(change.id)
    }
    var insisted: Set<WorkOrder.ID> = []
    for (number, technician) in given.sorted(by: { $0.key < $1.key }) {
      guard let change = chosen.changes.first(where: { $0.number == number }),
        let other = chosen.giving(change.id, to: technician, dropping: left)
      else {
        throw .fault(
          FieldFault(
            field: "order of this option", word: String(number),
            expected: "one that it would change and that he could take beside the rest"))
      }
      chosen = other
      insisted.insert(change.id)
    }
    let fallen = chosen.fallen(with: left, keeping: insisted)
    if let lost = chosen.changes.first(where: { insisted.contains($0.id) && fallen[$0.id] != nil }) {
      throw .fault(
        FieldFault(
          field: "order of this option", word: String(lost.number),
          expected: "one that can be done without what is left out"))
    }
    left.formUnion(fallen.keys)
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
  /// What is to go to somebody else than the option says.
  static let give = Parameter.options("give", .text, "gives this order to somebody else: 20404=ana")
  /// Which plan the option is of.
  static let seen = Parameter.option("seen", .text, "the name beside the option; now: the best by now")
}
