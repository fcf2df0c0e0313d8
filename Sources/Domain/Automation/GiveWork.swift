/// Gives work that waits to whoever is there first today of those who break no rule, whom the customer asks for before
/// the others, by a rule of the office. Where there is nobody it says so on the order, and people decide.
public struct GiveWork: WorkOrderCommand {
  public static let permission = Permission.dispatchWork
  public static let kind = CommandKind.claim

  /// The name of the office's rule.
  public var rule: String

  public init(by rule: String) { self.rule = rule }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    if order.isEnded { throw .workEnded(order.number, order.status) }
    guard order.isUnassigned else { return [] }
    guard let give = assignment(of: order, in: moment) else {
      return [.noted("Rule \(rule): nobody is free today; it waits for a person.")]
    }
    return try give.decide(on: order, in: moment)
  }

  public func inverse(on order: WorkOrder, in moment: Moment) -> [Command] {
    guard order.isUnassigned else { return [] }
    return assignment(of: order, in: moment)?.inverse(on: order, in: moment) ?? []
  }

  private func assignment(of order: WorkOrder, in moment: Moment) -> AssignVisit? {
    let office = moment.office
    let today = office.today(at: moment.now)
    let free = office.candidates(for: order, at: moment.now).eligible.filter { candidate in
      candidate.warnings.isEmpty && office.zone.date(at: candidate.arrival) <= today
    }
    return (free.first { $0.facts.contains(.askedFor) } ?? free.first).map { chosen in
      AssignVisit(
        visit: Visit.ID(high: order.id.high, low: order.id.low &+ UInt64(order.visits.count)),
        technician: chosen.id, start: chosen.arrival, replacing: nil)
    }
  }
}
