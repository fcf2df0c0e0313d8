import Domain

extension Office {
  /// Off, unavailable, absent or no longer with us at an instant, by what is known now; outside the shift alone is no
  /// reason, and who is off or unavailable is back with his next shift.
  func isKnownToBeAway(
    _ technician: Technician, at instant: Timestamp, asOf now: Timestamp? = nil
  ) -> Bool {
    if !technician.isActive || technician.absences.contains(where: { $0.range.contains(instant) }) {
      return true
    }
    switch technician.presence {
    case .available, .onBreak: return false
    case .off, .unavailable:
      return away(technician, at: now ?? instant)?.until.map { instant < $0 } ?? true
    }
  }

  /// The stretch in which somebody works today: the shift he is in or the next one of today, else his turn on call;
  /// after all of that the last shift, as long as something of it is left for him to do.
  func workday(
    of technician: Technician, _ index: ScheduleIndex, onCallFor trade: Trade?
  ) -> TimeRange? {
    let now = index.now
    var range = shift(of: technician, at: now)
    if range == nil, let next = nextShift(of: technician, after: now, days: 1),
      zone.date(at: next.start) == today(at: now)
    {
      range = next
    }
    if range == nil, let trade {
      range = onCall.first {
        $0.technician == technician.id && now < $0.to && zone.date(at: max(now, $0.from)) == today(at: now)
          && ($0.trade == nil || $0.trade == trade)
      }.map { TimeRange(start: $0.from, end: $0.to) }
    }
    let midnight = zone.startOfDay(today(at: now).adding(days: 1))
    let isLeft = index.visits(of: technician.id).contains { !$0.status.isAhead || $0.range.start < midnight }
    if range == nil, isLeft { range = lastShift(of: technician, before: now) }
    // Work round the clock has no end of its own: the night of the day is one.
    return range.map { TimeRange(start: $0.start, end: min($0.end, max(midnight, now + .hours(12)))) }
  }

  /// The shift of today or of last night that was over before an instant.
  private func lastShift(of technician: Technician, before instant: Timestamp) -> TimeRange? {
    let today = today(at: instant)
    return [today.adding(days: -1), today].flatMap { workingRanges(of: technician, on: $0) }
      .filter { $0.end <= instant }.max { $0.end < $1.end }
      .flatMap { shift(of: technician, at: $0.start) }
      .flatMap { zone.date(at: $0.end) == today ? $0 : nil }
  }

  /// Whether a visit stands today and in none of its technician's hours.
  func isLeftOver(_ visit: ScheduledVisit, of technician: Technician, at now: Timestamp) -> Bool {
    zone.date(at: visit.range.start) <= today(at: now) && shift(of: technician, at: visit.range.start) == nil
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
