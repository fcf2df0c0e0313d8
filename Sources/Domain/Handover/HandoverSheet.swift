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

  /// Since when it tells: the last time that somebody took over, else the beginning of the shift day.
  public let since: Timestamp
  public let sections: [HandoverSection: [Item]]
  public let doneToday: Int
  public let plannedToday: Int
  /// How many response and fix clocks of the shift were met.
  public let met: [Counter]

  public init(_ office: Office, _ board: Board, at now: Timestamp) {
    let shift = BoardDay(office, at: now).shift
    since = max(office.handover.taken?.at ?? shift.start, shift.start)
    let maker = HandoverMaker(office: office, board: board, since: since, now: now)
    sections = Dictionary(
      uniqueKeysWithValues: HandoverSection.allCases.map { ($0, maker.items(of: $0)) })
    doneToday = board.counts.doneToday
    plannedToday = board.counts.plannedToday
    let counters = Counters(office, board, at: now)
    met = [counters[.responseMet], counters[.fixMet]].compactMap(\.self)
  }

  public func items(_ section: HandoverSection) -> [Item] { sections[section] ?? [] }
}
