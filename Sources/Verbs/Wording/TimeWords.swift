public import Domain

/// Days and clock times as the office says them, each style by its name; lengths are in `TimeWords+Length`.
public enum TimeWords {
  /// From so many days on a day of the year is named with its year, as it could be taken for another one.
  private static let daysOfHalfYear = 182

  /// Each clock time that clocks show twice, where they go back, has the shorthand of its offset behind it.
  ///
  /// `11:20` today, `Mon 08:00` within a week, `12 Jan 08:00` within half a year, else `12 Jan 2011 08:00`.
  public static func instant(
    _ instant: Timestamp, now: Timestamp, _ zone: ZoneRules, hasSeconds: Bool = false
  ) -> String {
    let (date, today) = (zone.date(at: instant), zone.date(at: now))
    let clock = zone.clock(at: instant, hasSeconds: hasSeconds)
    return date == today ? clock : "\(near(date, today: today)) \(clock)"
  }

  /// The same of something planned, which nobody expects in the past: `Mon 16 Nov 02:05` of an earlier day.
  public static func planned(_ instant: Timestamp, now: Timestamp, _ zone: ZoneRules) -> String {
    let date = zone.date(at: instant)
    let days = zone.date(at: now).days(to: date)
    if days >= 0 || days < -daysOfHalfYear { return self.instant(instant, now: now, zone) }
    return "\(day(date)) \(zone.clock(at: instant))"
  }

  /// `today`, `Wed` within a week, `3 Dec` within half a year, else `3 Dec 2011`.
  public static func near(_ date: CivilDate, today: CivilDate) -> String {
    let days = today.days(to: date)
    if days == 0 { return "today" }
    if abs(days) < 7 { return date.weekday.short }
    return abs(days) > daysOfHalfYear ? "\(dayAndMonth(date)) \(date.year)" : dayAndMonth(date)
  }

  /// For narrow columns: with the time within a week, from there on the day alone.
  public static func narrow(_ instant: Timestamp, now: Timestamp, _ zone: ZoneRules) -> String {
    abs(zone.date(at: now).days(to: zone.date(at: instant))) < 7
      ? self.instant(instant, now: now, zone) : brief(instant, now: now, zone)
  }

  /// The shortest that tells when: a clock time today, else the day.
  public static func brief(_ instant: Timestamp, now: Timestamp, _ zone: ZoneRules) -> String {
    let civil = zone.civil(at: instant)
    let days = zone.date(at: now).days(to: civil.date)
    if days == 0 { return civil.time.text }
    if abs(days) > daysOfHalfYear { return "\(civil.date.monthShort) \(civil.date.year)" }
    return abs(days) < 7 ? civil.weekday.short : dayAndMonth(civil.date)
  }

  /// `Tue 24 Nov`.
  public static func day(_ date: CivilDate) -> String { "\(date.weekday.short) \(dayAndMonth(date))" }

  /// `24 Nov`.
  public static func dayAndMonth(_ date: CivilDate) -> String { "\(date.day) \(date.monthShort)" }

  /// `10:30–11:15`, with the day when it is not today.
  public static func range(_ range: TimeRange, now: Timestamp, _ zone: ZoneRules) -> String {
    "\(instant(range.start, now: now, zone))–\(zone.clock(at: range.end))"
  }

  /// The letter behind a clock's figure.
  public static func letter(of kind: ClockFace.Kind) -> String {
    switch kind {
    case .response: "r"
    case .fix: "f"
    }
  }

  /// When a clock falls due, in seven cells with the letter of the clock: what is left of it, `0:38r`; `Mon r`,
  /// `3 Dec r` or `2024 r` where hours that do not count lie between, since what is left then is no length of the day.
  public static func due(_ face: ClockFace, now: Timestamp, _ zone: ZoneRules) -> String {
    let (today, date) = (zone.date(at: now), zone.date(at: face.dueAt))
    let letter = letter(of: face.kind)
    guard face.skipsClosedHours, date != today else {
      return clock(face.remaining, workday: face.workday) + letter
    }
    let day = abs(today.days(to: date)) > daysOfHalfYear ? String(date.year) : near(date, today: today)
    return day.count < 6 ? "\(day) \(letter)" : day + letter
  }
}
