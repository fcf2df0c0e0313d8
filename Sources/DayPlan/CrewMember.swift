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
  /// Visits of others to which he comes along, and those that wait for another one: he is busy as long, and no plan
  /// moves them.
  var helping: [ScheduledVisit] = []
  /// What he has worked today, what is under way included.
  var worked: Span = .zero
  /// The trades he answers for where he is only on call, nil among them for all; nil in his own hours.
  var onCall: [Trade?]?

  /// Whether an order is what he is there for: on call he answers for his trades and for what cannot wait.
  func answers(for order: WorkOrder, _ rules: PlanRules) -> Bool {
    guard let onCall else { return true }
    return order.priority <= rules.onCallFor
      && (order.trade == nil || onCall.contains { $0 == nil || $0 == order.trade })
  }
}

extension Office {
  func crewMember(
    _ technician: Technician, _ index: ScheduleIndex, on planned: PlannedDay
  ) -> CrewMember? {
    let now = planned.from
    guard technician.isActive, let workday = workday(of: technician, index, on: planned) else {
      return nil
    }
    let shift = workday.range
    let minute = Timestamp(seconds: (now.seconds + 59) / 60 * 60)
    let isHere = planned.isToday && shift.start <= now
    let seen = technician.lastPlace.flatMap {
      isHere && shift.contains($0.at) ? site($0.site)?.coordinates : nil
    }
    var member = CrewMember(
      technician: technician, shift: shift, free: max(minute, shift.start), place: seen ?? technician.home)
    member.onCall = workday.onCall
    if isHere, let away = away(technician, at: now) {
      guard let until = away.until, until < shift.end || away.reason == .onBreak else { return nil }
      member.free = max(member.free, until)
    }
    let visits = index.visits(of: technician.id)
    for visit in visits where !visit.status.isAhead {
      if planned.isToday { member.go(to: visit, in: self) }
      // What he is on today and lasts into that day he is done with first.
      if !planned.isToday, member.free < visit.range.end { member.free = visit.range.end }
    }
    if planned.isToday { member.free = member.free + index.staying(technician.id) }
    member.helping = visits.filter { visit in
      visit.staysPut && visit.status.isAhead && shift.start <= visit.range.start
        && visit.range.start < shift.end
    }
    member.ahead = visits.filter { visit in
      !visit.staysPut && visit.status.isAhead && shift.start <= visit.range.start
        && (visit.range.start < shift.end || isLeftOver(visit, of: technician, on: planned))
    }
    // What was planned before the shift and not begun is over before anything else begins.
    for early in visits where early.status.isAhead && early.range.start < shift.start {
      member.free = max(member.free, early.range.end)
    }
    let past = index.pastVisits(of: technician.id).filter { shift.overlaps($0.range) }
    member.rest(in: self, at: now, after: past)
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
    let open = office.order(visit.order)?.visits.last { $0.id == visit.id }
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

  /// The breaks and absences that are still to come after what is over; one that he is in he ends first.
  fileprivate mutating func rest(in office: Office, at now: Timestamp, after past: [ScheduledVisit]) {
    let days = [shift.start, shift.end - .seconds(1)].map { office.zone.date(at: $0) }
    let work =
      past.map { Engagement($0.range) }
      + underWay.map { Engagement(TimeRange(start: $0.range.start, end: max($0.range.start, free))) }
    for day in days[0] == days[1] ? [days[0]] : days {
      let breaks = office.breaks(of: technician, on: day, around: work)
      let absences = office.awayRanges(of: technician, on: day).filter { $0.reason != nil }.map(\.range)
      for time in (breaks.map(\.time) + absences).sorted(by: { $0.start < $1.start }) {
        miss(time, breaks.first { $0.time == time && now < time.start })
      }
    }
  }

  /// Counts a time at which he is away; a break that is to come is his lunch, any other a time like an absence.
  private mutating func miss(_ range: TimeRange, _ pause: UsualBreak?) {
    guard let time = range.overlap(TimeRange(start: free, end: max(free, shift.end))) else { return }
    if let pause, lunch == nil {
      lunch = (time.start, time.length, max(time.start, pause.latest))
    } else if time.start == free {
      free = time.end
    } else if shift.end <= time.end {
      shift = TimeRange(start: shift.start, end: time.start)
    } else {
      away.append(time)
    }
  }
}
