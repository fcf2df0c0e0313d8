import Domain

/// Somebody who still works today: from when and where he can be sent on, until when, and what he has before him.
struct CrewMember: Sendable {
  let technician: Technician
  var shift: TimeRange
  /// When and where he is free: now, at the beginning of the shift, or at the end of what is under way.
  var free: Timestamp
  var place: Coordinates?
  /// The break that is still to come, with the last instant at which it may begin.
  var lunch: (start: Timestamp, length: Span, latest: Timestamp)?
  /// Other times in the rest of the shift when he is away.
  var away: [TimeRange] = []
  /// What he is on or on the way to; it stays as it is.
  var underWay: [ScheduledVisit] = []
  /// What he has not set out to, by start.
  var ahead: [ScheduledVisit] = []
  /// What he has worked today, what is under way included.
  var worked: Span = .zero
}

/// The technicians of a day, and what those have before them who cannot do it.
struct Crew: Sendable {
  var members: [CrewMember] = []
  /// Visits of today whose technician is off, absent or gone.
  var orphans: [ScheduledVisit] = []

  /// `without` are taken to be away for the rest of the day; who is on call for `trade` counts, too. The breaks of
  /// `punctual` are not put off, and `staying` are taken to be so much longer at what they are on.
  init(
    _ office: Office, _ index: ScheduleIndex, _ rules: PlanRules, without: Set<Technician.ID>,
    punctual: Set<Technician.ID>, staying: [Technician.ID: Span], onCallFor trade: Trade?
  ) {
    for technician in office.technicians.inOrder {
      let visits = index.visits(of: technician.id)
      let isGone = without.contains(technician.id)
      let stay = staying[technician.id] ?? .zero
      if !isGone, let member = office.crewMember(technician, index, staying: stay, onCallFor: trade) {
        var member = member
        if !punctual.contains(technician.id), let lunch = member.lunch {
          member.lunch?.latest = min(
            lunch.start + rules.breakMoves, max(lunch.start, member.shift.end - lunch.length))
        }
        members.append(member)
        continue
      }
      let today = office.zone.date(at: index.now)
      orphans += visits.filter { visit in
        visit.status.isAhead && office.zone.date(at: visit.range.start) <= today
          && (isGone || office.isKnownToBeAway(technician, at: max(index.now, visit.range.start)))
      }
    }
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

extension Office {
  /// Off, unavailable, absent or no longer with us at an instant; outside the shift alone is no reason.
  func isKnownToBeAway(_ technician: Technician, at instant: Timestamp) -> Bool {
    if !technician.isActive || technician.absences.contains(where: { $0.range.contains(instant) }) {
      return true
    }
    switch technician.presence {
    case .available, .onBreak: return false
    case .off, .unavailable: return true
    }
  }

  /// The stretch in which somebody works today: the shift he is in or the next one of today, else his turn on call.
  private func workday(of technician: Technician, at now: Timestamp, onCallFor trade: Trade?) -> TimeRange? {
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
    // Work round the clock has no end of its own: the night of the day is one.
    let midnight = zone.startOfDay(today(at: now).adding(days: 1))
    return range.map { TimeRange(start: $0.start, end: min($0.end, max(midnight, now + .hours(12)))) }
  }

  func crewMember(
    _ technician: Technician, _ index: ScheduleIndex, staying: Span, onCallFor trade: Trade?
  ) -> CrewMember? {
    let now = index.now
    guard technician.isActive, let shift = workday(of: technician, at: now, onCallFor: trade) else {
      return nil
    }
    let minute = Timestamp(seconds: (now.seconds + 59) / 60 * 60)
    let isHere = shift.start <= now
    let seen = technician.lastPlace.flatMap {
      isHere && shift.contains($0.at) ? site($0.site)?.coordinates : nil
    }
    var member = CrewMember(
      technician: technician, shift: shift, free: max(minute, shift.start), place: seen ?? technician.home)
    if isHere, let away = away(technician, at: now) {
      guard let until = away.until, until < shift.end else { return nil }
      member.free = max(member.free, until)
    }
    let visits = index.visits(of: technician.id)
    for visit in visits where !visit.status.isAhead { member.go(to: visit, in: self) }
    member.free = member.free + staying
    member.ahead = visits.filter {
      $0.status.isAhead && shift.start <= $0.range.start && $0.range.start < shift.end
    }
    // What was planned before the shift and not begun is over before anything else begins.
    for early in visits where early.status.isAhead && early.range.start < shift.start {
      member.free = max(member.free, early.range.end)
    }
    member.rest(in: self, at: now)
    let past = index.pastVisits(of: technician.id).filter { shift.overlaps($0.range) }
    member.worked =
      (past.map(\.range.length) + member.underWay.map { max(.zero, member.free - $0.range.start) })
      .reduce(.zero, +)
    return member.free < shift.end || !member.ahead.isEmpty ? member : nil
  }
}

extension CrewMember {
  /// Counts a visit that he is on or on the way to as done before anything else.
  fileprivate mutating func go(to visit: ScheduledVisit, in office: Office) {
    underWay.append(visit)
    let open = office.order(visit.order)?.openVisit
    let estimate = open?.estimate ?? visit.range.length
    if visit.status == .travelling {
      let since = open?.activeAssignment?.travellingAt ?? free
      let way = office.travelTime(from: place, to: visit.place, at: since)
      // The office counts the time that was planned for it as taken.
      free = max(max(free, since + way) + estimate, visit.range.end)
    } else {
      free = max(free, visit.range.end)
    }
    free = Timestamp(seconds: (free.seconds + 59) / 60 * 60)
    place = visit.place
  }

  /// The breaks and absences that are still to come.
  fileprivate mutating func rest(in office: Office, at now: Timestamp) {
    let days = [shift.start, shift.end - .seconds(1)].map { office.zone.date(at: $0) }
    let ranges = (days[0] == days[1] ? [days[0]] : days).flatMap { office.awayRanges(of: technician, on: $0) }
    for range in ranges.sorted(by: { $0.range.start < $1.range.start }) {
      guard let time = range.range.overlap(TimeRange(start: free, end: max(free, shift.end))) else {
        continue
      }
      if range.reason == nil, lunch == nil {
        lunch = (time.start, time.length, time.start)
      } else if time.start == free {
        free = time.end
      } else if shift.end <= time.end {
        shift = TimeRange(start: shift.start, end: time.start)
      } else {
        away.append(time)
      }
    }
  }
}
