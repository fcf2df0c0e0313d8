/// Working days: those on which anything opens.
extension WorkCalendar {
  public func isWorkingDay(_ date: CivilDate) -> Bool { !hours.intervals(on: date).isEmpty }

  /// The working day so many on, or back for a negative count; for zero the date itself if it is one, else
  /// the next. Looks ten years far and then stays where it is.
  public func adding(workingDays count: Int, to date: CivilDate) -> CivilDate {
    let step = count < 0 ? -1 : 1
    var left = count.magnitude
    var day = date
    for _ in 0..<3_653 {
      if left == 0, count != 0 || isWorkingDay(day) { return day }
      day = day.adding(days: step)
      if isWorkingDay(day), left > 0 { left -= 1 }
    }
    return day
  }

  /// The same clock time so many working days on. Outside hours the count starts at the next opening: one
  /// working day from Friday evening is Tuesday at opening.
  public func adding(workingDays count: Int, to instant: Timestamp) -> Timestamp {
    guard let start = count < 0 ? instant : nextOpen(after: instant) else {
      return instant + WorkCalendar.horizon
    }
    let civil = zone.civil(at: start)
    let day = adding(workingDays: count, to: civil.date)
    return count == 0 ? start : zone.timestamp(of: CivilTime(date: day, secondOfDay: civil.secondOfDay))
  }

  /// The open time that a limit in working days gives from an instant on.
  public func openTime(ofWorkingDays count: Int, from instant: Timestamp) -> Span {
    openTime(from: instant, to: adding(workingDays: count, to: instant))
  }

  /// How many working days lie after the first date, up to and with the second; negative when it is earlier.
  public func workingDays(from start: CivilDate, to end: CivilDate) -> Int {
    if end < start { return -workingDays(from: end, to: start) }
    return (start.daysSinceEpoch..<end.daysSinceEpoch)
      .count { isWorkingDay(CivilDate(daysSinceEpoch: $0 + 1)) }
  }
}
