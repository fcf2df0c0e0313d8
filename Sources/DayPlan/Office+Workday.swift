import Domain

/// The stretch in which somebody works on a day.
struct Workday: Hashable, Sendable {
  var range: TimeRange
  /// The trades he answers for where he is only on call, nil among them for all; nil in his own hours.
  var onCall: [Trade?]?
}

extension Office {
  /// Off, unavailable, absent or no longer with us at an instant, by what is known now; outside the shift alone is no
  /// reason, who is off is back with his next shift or turn on call, who is unavailable with his next shift.
  func isKnownToBeAway(
    _ technician: Technician, at instant: Timestamp, asOf now: Timestamp? = nil
  ) -> Bool {
    if !technician.isActive || technician.absences.contains(where: { $0.range.contains(instant) }) {
      return true
    }
    switch technician.presence {
    case .available, .onBreak: return false
    case .off, .unavailable:
      guard let away = away(technician, at: now ?? instant) else { return false }
      return away.until.map { instant < $0 } ?? true
    }
  }

  /// The stretch in which somebody works on a day: the shift he is in or the next one of that day, else his turn on
  /// call; of today after all of that the last shift, as long as something of it is left for him to do.
  func workday(of technician: Technician, _ index: ScheduleIndex, on planned: PlannedDay) -> Workday? {
    guard var found = hours(of: technician, index, on: planned) else { return nil }
    // Work round the clock has no end of its own: the night of the day is one.
    let start = planned.isToday ? index.now : max(found.range.start, planned.midnight)
    let range = found.range
    found.range = TimeRange(
      start: planned.isToday ? range.start : start, end: min(range.end, max(planned.end, start + .hours(12))))
    return found
  }

  private func hours(of technician: Technician, _ index: ScheduleIndex, on planned: PlannedDay) -> Workday? {
    let now = index.now
    if planned.isToday, let shift = shift(of: technician, at: now) { return Workday(range: shift) }
    let before = planned.isToday ? now : planned.midnight - .seconds(1)
    if let next = nextShift(of: technician, after: before, days: 1), zone.date(at: next.start) == planned.day
    {
      return Workday(range: planned.isToday ? next : shift(of: technician, at: next.start) ?? next)
    }
    let isLeft =
      planned.isToday
      && index.visits(of: technician.id).contains { !$0.status.isAhead || $0.range.start < planned.end }
    let last = isLeft ? lastShift(of: technician, before: now) : nil
    guard var call = turn(of: technician, on: planned) else { return last.map { Workday(range: $0) } }
    // What is left of his shift he does on call.
    if let last { call.range = TimeRange(start: min(last.start, call.range.start), end: call.range.end) }
    return call
  }

  private func turn(of technician: Technician, on planned: PlannedDay) -> Workday? {
    let own = onCall.filter {
      $0.technician == technician.id && planned.from < $0.to
        && zone.date(at: max(planned.from, $0.from)) == planned.day
    }
    guard let first = own.min(by: { ($0.from, $0.to) < ($1.from, $1.to) }) else { return nil }
    let range = TimeRange(start: first.from, end: first.to)
    let same = own.filter { TimeRange(start: $0.from, end: $0.to).overlaps(range) }
    return Workday(range: range, onCall: same.map(\.trade))
  }

  /// The shift of today or of last night that was over before an instant.
  private func lastShift(of technician: Technician, before instant: Timestamp) -> TimeRange? {
    let today = today(at: instant)
    return [today.adding(days: -1), today].flatMap { workingRanges(of: technician, on: $0) }
      .filter { $0.end <= instant }.max { $0.end < $1.end }
      .flatMap { shift(of: technician, at: $0.start) }
      .flatMap { zone.date(at: $0.end) == today ? $0 : nil }
  }

  /// Whether a visit stands on the day and in none of its technician's hours; of today what was left on the days before,
  /// too.
  func isLeftOver(_ visit: ScheduledVisit, of technician: Technician, on planned: PlannedDay) -> Bool {
    let day = zone.date(at: visit.range.start)
    return (planned.isToday ? day <= planned.day : day == planned.day)
      && shift(of: technician, at: visit.range.start) == nil
  }
}

extension AssignmentStatus {
  /// Whether nobody has set out yet.
  var isAhead: Bool {
    switch self {
    case .tentative, .scheduled, .dispatched, .seen, .accepted: true
    case .travelling, .onSite, .done, .notDone, .declined: false
    }
  }
}
