/// How a clock comes to what it shows: start, target, hours, pauses and what stopped it, for people who ask.
public struct ClockExplanation: Hashable, Sendable {
  /// A hold that took time out, or would have by another contract.
  public struct Pause: Hashable, Sendable {
    public let reason: HoldReason
    public let from: Timestamp
    /// Nil while it goes on.
    public let to: Timestamp?
    /// Whether the contract lets this reason stop this clock.
    public let counts: Bool
    /// Open time it took out so far; zero when it does not count.
    public let open: Span
  }

  /// What ended the clock.
  public enum Stop: String, Hashable, Sendable, CaseIterable {
    case assigned, onSite, done, ended
  }

  public let face: ClockFace
  public let contract: String
  public let priority: Priority
  /// Nil when the level is for every kind of service.
  public let service: ServiceType?
  public let start: Timestamp
  /// In open time.
  public let target: Span
  /// Round the clock, or the contract's hours.
  public let hours: OpeningHours
  /// The zone in which the hours are meant.
  public let zone: String
  public let pauses: [Pause]
  /// Open time that counted.
  public let elapsed: Span
  public let stop: Stop?
  /// What would end the response clock; nil of the fix clock.
  public let response: ResponseMeaning?
  /// Whether it is told as it was stamped when the order was closed, since it would be reckoned otherwise now: what came
  /// of it then is known, and not why.
  public let isOfThen: Bool
}

extension Office {
  /// The arithmetic behind `clocks(of:at:)`, one explanation for each clock.
  public func clockExplanations(of order: WorkOrder, at now: Timestamp) -> [ClockExplanation] {
    var book = ContractBook(self)
    let contract = book.contract(of: order)
    let level = contract?.level(priority: order.promisedPriority, service: order.service)
    return book.clocks(of: order).compactMap { clock in
      let face = clock.face(at: now)
      guard let contract, let level, !clock.isStamped else {
        return ClockExplanation(stamped: clock, face, order)
      }
      return ClockExplanation(
        face: face, contract: contract.name, priority: order.promisedPriority, service: level.service,
        start: clock.clock.start, target: clock.clock.target, hours: clock.clock.calendar.hours,
        zone: clock.clock.calendar.zone.name, pauses: pauses(of: order, clock, contract, at: now),
        elapsed: clock.clock.target - face.remaining, stop: order.stop(of: clock.kind, contract)?.by,
        response: clock.kind == .response ? contract.response : nil, isOfThen: false)
    }
  }

  private func pauses(
    of order: WorkOrder, _ clock: ServiceClock, _ contract: Contract, at now: Timestamp
  )
    -> [ClockExplanation.Pause]
  {
    let held =
      order.pastHolds.map { ($0.hold, Timestamp?.some($0.releasedAt)) }
      + (order.hold.map { [($0, nil)] } ?? [])
    return held.map { hold, releasedAt in
      let counts = contract.stops(clock.kind, hold.reason)
      let end = releasedAt ?? now
      let until = clock.clock.stop.map { min($0, end) } ?? end
      let range = TimeRange(start: max(hold.since, clock.clock.start), end: until)
      let open = counts ? clock.clock.calendar.openTime(from: range.start, to: range.end) : .zero
      return ClockExplanation.Pause(
        reason: hold.reason, from: hold.since, to: releasedAt, counts: counts, open: open)
    }
  }
}

extension ClockExplanation {
  fileprivate init(stamped clock: ServiceClock, _ face: ClockFace, _ order: WorkOrder) {
    self.init(
      face: face, contract: "", priority: order.promisedPriority, service: nil, start: clock.clock.start,
      target: clock.clock.target, hours: clock.clock.calendar.hours, zone: clock.clock.calendar.zone.name,
      pauses: [], elapsed: clock.clock.target - face.remaining, stop: nil, response: nil, isOfThen: true)
  }
}
