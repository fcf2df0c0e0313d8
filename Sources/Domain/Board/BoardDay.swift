/// The day a board is about: the calendar day of the lanes and the shift day of the counters.
struct BoardDay: Hashable, Sendable {
  let date: CivilDate
  let isToday: Bool
  /// From midnight to midnight in the office's zone.
  let midnights: TimeRange
  /// From the end of the office's last day to the end of the next one.
  let shift: TimeRange
  let shiftDate: CivilDate

  /// That of an instant, or another date as it looks at that instant.
  init(_ office: Office, on date: CivilDate? = nil, at now: Timestamp) {
    let zone = office.zone
    let today = zone.date(at: now)
    let date = date ?? today
    self.date = date
    isToday = date == today
    midnights = TimeRange(start: zone.startOfDay(date), end: zone.startOfDay(date.adding(days: 1)))
    shiftDate = zone.date(at: office.lastDayEnd(at: now))
    shift = office.shiftDay(shiftDate)
  }

  /// When it is over, in one sense or the other.
  var ends: Timestamp { min(midnights.end, shift.end) }

  func contains(_ now: Timestamp) -> Bool { midnights.contains(now) && shift.contains(now) }
}
