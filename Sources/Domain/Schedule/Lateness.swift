/// Why somebody counts as late: what his card on the board marks, and what every plan means by it.
public enum Lateness: Hashable, Sendable {
  /// He is over his estimate at an order.
  case over(number: Int, by: Span)
  /// He is on his way to an order and comes after its latest arrival.
  case onTheWay(number: Int, by: Span)
  /// As things stand he comes to the next order after its latest arrival.
  case next(number: Int, by: Span)
}

extension Office {
  /// Whether and why a technician is late, by the rule of the boards; nil when he is not.
  public func lateness(of technician: Technician.ID, at now: Timestamp) -> Lateness? {
    sheet(of: technician, at: now).flatMap { TechnicianOutlook($0, at: now).lateness }
  }
}

extension Lateness {
  /// How much longer than is known somebody is taken to stay at what he is on: as long again as he is over his estimate,
  /// in whole five minutes, but a quarter of an hour at least and an hour at most. That he is free at once is what
  /// nobody believes.
  static func staying(over by: Span) -> Span {
    min(.hours(1), max(.minutes(15), .minutes((by.seconds + 299) / 300 * 5)))
  }
}

extension ScheduleIndex {
  /// How much longer than is known somebody stays at what he is over his estimate with.
  public func staying(_ technician: Technician.ID) -> Span {
    overrun(of: technician).map { Lateness.staying(over: $0.by) } ?? .zero
  }
}

extension WorkOrder {
  /// The latest arrival that is not late: the end of the customer's window, else a quarter of an hour after the plan.
  public func latestArrival(planned start: Timestamp?) -> Timestamp? {
    openPromise?.end ?? start.map { $0 + VisitSheet.grace }
  }
}

extension TechnicianOutlook {
  var lateness: Lateness? {
    if isOverrunning, let visit = sheet.current { return .over(number: visit.number, by: overrun) }
    if let arrival, let visit = sheet.current, let latest = visit.latest, max(arrival, now) > latest {
      return .onTheWay(number: visit.number, by: max(arrival, now) - latest)
    }
    guard endangersNext, let next = sheet.next, let latest = next.latest else { return nil }
    return .next(number: next.number, by: max(.zero, arrivalAtNext - latest))
  }

  var isLate: Bool { lateness != nil }
}
