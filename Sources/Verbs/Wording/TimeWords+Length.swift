public import Domain

extension TimeWords {
  /// How long ago something was, by the minutes of the clock: every console shows the same until the next one
  /// begins, whenever it was drawn.
  public static func since(_ instant: Timestamp, now: Timestamp) -> Span {
    now.startOfMinute - instant.startOfMinute
  }

  /// As on a clock: `0:38` under 24 hours, `6 d` from there on, `3 y` from a thousand days on; negative with a minus.
  /// Open time is told in the working days of its calendar.
  public static func clock(_ span: Span, workday: Span = .days(1)) -> String {
    let minutes = span.seconds.magnitude / 60
    let sign = span < .zero && minutes > 0 ? "-" : ""
    guard minutes >= minutesOfDay else { return "\(sign)\(minutes / 60):\(twoDigits(minutes % 60))" }
    let days = days(span, workday)
    return days >= 1_000 ? "\(sign)\(days / (workday < .days(1) ? 261 : 365)) y" : "\(sign)\(days) d"
  }

  /// In words: `45 min`, `1 h 30`, from a day on `6 d`.
  public static func length(_ span: Span) -> String {
    let minutes = span.seconds.magnitude / 60
    return minutes >= minutesOfDay ? "\(minutes / minutesOfDay) d" : agreed(span)
  }

  /// A length that is agreed, whole in hours and minutes, since a day of open hours is none of 24: `45 min`, `1 h 30`,
  /// `36 h`.
  public static func agreed(_ span: Span) -> String {
    let minutes = span.seconds.magnitude / 60
    if minutes < 60 { return "\(minutes) min" }
    return minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60)"
  }

  /// In days, hours and minutes, nothing left out, whichever way: `2 d 3 h`, `2 h 40 min`.
  public static func whole(_ span: Span) -> String {
    let minutes = span.seconds.magnitude / 60
    let parts = [(minutes / minutesOfDay, "d"), (minutes / 60 % 24, "h"), (minutes % 60, "min")]
    if minutes == 0 { return "less than a minute" }
    return parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: " ")
  }

  /// Of work, as its estimate is given: `45 min`, `105 min`, from two hours on `2 h 10`.
  public static func estimate(_ span: Span) -> String {
    let minutes = span.wholeMinutes
    return (0..<120).contains(minutes) ? "\(minutes) min" : length(span)
  }

  /// `45m`, `3h`, `2 d`, `3 y`, for narrow columns.
  public static func age(_ span: Span) -> String {
    let minutes = max(0, span.wholeMinutes)
    if minutes < 100 { return "\(minutes)m" }
    if minutes >= 1_440_000 { return "\(minutes / 525_960) y" }
    return minutes < 1_440 ? "\(minutes / 60)h" : "\(minutes / 1_440) d"
  }

  /// By how much a promise was missed: `1:05`, `2 d`; seconds are not `0:00`.
  public static func lateness(_ span: Span) -> String {
    span < .minutes(1) ? "less than a minute" : clock(span)
  }

  /// What a clock has left. Where closed hours lie between, it says that only open ones are counted: `4:00 of open
  /// hours`, `3 working days`.
  public static func left(_ face: ClockFace) -> String { counted(face.remaining, face) }

  /// By how much a clock was missed, in the same units.
  public static func missed(_ face: ClockFace) -> String {
    let late = Span.zero - face.remaining
    return late < .minutes(1) ? lateness(late) : counted(late, face)
  }

  private static func counted(_ span: Span, _ face: ClockFace) -> String {
    guard face.skipsClosedHours else { return clock(span, workday: face.workday) }
    guard span.seconds.magnitude / 60 >= minutesOfDay else { return "\(clock(span)) of open hours" }
    let days = days(span, face.workday)
    return "\(span < .zero ? "-" : "")\(days) working \(days == 1 ? "day" : "days")"
  }

  private static let minutesOfDay: UInt64 = 1_440

  private static func days(_ span: Span, _ workday: Span) -> UInt64 {
    span.seconds.magnitude / max(60, workday.seconds.magnitude)
  }

  private static func twoDigits(_ number: UInt64) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
