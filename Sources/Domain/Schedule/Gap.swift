/// A stretch of a technician's time into which a visit fits, with the way there.
public struct Gap: Hashable, Sendable {
  /// From the arrival to the end of the work.
  public let range: TimeRange
  public let travel: Travel
  public let from: StartingPlace

  public var arrival: Timestamp { range.start }
}

/// Where somebody sets off.
public enum StartingPlace: Hashable, Sendable {
  /// The site of the visit before, by the number of its order.
  case visit(Int)
  /// Where he last reported from during this shift.
  case lastSeen(Site.ID, at: Timestamp)
  case home
  case unknown

  /// Whether somebody reported it; home at the beginning of a shift is a guess like no place at all.
  public var isKnown: Bool {
    switch self {
    case .visit, .lastSeen: true
    case .home, .unknown: false
    }
  }
}

/// What is to be fitted in.
public struct Wanted: Hashable, Sendable {
  public var length: Span
  public var place: Coordinates?
  /// Not to arrive sooner, such as the beginning of the customer's window.
  public var notBefore: Timestamp?
  /// The order whose own visit is being placed.
  public var order: WorkOrder.ID?
  /// Turns on call for it count as working time.
  public var trade: Trade?
  /// Whether turns on call count at all.
  public var countsOnCall = true

  public init(length: Span, place: Coordinates? = nil) {
    self.length = length
    self.place = place
  }
}

extension Office {
  /// The first stretch in a technician's shifts, from now and for so many days, that takes the work with the way
  /// to it and on to the next visit; it moves nothing.
  public func firstGap(
    for technician: Technician, _ wanted: Wanted, in index: ScheduleIndex, days: Int = 8
  ) -> Gap? {
    guard technician.isActive else { return nil }
    let now = index.now
    let away = away(technician, at: now)
    guard away == nil || away?.until != nil else { return nil }
    let begin = max(now, away?.until ?? now)
    var tried: [TimeRange] = []
    for reach in days > 1 ? [1, days] : [days] {
      for stretch in available(technician, from: begin, days: reach, for: wanted)
      where !tried.contains(stretch) {
        tried.append(stretch)
        let visits = index.visits(of: technician.id).filter { $0.order != wanted.order }.map {
          $0.expected(at: now)
        }
        if let gap = firstGap(for: technician, wanted, in: stretch, around: visits, at: now) { return gap }
      }
    }
    return nil
  }

  /// The first gap for a length of work somewhere, of one technician.
  public func firstGap(
    for technician: Technician, length: Span, after now: Timestamp, at place: Coordinates? = nil
  ) -> Gap? {
    firstGap(
      for: technician, Wanted(length: length, place: place),
      in: ScheduleIndex(self, at: now, only: technician.id))
  }
}

extension Office {
  /// Shifts and turns on call that are not over, whole, in order.
  private func available(
    _ technician: Technician, from begin: Timestamp, days: Int, for wanted: Wanted
  ) -> [TimeRange] {
    let zone = zone
    let today = zone.date(at: begin)
    var ranges = (-1...days).flatMap { technician.shifts(openingOn: today.adding(days: $0), zone) }
    for turn in onCall where turn.technician == technician.id && wanted.countsOnCall {
      if turn.trade == nil || turn.trade == wanted.trade {
        ranges.append(TimeRange(start: turn.from, end: turn.to))
      }
    }
    return ranges.merged.filter { begin < $0.end }.map { TimeRange(start: max($0.start, begin), end: $0.end) }
  }

  private func firstGap(
    for technician: Technician, _ wanted: Wanted, in stretch: TimeRange, around visits: [ScheduledVisit],
    at now: Timestamp
  ) -> Gap? {
    var (from, place) = start(of: technician, in: stretch, at: now)
    var free = stretch.start
    let ahead = visits.filter { $0.range.overlaps(stretch) }.sorted { $0.range.start < $1.range.start }
    let mayCross = isLongerThanAnySpell(wanted.length, between: technician, in: stretch)
    for next in ahead.map(Optional.some) + [nil] {
      let travel = travel(from: place, to: wanted.place, at: free)
      let arrival = arrival(
        max(free + travel.span, wanted.notBefore ?? free), technician, wanted.length, mayCross)
      let range = TimeRange(start: arrival, length: wanted.length)
      let onward = next.map {
        $0.range.start - self.travel(from: wanted.place, to: $0.place, at: $0.range.start).span
      }
      if range.end <= min(stretch.end, onward ?? stretch.end) {
        return Gap(range: range, travel: travel, from: from)
      }
      guard let next else { return nil }
      if free < next.range.end { (free, place, from) = (next.range.end, next.place, .visit(next.number)) }
    }
    return nil
  }

  /// The whole minute, past absences and breaks, at which work of a length can begin and go through to its end;
  /// past the breaks only that it would begin in, where it may go over one.
  private func arrival(
    _ earliest: Timestamp, _ technician: Technician, _ length: Span, _ mayCross: Bool
  ) -> Timestamp {
    var arrival = earliest.wholeMinute
    for _ in 0..<(technician.absences.count + technician.breaks.count + 1) {
      let range = TimeRange(start: arrival, length: length)
      let heeded = mayCross ? TimeRange(start: arrival, length: .seconds(1)) : range
      if let absence = technician.absences.first(where: { $0.range.overlaps(range) }) {
        arrival = absence.to.wholeMinute
      } else if let pause = usualBreaks(of: technician, in: heeded).first {
        arrival = pause.end
      } else {
        return arrival
      }
    }
    return arrival
  }

  /// Whether work fits between no two breaks of a shift, so that it can only be done over one.
  private func isLongerThanAnySpell(
    _ length: Span, between technician: Technician, in stretch: TimeRange
  ) -> Bool {
    let whole = shift(of: technician, at: stretch.start) ?? stretch
    let breaks = usualBreaks(of: technician, in: whole)
    return !breaks.isEmpty && [whole].without(breaks).allSatisfy { $0.length < length }
  }

  private func start(
    of technician: Technician, in stretch: TimeRange, at now: Timestamp
  ) -> (StartingPlace, Coordinates?) {
    if stretch.start <= now, let seen = technician.lastPlace,
      let shift = shift(of: technician, at: now), shift.contains(seen.at)
    {
      return (.lastSeen(seen.site, at: seen.at), site(seen.site)?.coordinates)
    }
    return technician.home.map { (.home, $0) } ?? (.unknown, nil)
  }
}

extension ScheduledVisit {
  /// A visit that should have begun and has not is expected to begin now.
  func expected(at now: Timestamp) -> ScheduledVisit {
    guard status != .onSite, range.start < now else { return self }
    return placed(range.moved(by: now - range.start), with: technician)
  }
}

extension Timestamp {
  /// The minute that begins now or next.
  var wholeMinute: Timestamp { Timestamp(seconds: -floorDivision(-seconds, 60) * 60) }
}
