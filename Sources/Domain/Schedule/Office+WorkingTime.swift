/// When a technician works: single-day shifts before the working week, all in the office's zone.
extension Office {
  /// When a technician works on a day, in order: what is left of the night before included, cut at both midnights.
  public func workingRanges(of technician: Technician, on day: CivilDate) -> [TimeRange] {
    let zone = zone
    let midnights = TimeRange(start: zone.startOfDay(day), end: zone.startOfDay(day.adding(days: 1)))
    let shifts =
      technician.shifts(openingOn: day.adding(days: -1), zone) + technician.shifts(openingOn: day, zone)
    return shifts.compactMap { $0.overlap(midnights) }.merged
  }

  /// Breaks and absences inside a day's working time, in order; a break within an absence is left out, and one that work
  /// lies over stands where it is put off to.
  public func awayRanges(
    of technician: Technician, on day: CivilDate, around work: [Engagement] = []
  ) -> [TimelineLane.Away] {
    let working = workingRanges(of: technician, on: day)
    let absences = technician.absences.flatMap { absence in
      working.compactMap { $0.overlap(absence.range) }.map {
        TimelineLane.Away(range: $0, reason: absence.reason)
      }
    }
    let breaks = breaks(of: technician, on: day, around: work).map {
      TimelineLane.Away(range: $0.time, reason: nil)
    }
    return (absences + breaks).sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
  }

  /// When a technician works in a stretch of time, in order; a shift over midnight is one piece.
  func workingRanges(of technician: Technician, in range: TimeRange) -> [TimeRange] {
    dates(of: range).flatMap { workingRanges(of: technician, on: $0) }.merged.compactMap { $0.overlap(range) }
  }

  /// Breaks and absences in the working time of a stretch, in order; what goes on over midnight is one.
  func awayRanges(
    of technician: Technician, in range: TimeRange, around work: [Engagement]
  ) -> [TimelineLane.Away] {
    dates(of: range).flatMap { awayRanges(of: technician, on: $0, around: work) }.compactMap { away in
      range.overlap(away.range).map { TimelineLane.Away(range: $0, reason: away.reason) }
    }.merged
  }

  private func dates(of range: TimeRange) -> [CivilDate] {
    let first = zone.date(at: range.start)
    return (0...max(0, first.days(to: zone.date(at: range.end - .seconds(1))))).map { first.adding(days: $0) }
  }

  /// The shift that goes on over the midnight before a day; none where somebody works round the clock.
  func night(of technician: Technician, before day: CivilDate) -> TimeRange? {
    let midnight = zone.startOfDay(day)
    guard let shift = shift(of: technician, at: midnight), shift.start < midnight, shift.length < .days(1)
    else { return nil }
    return shift
  }

  /// What lane and day sheet show as a technician's day: from midnight to midnight, with all of the shift that goes on
  /// after it; of the day that runs with all of the night that it began in.
  func reach(of technician: Technician, on day: CivilDate, isToday: Bool) -> TimeRange {
    let next = day.adding(days: 1)
    let begins = isToday ? night(of: technician, before: day)?.start : nil
    return TimeRange(
      start: begins ?? zone.startOfDay(day),
      end: night(of: technician, before: next)?.end ?? zone.startOfDay(next))
  }

  /// When the shift ends that a technician is in; nil outside his shifts.
  public func shiftEnd(of technician: Technician, at instant: Timestamp) -> Timestamp? {
    shift(of: technician, at: instant)?.end
  }

  /// The whole shift around an instant, over midnight too; shifts that touch are one.
  public func shift(of technician: Technician, at instant: Timestamp) -> TimeRange? {
    let zone = zone
    var day = zone.date(at: instant)
    let near = [day.adding(days: -1), day, day.adding(days: 1)]
    let shifts = near.flatMap { technician.shifts(openingOn: $0, zone) }.merged
    guard var shift = shifts.first(where: { $0.contains(instant) }) else { return nil }
    day = day.adding(days: 1)
    for _ in 0..<Office.longestShiftDays {
      day = day.adding(days: 1)
      guard let next = technician.shifts(openingOn: day, zone).first, next.start <= shift.end else { break }
      shift = TimeRange(start: shift.start, end: max(shift.end, next.end))
    }
    return shift
  }

  /// The first shift that opens after an instant, at most so many days on.
  public func nextShift(of technician: Technician, after instant: Timestamp, days: Int = 14) -> TimeRange? {
    let zone = zone
    let today = zone.date(at: instant)
    for offset in 0...days {
      let shifts = technician.shifts(openingOn: today.adding(days: offset), zone).merged
      if let next = shifts.first(where: { instant < $0.start }) { return next }
    }
    return nil
  }

  /// The usual break that an instant falls into.
  func usualBreak(of technician: Technician, at instant: Timestamp) -> TimeRange? {
    if technician.breaks.isEmpty { return nil }
    let zone = zone
    return technician.breakRanges(around: zone.date(at: instant), zone).first { $0.contains(instant) }
  }

  /// The usual breaks within his shifts that a stretch of time takes something of, in order; of a stretch that is
  /// longer than any shift is followed, those in its beginning.
  func usualBreaks(of technician: Technician, in range: TimeRange) -> [TimeRange] {
    if technician.breaks.isEmpty || range.isEmpty { return [] }
    let zone = zone
    let first = zone.date(at: range.start)
    let days = min(first.days(to: zone.date(at: range.end)), Self.longestShiftDays)
    let breaks = (0...max(0, days)).flatMap { technician.breakRanges(around: first.adding(days: $0), zone) }
    return breaks.merged.filter { pause in
      pause.overlaps(range) && shift(of: technician, at: pause.start) != nil
    }
  }

  /// How far round-the-clock work is followed before its end counts as far enough.
  private static let longestShiftDays = 31
}
