/// What the boards know of one technician until he or his work is touched again; time comes in when it is
/// read.
struct TechnicianSheet: Sendable {
  let technician: Technician
  let day: BoardDay
  /// When he works in the day and its nights, and when not although he works.
  let working: [TimeRange]
  let away: [TimelineLane.Away]
  /// From yesterday to tomorrow, so that a night shift is one piece.
  let shifts: [TimeRange]
  /// When he works in the office's shift day.
  let duty: Duty
  /// When he works again after that.
  let laterShift: Timestamp?
  /// By start: what is over, under way and before him.
  let visits: [VisitSheet]
  /// The visits that touch the day and its night shifts, and today what is in hand since before; with the way before
  /// each as far as both ends are known.
  let stops: [Stop]
  let current: VisitSheet?
  let next: VisitSheet?
  /// The ways to where he is going and from there to the next one; nil when not known.
  let wayToCurrent: Span?
  let wayToNext: Span?
  let lastPlace: String?
  let turns: [TimeRange]
  let checkInWithin: Span
  let terms: AlertTerms
  /// When a visit of the usual least length begins at the latest in each gap of the day, with where the gap begins.
  let rooms: [TimeRange]

  struct Stop: Hashable, Sendable {
    let visit: VisitSheet
    let range: TimeRange
    let way: Span?
  }

  init(_ technician: Technician, visits: [VisitSheet], in office: Office, _ day: BoardDay) {
    self.technician = technician
    self.day = day
    shifts = [-1, 0, 1].flatMap { office.workingRanges(of: technician, on: day.date.adding(days: $0)) }.merged
    laterShift = office.nextShift(of: technician, after: day.midnights.end + .days(1) - .seconds(1))?.start
    let sorted = visits.sorted(by: VisitSheet.isBefore)
    self.visits = sorted
    let reach = office.reach(of: technician, on: day.date, isToday: day.isToday)
    stops = TechnicianSheet.stops(sorted, from: technician.home, in: reach, isToday: day.isToday, office)
    let work = stops.map { Engagement($0.range, way: $0.way ?? .zero) }
    working = office.workingRanges(of: technician, in: reach)
    away = office.awayRanges(of: technician, in: reach, around: work)
    duty = office.duty(of: technician, in: day.shift, around: work)
    let own = sorted.filter { !$0.isHelp }
    // Who has gone on to other work is there, whatever nobody has told him of what was called off.
    let current = own.filter { !$0.isOff }.inHand ?? own.inHand
    let next = own.first { $0.isAhead && !$0.isUnderWay && $0.planned != nil }
    self.current = current
    self.next = next
    let site = technician.lastPlace.flatMap { office.site($0.site) }
    let here = site?.coordinates ?? technician.home
    wayToCurrent = current.flatMap { office.knownWay(from: here, to: $0.place) }
    wayToNext = next.flatMap {
      office.knownWay(from: current.map(\.place) ?? here, to: $0.place, at: $0.planned?.start)
    }
    lastPlace = site?.name
    turns = office.onCall.filter { $0.technician == technician.id }.map {
      TimeRange(start: $0.from, end: $0.to)
    }
    checkInWithin = office.limits.checkInWithin
    terms = AlertTerms(office)
    rooms = TechnicianSheet.rooms(
      working, taken: away.map(\.range) + stops.filter { $0.visit.isAhead }.map(\.range),
      office.limits.roomFrom)
  }
}

extension TechnicianSheet {
  /// The gaps between working time and what takes it up that are long enough, each up to the last instant at
  /// which it still is.
  private static func rooms(_ working: [TimeRange], taken: [TimeRange], _ least: Span) -> [TimeRange] {
    var free: [TimeRange] = []
    let busy = taken.merged
    for range in working {
      var from = range.start
      for taken in busy where taken.end > range.start && taken.start < range.end {
        if taken.start > from { free.append(TimeRange(start: from, end: taken.start)) }
        from = max(from, taken.end)
      }
      if from < range.end { free.append(TimeRange(start: from, end: range.end)) }
    }
    return free.filter { $0.length >= least }.map {
      TimeRange(start: $0.start, end: $0.end - least + .seconds(1))
    }
  }

  private static func stops(
    _ visits: [VisitSheet], from home: Coordinates?, in seen: TimeRange, isToday: Bool, _ office: Office
  ) -> [Stop] {
    var place = home
    var stops: [Stop] = []
    for visit in visits {
      guard let range = visit.range,
        range.overlaps(seen) || seen.contains(range.start)
          || isToday && visit.isUnderWay && range.start < seen.start
      else { continue }
      stops.append(
        Stop(visit: visit, range: range, way: office.knownWay(from: place, to: visit.place, at: range.start)))
      place = visit.place
    }
    return stops
  }
}

extension Office {
  /// Nil where one of the ends is not known: a board shows no guesses.
  fileprivate func knownWay(
    from start: Coordinates?, to end: Coordinates?, at instant: Timestamp? = nil
  ) -> Span? {
    guard start != nil, end != nil else { return nil }
    return travelTime(from: start, to: end, at: instant)
  }
}

extension [VisitSheet] {
  /// The one that somebody is on, else the one that he is on the way to, of visits by start.
  fileprivate var inHand: VisitSheet? {
    last { $0.status == .onSite && !$0.isHeld } ?? last { $0.isUnderWay && !$0.isHeld }
  }
}
