public import Domain

/// The technicians of a day, and what those have before them who cannot do it.
struct Crew: Sendable {
  var members: [CrewMember] = []
  /// Visits of today whose technician is off, absent or gone.
  var orphans: [ScheduledVisit] = []

  /// `without` are taken to be away for the rest of the day.
  init(
    _ office: Office, _ index: ScheduleIndex, on planned: PlannedDay, without: Set<Technician.ID> = []
  ) {
    for technician in office.technicians.inOrder {
      let isGone = without.contains(technician.id)
      let lost = office.orphans(of: technician, isGone: isGone, in: index, on: planned)
      guard !isGone, var member = office.crewMember(technician, index, on: planned) else {
        orphans += lost
        continue
      }
      orphans += lost.filter(\.status.isAhead)
      member.ahead.removeAll { visit in lost.contains { $0.id == visit.id } }
      members.append(member)
    }
  }

  /// Lets each of these begin so much later than is known.
  mutating func delay(_ delays: [Technician.ID: Span]) {
    for index in members.indices {
      guard let by = delays[members[index].technician.id] else { continue }
      members[index].free = members[index].free + by
    }
  }
}

extension Office {
  /// The visits before somebody that he cannot do, because he is known to be away when they begin, or gone altogether:
  /// those of the day and of what is left of a shift over midnight.
  func orphans(
    of technician: Technician, isGone: Bool = false, in index: ScheduleIndex, on planned: PlannedDay
  ) -> [ScheduledVisit] {
    let end = max(planned.end, workday(of: technician, index, on: planned)?.range.end ?? planned.end)
    return index.visits(of: technician.id).filter { visit in
      if visit.staysPut { return false }
      if !planned.isToday, visit.range.start < planned.midnight { return false }
      // Whoever set out and is away now does not arrive.
      let start = visit.status == .travelling ? index.now : max(index.now, visit.range.start)
      return (visit.status.isAhead || visit.status == .travelling) && visit.range.start < end
        && (isGone && visit.status.isAhead || isKnownToBeAway(technician, at: start, asOf: index.now))
    }
  }

  /// Whether somebody is here now and will not be when some of his visits begin.
  public func isAwayLater(_ technician: Technician.ID, at now: Timestamp) -> Bool {
    guard let known = self.technician(technician), !isKnownToBeAway(known, at: now) else { return false }
    return !orphans(
      of: known, in: ScheduleIndex(self, at: now, only: technician), on: PlannedDay(self, at: now)
    ).isEmpty
  }
}
