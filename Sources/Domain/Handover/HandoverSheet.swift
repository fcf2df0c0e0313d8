/// The handover as it is made from the record: what the next dispatcher must know, by section.
public struct HandoverSheet: Hashable, Sendable {
  public enum Item: Hashable, Sendable {
    /// He came, or is expected, after the end of the customer's window.
    case lateArrival(order: WorkOrder.ID, promised: TimeRange, arrivedAt: Timestamp?)
    case missedClock(order: WorkOrder.ID, ClockFace.Kind, dueAt: Timestamp)
    /// Open until somebody says how it was settled.
    case complaint(Customer.ID, words: String, at: Timestamp)
    case waitingForParts(order: WorkOrder.ID, since: Timestamp, reviewAt: Timestamp, note: String)
    /// How many nobody has, by priority, and the one that has waited longest.
    case unassigned(p1: Int, p2: Int, others: Int, oldest: WorkOrder.ID, since: Timestamp)
    case absent(Technician.ID, reason: String, until: Timestamp)
    case unavailable(Technician.ID, since: Timestamp?)
    case silent(Technician.ID, since: Timestamp)
    case alert(Alert)
    case line(HandoverLine)
  }

  /// Since when it tells: the last time that somebody took over, in the day that has just ended too; else the
  /// beginning of the shift day.
  public let since: Timestamp
  public let sections: [HandoverSection: [Item]]
  /// Visits done since then, of those that were to begin since then or were done all the same: the day's end in between
  /// changes neither.
  public let done: Int
  public let planned: Int
  /// How many response and fix clocks were met of those that ended since then.
  public let met: [Counter]

  public init(_ office: Office, _ board: Board, at now: Timestamp) {
    let shift = BoardDay(office, at: now).shift
    let taken = office.handover.taken.map(\.at).flatMap { $0 < shift.start ? nil : $0 }
    let since = taken ?? office.takenBefore(dayEnd: shift.start) ?? shift.start
    self.since = since
    let told = TimeRange(start: since, end: now + .seconds(1))
    let maker = HandoverMaker(office: office, board: board, since: since, now: now)
    sections = Dictionary(
      uniqueKeysWithValues: HandoverSection.allCases.map { ($0, maker.items(of: $0)) })
    let visits = office.orders.unordered.flatMap { VisitSheet.all(of: $0, site: nil) }.filter { !$0.isHelp }
    done = visits.count { $0.isDone(in: told) }
    planned = visits.count { $0.isPlanned(in: told) }
    let counters = CounterMaker(office: office, board: board, shift: told, now: now)
    met = [counters.counter(.responseMet), counters.counter(.fixMet)]
  }

  public func items(_ section: HandoverSection) -> [Item] { sections[section] ?? [] }
}
