public import Domain

/// Times and lengths as the office says them: `11:20`, `Mon 23 Nov`, `0:38`, `45 min`, `6 d`.
public enum TimeWords {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  ]

  /// `11:20` today, `Mon 08:00` within a week, `12 Jan 08:00` within half a year, else `12 Jan 2011 08:00`.
  public static func instant(_ instant: Timestamp, now: Timestamp, _ zone: ZoneRules) -> String {
    let civil = zone.civil(at: instant)
    let days = zone.date(at: now).days(to: civil.date)
    if days == 0 { return civil.time.text }
    if abs(days) < 7 { return "\(civil.weekday.short) \(civil.time.text)" }
    let year = abs(days) > 182 ? " \(civil.date.year)" : ""
    return "\(dayAndMonth(civil.date))\(year) \(civil.time.text)"
  }

  /// For narrow columns: with the time within a week, from there on the day alone.
  static func narrow(_ instant: Timestamp, now: Timestamp, _ zone: ZoneRules) -> String {
    abs(zone.date(at: now).days(to: zone.date(at: instant))) < 7
      ? self.instant(instant, now: now, zone) : brief(instant, now: now, zone)
  }

  /// The shortest that tells when: a clock time today, else the day.
  public static func brief(_ instant: Timestamp, now: Timestamp, _ zone: ZoneRules) -> String {
    let civil = zone.civil(at: instant)
    let days = zone.date(at: now).days(to: civil.date)
    if days == 0 { return civil.time.text }
    if abs(days) > 182 { return "\(months[civil.date.month - 1]) \(civil.date.year)" }
    return abs(days) < 7 ? civil.weekday.short : dayAndMonth(civil.date)
  }

  /// `Tue 24 Nov`.
  public static func day(_ date: CivilDate) -> String { "\(date.weekday.short) \(dayAndMonth(date))" }

  /// `24 Nov`.
  public static func dayAndMonth(_ date: CivilDate) -> String { "\(date.day) \(months[date.month - 1])" }

  /// How long ago something was, by the minutes of the clock: every console shows the same until the next one
  /// begins, whenever it was drawn.
  public static func since(_ instant: Timestamp, now: Timestamp) -> Span {
    now.startOfMinute - instant.startOfMinute
  }

  /// `0:38` under 24 hours, `6 d` from there on, `3 y` from a thousand days on; negative with a minus. Open time is
  /// told in the working days of its calendar.
  public static func length(_ span: Span, workday: Span = .days(1)) -> String {
    let seconds = abs(max(-Int64.max, span.seconds))
    let minutes = seconds / 60
    let sign = span.seconds <= -60 ? "-" : ""
    if minutes >= 1_440 {
      let days = seconds / max(60, workday.seconds)
      let daysOfYear = workday < .days(1) ? Int64(261) : 365
      return days >= 1_000 ? "\(sign)\(days / daysOfYear) y" : "\(sign)\(days) d"
    }
    return "\(sign)\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
  }

  /// `45 min`, from two hours on `2:10`, from a day on `6 d`.
  public static func minutes(_ span: Span) -> String {
    span.wholeMinutes < 120 ? "\(span.wholeMinutes) min" : length(span)
  }

  /// `45m`, `3h`, `2 d`, `3 y`, for narrow columns.
  public static func age(_ span: Span) -> String {
    let minutes = max(0, span.wholeMinutes)
    if minutes < 100 { return "\(minutes)m" }
    if minutes >= 1_440_000 { return "\(minutes / 525_960) y" }
    return minutes < 1_440 ? "\(minutes / 60)h" : "\(minutes / 1_440) d"
  }

  /// `10:30–11:15`, with the day when it is not today.
  public static func range(_ range: TimeRange, now: Timestamp, _ zone: ZoneRules) -> String {
    "\(instant(range.start, now: now, zone))–\(zone.civil(at: range.end).time.text)"
  }
}
