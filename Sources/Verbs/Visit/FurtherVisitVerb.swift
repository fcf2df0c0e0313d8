public import Domain

/// `visit ORDER TECHNICIAN TIME [--length 2h] [--change N]`, `visit ORDER --drop N`: a visit beside the one in hand, which
/// waits until that is over.
public struct FurtherVisitVerb: Verb {
  public static let name = "work-order.visit"
  public static let words = ["visit"]
  public static let help = "Plan a further visit of an order beside the one in hand"
  public static let permission: Permission? = AssignVisit.permission
  public static let parameters: [Parameter] = [
    .order, .optional("technician", .technician), .optional("time", .instant), .option("length", .length),
    .option("change", .number, "the visit of this number instead of a new one"),
    .option("drop", .number, "gives the visit of this number up")
  ]

  let order: OrderReference
  let technician: Technician.ID?
  let start: Timestamp?
  let length: Span?
  let changed: Int?
  let dropped: Int?

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    order = try arguments.order(in: context)
    technician = try arguments.text("technician").map { word throws(UsageFault) in
      try context.technician(word)
    }
    start = try arguments.instant("time", in: context)
    length = try arguments.length("length")
    changed = try arguments.number("change")
    dropped = try arguments.number("drop")
    if let word = arguments.text("drop"), technician != nil || start != nil || length != nil || changed != nil
    {
      throw UsageFault("--drop gives a visit up and takes nothing else.", word: word)
    }
    if dropped == nil, technician == nil || start == nil {
      throw UsageFault(
        "A further visit needs a technician and a time: visit 20418 ana fri 9:00. --drop 2 gives one up.",
        word: nil)
    }
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    let wording = Wording(office: context.office, now: context.now)
    return try Self.onOrders([order], in: context) { order throws(Refusal) in
      guard let technician, let start else { return try givingUp(dropped ?? 0, of: order) }
      let visit = try changed.map { number throws(Refusal) in try further(number, of: order) }
      if let end = order.openVisit?.range?.end, start < end {
        throw .fault(
          FieldFault(
            field: "time", word: wording.time(start),
            expected: "an hour from \(wording.time(end)) on, when the visit in hand ends"))
      }
      var assignment = AssignVisit(
        visit: visit?.id ?? context.newID(), technician: technician, start: start,
        length: length ?? visit?.estimate ?? order.estimate, replacing: visit?.activeAssignment?.technician)
      assignment.isFurther = true
      return .assignVisit(order.id, assignment)
    }
  }

  private func givingUp(_ number: Int, of order: WorkOrder) throws(Refusal) -> Command {
    let visit = try further(number, of: order)
    return .unassignVisit(
      order.id, UnassignVisit(replacing: visit.activeAssignment?.technician, visit: visit.id))
  }

  /// The visit of a number, as `show` counts them.
  private func further(_ number: Int, of order: WorkOrder) throws(Refusal) -> Visit {
    let waiting = order.furtherVisits
    guard order.visits.indices.contains(number - 1),
      let visit = waiting.first(where: { $0.id == order.visits[number - 1].id })
    else {
      let numbers = order.visits.indices.filter { place in
        waiting.contains { $0.id == order.visits[place].id }
      }
      let known = numbers.map { String($0 + 1) }.joined(separator: ", ")
      throw .fault(
        FieldFault(
          field: "visit", word: String(number),
          expected: known.isEmpty
            ? "the number of a further visit, of which \(order.number) has none"
            : "the number of a further visit of \(order.number): \(known)"
        ))
    }
    return visit
  }
}
