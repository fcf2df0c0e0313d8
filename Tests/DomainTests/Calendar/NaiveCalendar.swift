import Domain

/// Opening hours looked at minute by minute, with no arithmetic to get wrong.
struct NaiveCalendar {
  let calendar: WorkCalendar

  func isOpen(_ instant: Timestamp) -> Bool {
    if calendar.hours.isRoundTheClock { return true }
    let civil = calendar.zone.civil(at: instant)
    let minute = civil.secondOfDay / 60
    let today = calendar.hours.intervals(on: civil.date)
    let yesterday = calendar.hours.intervals(on: civil.date.adding(days: -1))
    return today.contains { $0.opens.minutes <= minute && ($0.crossesMidnight || minute < $0.closes.minutes) }
      || yesterday.contains { $0.crossesMidnight && minute < $0.closes.minutes }
  }

  func openTime(from start: Timestamp, to end: Timestamp) -> Span {
    var open = Span.zero
    var minute = start
    while minute < end {
      if isOpen(minute) { open += .minutes(1) }
      minute += .minutes(1)
    }
    return open
  }
}

enum SampleCalendars {
  static let zones = [
    "Europe/London", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Etc/UTC"
  ]
  static let hours = [
    "24x7", "Mon-Fri 08:00-18:00", "Mon-Thu 07:00-15:30, Fri 07:00-12:00", "22:00-06:00",
    "Sat-Sun 00:00-24:00",
    "Mon-Fri 08:00-12:00 13:00-17:00, Sat 20:00-04:00, Sun 02:00-10:00", "Sun 01:00-03:00 23:00-02:30"
  ]

  /// Starts near a change of clocks half of the time; whole minutes.
  static func random(_ numbers: inout SeededNumbers) throws -> (calendar: WorkCalendar, start: Timestamp) {
    let rules = try zone(zones.randomElement(using: &numbers) ?? "Etc/UTC")
    let spring = Int64(1_774_500_000 / 60 * 60)
    let autumn = Int64(1_792_700_000 / 60 * 60)
    let base = Bool.random(using: &numbers) ? spring : autumn
    let start = Timestamp(seconds: base + 60 * .random(in: 0...20_000, using: &numbers))
    let today = rules.date(at: start)
    var hours = try OpeningHours(Self.hours.randomElement(using: &numbers) ?? "24x7")
    if Bool.random(using: &numbers) {
      hours = hours.closed(on: [
        today.adding(days: .random(in: 0...9, using: &numbers)), today.adding(days: 3)
      ])
    }
    if !hours.isRoundTheClock, Bool.random(using: &numbers) {
      let special = today.adding(days: .random(in: 0...9, using: &numbers))
      hours = try OpeningHours(hours.text + ", \(special.iso) 05:00-09:00 21:00-03:00")
    }
    return (WorkCalendar(hours: hours, zone: rules), start)
  }
}
