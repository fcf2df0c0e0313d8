import DayPlan
public import Domain

/// `replan TECHNICIAN|ORDER [DAY] [--because away|late|urgent] [--by 45m] [--take N --seen PLAN]`: what to do about what is
/// in trouble. `replan` alone lists what is.
public struct ReplanVerb: Verb {
  public static let name = "work-order.replan"
  public static let words = ["replan"]
  public static let help = "Plan anew what is in trouble: somebody away or late, urgent work"
  public static let permission: Permission? = MoveVisit.permission
  public static let parameters: [Parameter] = [
    .optional("subject", .technician, "a handle, a name, or an order; without one, what is in trouble"),
    .optional("day", .day, "on which a technician will be away or late, or an order is to be done"),
    .choice("because", Cause.self, .option, help: "else as it looks"),
    .option("by", .length, "how much later than is known a technician says that he begins"), .take, .drop,
    .give,
    .seen
  ]

  enum Cause: String, CaseIterable, Sendable {
    case away, late, urgent
  }

  enum Subject: Hashable, Sendable {
    case technician(Technician.ID), order(OrderReference)
  }

  /// Nil asks what is in trouble.
  let subject: Subject?
  let day: CivilDate?
  let cause: Cause?
  let by: Span?
  let taking: PlanTaking

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    subject = try arguments.text("subject").map { word throws(UsageFault) in
      OrderReference.looksRight(word)
        ? .order(try arguments.order("subject", in: context)) : .technician(try context.technician(word))
    }
    if subject == nil, arguments != Arguments() {
      throw UsageFault("subject is missing: a technician or an order.", word: "subject")
    }
    cause = try arguments.choice("because")
    day = try arguments.dayToPlan("day", in: context)
    by = try arguments.length("by")
    if let word = arguments.text("by"), cause == .away || cause == .urgent {
      throw UsageFault("--by says how late somebody is: it goes with --because late or alone.", word: word)
    }
    if case .order? = subject, let word = arguments.text("by") {
      throw UsageFault("--by goes with a technician: say replan ana --by 45m.", word: word)
    }
    if case .technician? = subject, cause == .urgent {
      throw UsageFault(
        "Only an order is urgent: say replan 20418 --because urgent. A technician is away or late.",
        word: "urgent")
    }
    taking = try PlanTaking(arguments, in: context)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    guard let subject else { return .ask(.trouble) }
    return try taking.act(try question(about: subject, in: context), in: context)
  }

  private func question(
    about subject: Subject, in context: VerbContext
  ) throws(Refusal) -> PlanQuestion {
    switch subject {
    case .technician(let id):
      if by != nil || cause == .late { return .late(id, on: day, by: by) }
      if cause == .away || day != nil { return .away(id, on: day) }
      return context.office.trouble(of: id, at: context.now)
    case .order(let reference):
      let order = try context.orders([reference])[0]
      if order.isEnded { throw .workEnded(order.number, order.status) }
      switch (cause, order.technician) {
      case (.urgent, _), (_, nil): return .urgent(order.id, on: day)
      case (.away, let holder?): return .away(holder, on: day)
      case (.late, let holder?): return .late(holder, on: day)
      case (nil, _):
        let trouble = context.office.trouble(of: order, at: context.now)
        return trouble == .urgent(order.id) ? .urgent(order.id, on: day) : trouble
      }
    }
  }
}
