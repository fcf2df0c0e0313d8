/// The day and clock time at which a footer's saving starts or ends.
struct ZoneFooterDay: Hashable, Sendable {
  enum Day: Hashable, Sendable {
    /// `Mm.w.d`: in this month the first, second … or last (5) such weekday, Sunday being 0.
    case weekday(month: Int, week: Int, weekday: Int)
    /// `Jn`: 1...365, the leap day never being counted.
    case dayWithoutLeap(Int)
    /// `n`: 0...365, the leap day being counted.
    case dayFromZero(Int)
  }

  let day: Day
  /// From the day's midnight, in seconds; may lie days away on either side.
  let clock: Int

  init?(_ scan: inout TextScan) {
    guard let day = ZoneFooterDay.readDay(&scan) else { return nil }
    self.day = day
    if scan.take("/") {
      guard let clock = scan.signedClock(upTo: 167) else { return nil }
      self.clock = clock
    } else {
      clock = 2 * 3_600
    }
  }

  /// Seconds since 1970 on the wall clock before the change.
  func localSeconds(in year: Int) -> Int64 {
    Int64(daysSinceEpoch(in: year)) * 86_400 + Int64(clock)
  }

  private func daysSinceEpoch(in year: Int) -> Int {
    switch day {
    case .weekday(let month, let week, let weekday):
      let first = CivilDate.daysFromCivil(year, month, 1)
      let firstWeekday = Weekday(daysSinceEpoch: first).rawValue % 7
      let shift = (weekday - firstWeekday + 7) % 7 + (week - 1) * 7
      return first + (shift < CivilDate.days(inMonth: month, of: year) ? shift : shift - 7)
    case .dayWithoutLeap(let count):
      let leap = CivilDate.isLeap(year) && count >= 60 ? 1 : 0
      return CivilDate.daysFromCivil(year, 1, 1) + count - 1 + leap
    case .dayFromZero(let count):
      return CivilDate.daysFromCivil(year, 1, 1) + count
    }
  }

  private static func readDay(_ scan: inout TextScan) -> Day? {
    if scan.take("M") {
      guard let month = scan.number(upTo: 2), (1...12).contains(month), scan.take("."),
        let week = scan.number(upTo: 1), (1...5).contains(week), scan.take("."),
        let weekday = scan.number(upTo: 1), (0...6).contains(weekday)
      else { return nil }
      return .weekday(month: month, week: week, weekday: weekday)
    }
    if scan.take("J") {
      guard let count = scan.number(upTo: 3), (1...365).contains(count) else { return nil }
      return .dayWithoutLeap(count)
    }
    guard let count = scan.number(upTo: 3), count <= 365 else { return nil }
    return .dayFromZero(count)
  }
}

extension TextScan {
  /// `±h[h[h]][:mm[:ss]]` in seconds.
  mutating func signedClock(upTo hours: Int) -> Int? {
    let sign = take("-") ? -1 : 1
    if sign > 0 { _ = take("+") }
    guard let hour = number(upTo: 3), hour <= hours else { return nil }
    var seconds = hour * 3_600
    for unit in [60, 1] {
      guard take(":") else { break }
      guard let figure = digits(2), figure < 60 else { return nil }
      seconds += figure * unit
    }
    return sign * seconds
  }
}
