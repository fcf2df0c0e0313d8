import Domain

/// The day that is planned, seen from an instant: what is left of today, or a later day from its beginning.
struct PlannedDay: Hashable, Sendable {
  let day: CivilDate
  /// Its first instant, and the first of the day after.
  let midnight, end: Timestamp
  /// From when on it is planned: now, or its beginning.
  let from: Timestamp
  let isToday: Bool

  /// Nothing, and any day that is over, means today.
  init(_ office: Office, _ day: CivilDate? = nil, at now: Timestamp) {
    let today = office.today(at: now)
    self.day = max(day ?? today, today)
    isToday = self.day == today
    midnight = office.zone.startOfDay(self.day)
    end = office.zone.startOfDay(self.day.adding(days: 1))
    from = isToday ? now : midnight
  }
}

extension Office {
  /// The first day from one on, within a week, on which somebody works; that day itself where nobody does.
  func plannedDay(
    _ day: CivilDate? = nil, _ index: ScheduleIndex, takes: (CrewMember) -> Bool = { _ in true }
  ) -> PlannedDay {
    let first = PlannedDay(self, day, at: index.now)
    let days = (0...7).lazy.map { PlannedDay(self, first.day.adding(days: $0), at: index.now) }
    return days.first { Crew(self, index, on: $0).members.contains(where: takes) } ?? first
  }

  /// The earliest day on which an order is to be done, by what the customer was told, by its pin and by what it was put
  /// off to; the day on which it stands where somebody has it.
  func day(for order: WorkOrder, at now: Timestamp) -> CivilDate {
    var days = [today(at: now)]
    if let postponed = order.postponedTo { days.append(postponed) }
    if let window = order.window { days.append(zone.date(at: window.start)) }
    if let start = order.openVisit?.start {
      let holds =
        order.technician != nil || order.customerKnowsTime || order.openVisit?.pin?.holdsTime ?? false
      if holds { days.append(zone.date(at: start)) }
    }
    return days.reduce(days[0], max)
  }

  /// The orders that nobody has and that can be done on a day: not put off beyond it, and promised for no other.
  func waiting(on planned: PlannedDay, at now: Timestamp) -> [WorkOrder.ID] {
    orders.unordered.filter { order in
      guard order.isUnassigned, order.hold == nil, day(for: order, at: now) <= planned.day else {
        return false
      }
      // What was promised for an earlier day belongs to that one as long as the promise can be kept.
      return order.window.map { $0.end < now || planned.midnight <= $0.end } ?? true
    }.sorted { ($0.priority, $0.number) < ($1.priority, $1.number) }.map(\.id)
  }

  /// Of what waits on a later day, the work with a clock that runs out before: nobody puts it off by planning that day.
  func dueSooner(
    _ orders: [WorkOrder.ID], than planned: PlannedDay, at now: Timestamp
  ) -> [(order: WorkOrder, at: Timestamp)] {
    if planned.isToday { return [] }
    return orders.compactMap { id in
      guard let order = order(id) else { return nil }
      let open = beginnings(of: order, length: order.openVisit?.estimate ?? order.estimate, at: now)
      return open.filter { !$0.isMissed && $0.at < planned.midnight }.map(\.at).min().map { (order, $0) }
    }
  }
}
