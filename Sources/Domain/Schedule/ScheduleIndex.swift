/// Every technician's visits, found in one walk over the orders; build it once for many questions.
public struct ScheduleIndex: Sendable {
  public let now: Timestamp
  private var active: [Technician.ID: [ScheduledVisit]] = [:]
  private var over: [Technician.ID: [ScheduledVisit]] = [:]
  /// The one whose visits alone are in it.
  private let only: Technician.ID?

  /// With `only`, the visits of one technician and nobody else's.
  public init(_ office: Office, at now: Timestamp, only technician: Technician.ID? = nil) {
    self.now = now
    only = technician
    var active: [Technician.ID: [ScheduledVisit]] = [:]
    var over: [Technician.ID: [ScheduledVisit]] = [:]
    office.orders.forEach { order in
      for visit in order.visits {
        guard let holder = visit.assignment else { continue }
        if !holder.status.isOver, !order.isEnded, let helpers = visit.helpers,
          let entry = office.scheduled(visit, of: order, at: now)
        {
          for helper in helpers
          where helper != holder.technician && (technician == nil || technician == helper) {
            active[helper, default: []].append(entry.helped(by: helper))
          }
        }
        guard technician == nil || holder.technician == technician else { continue }
        if holder.status.isOver {
          if let entry = office.scheduled(visit, of: order, at: now) {
            over[entry.technician, default: []].append(entry)
          }
        } else if !order.isEnded, let entry = office.scheduled(visit, of: order, at: now) {
          active[entry.technician, default: []].append(entry)
        }
      }
    }
    self.active = active.mapValues { $0.sorted(by: ScheduleIndex.inOrder) }
    self.over = over.mapValues { $0.sorted(by: ScheduleIndex.inOrder) }
  }

  /// Whether somebody's visits are in it.
  func knows(_ technician: Technician.ID) -> Bool { only == nil || only == technician }

  /// What a technician still has before him or is on, by start.
  public func visits(of technician: Technician.ID) -> [ScheduledVisit] { active[technician] ?? [] }

  /// What he has behind him since the running day began, by start.
  public func pastVisits(of technician: Technician.ID) -> [ScheduledVisit] { over[technician] ?? [] }

  /// The visit that somebody should be done with and is not, and by how much.
  public func overrun(of technician: Technician.ID) -> (number: Int, by: Span)? {
    guard let visit = visits(of: technician).first(where: { $0.status == .onSite }) else { return nil }
    let end = visit.range.start + visit.estimate
    return end < now ? (visit.number, max(.zero, now.startOfMinute - end)) : nil
  }

  /// The same with a visit at another time or with somebody else.
  func placing(_ visit: ScheduledVisit) -> ScheduleIndex {
    var index = self
    for (technician, visits) in index.active where visits.contains(where: { $0.id == visit.id }) {
      // Whoever comes along goes where it goes.
      index.active[technician] = visits.compactMap { one in
        if one.id != visit.id { return one }
        guard one.isHelp, technician != visit.technician else { return nil }
        return visit.helped(by: technician)
      }.sorted(by: ScheduleIndex.inOrder)
    }
    index.active[visit.technician, default: []].append(visit)
    index.active[visit.technician]?.sort(by: ScheduleIndex.inOrder)
    return index
  }

  /// The same without an order's visits, as when it goes back to the queue; what waits for them stays where it is.
  func removing(_ order: WorkOrder.ID) -> ScheduleIndex {
    var index = self
    for (technician, visits) in index.active where visits.contains(where: { $0.order == order }) {
      index.active[technician] = visits.filter { $0.order != order || $0.isFurther }
    }
    return index
  }

  private static func inOrder(_ left: ScheduledVisit, _ right: ScheduledVisit) -> Bool {
    (left.range.start, left.number, left.id) < (right.range.start, right.number, right.id)
  }
}

extension Office {
  /// Every technician's unfinished visits by start, found in one walk.
  public func scheduleIndex(at now: Timestamp) -> ScheduleIndex { ScheduleIndex(self, at: now) }
}
