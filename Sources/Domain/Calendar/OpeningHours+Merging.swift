extension OpeningHours {
  /// These hours with the days taken over that two people's hours differ in: `seen` as somebody found them, `wanted`
  /// as he wants them. Nil where a day that he changes is neither as he found it nor as he wants it by now.
  func taking(_ wanted: OpeningHours, over seen: OpeningHours) -> OpeningHours? {
    if self == seen || self == wanted { return wanted }
    guard !isRoundTheClock, !wanted.isRoundTheClock, !seen.isRoundTheClock else { return nil }
    var weekly = weekly
    for day in Weekday.allCases where wanted.weekly[day] != seen.weekly[day] {
      guard weekly[day] == seen.weekly[day] || weekly[day] == wanted.weekly[day] else { return nil }
      weekly[day] = wanted.weekly[day]
    }
    var special = Dictionary(specialDays.map { ($0.date, $0) }) { _, later in later }
    for date in Set((wanted.specialDays + seen.specialDays).map(\.date)) {
      let (before, after) = (seen.specialDay(date), wanted.specialDay(date))
      if before == after { continue }
      guard special[date] == before || special[date] == after else { return nil }
      special[date] = after
    }
    return OpeningHours(weekly: weekly, specialDays: special.values.sorted { $0.date < $1.date })
  }
}
