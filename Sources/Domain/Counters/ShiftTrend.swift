/// The running shift day hour by hour: what came in, what was given to somebody, what was done, how clocks were kept.
///
/// A function of the office and the time, as the counters are, and by their definitions: the hours of a figure add
/// up to it.
public struct ShiftTrend: Hashable, Sendable {
  public struct Hour: Hashable, Sendable {
    public let begins: Timestamp
    /// Calls, orders first given to somebody, visits done.
    public internal(set) var received = 0
    public internal(set) var assigned = 0
    public internal(set) var done = 0
    /// Clocks that were met in time, or not, in this hour.
    public internal(set) var response = Kept()
    public internal(set) var fix = Kept()
  }

  public struct Kept: Hashable, Sendable {
    public internal(set) var met = 0
    public internal(set) var missed = 0

    /// In percent, rounded down; nil where no clock ended.
    public var percent: Int? { met + missed == 0 ? nil : met * 100 / (met + missed) }

    mutating func count(_ isMet: Bool) {
      if isMet { met += 1 } else { missed += 1 }
    }
  }

  /// From the beginning of the shift day to the hour that runs: never more than the day has, 25 at a change of time.
  public private(set) var hours: [Hour]
  private let shift: TimeRange

  public init(_ office: Office, at now: Timestamp) {
    shift = BoardDay(office, at: now).shift
    let begins = shift.start
    let last = max(0, (min(now, shift.end - .seconds(1)) - begins).seconds / 3_600)
    hours = (0...last).map { Hour(begins: begins + .hours($0)) }
    var book = ContractBook(office)
    for order in office.orders.unordered { take(order, &book, at: now) }
  }
}

extension ShiftTrend {
  private mutating func take(_ order: WorkOrder, _ book: inout ContractBook, at now: Timestamp) {
    change(order.receivedAt) { $0.received += 1 }
    if let at = order.firstAssignedAt { change(at) { $0.assigned += 1 } }
    for visit in order.visits {
      guard let assignment = visit.assignment, assignment.status == .done, let end = assignment.endedAt
      else { continue }
      change(end) { $0.done += 1 }
    }
    guard order.countsForService else { return }
    for clock in book.clocks(of: order) {
      let face = clock.face(at: now)
      guard let outcome = face.outcome(in: shift) else { continue }
      change(outcome.at) { hour in
        switch face.kind {
        case .response: hour.response.count(outcome.isMet)
        case .fix: hour.fix.count(outcome.isMet)
        }
      }
    }
  }

  /// Changes the hour of an instant, where it is one of the shift that has begun.
  private mutating func change(_ instant: Timestamp, _ change: (inout Hour) -> Void) {
    guard shift.contains(instant) else { return }
    let index = Int((instant - shift.start).seconds / 3_600)
    if hours.indices.contains(index) { change(&hours[index]) }
  }
}

extension ClockFace {
  /// When it was met or ran out within a stretch of time, and whether it was met in time; nil for one that was
  /// neither, such as a paused one.
  func outcome(in range: TimeRange) -> (at: Timestamp, isMet: Bool)? {
    if state == .met, let metAt, range.contains(metAt) { return (metAt, metAt <= dueAt) }
    if state == .breached, range.contains(dueAt) { return (dueAt, false) }
    return nil
  }
}

extension WorkOrder {
  /// Whether its clocks tell of the service: not those of work that was called off or goes on under another number.
  var countsForService: Bool {
    switch ending?.kind {
    case nil, .closed: true
    case .cancelled, .duplicate: false
    }
  }
}
