public import Domain

extension Wording {
  /// A clock time of the office; the day is named when it is not today: `11:20`, `Wed 08:00`, `3 Dec 08:00`.
  public func time(_ instant: Timestamp) -> String {
    let local = office.zone.civil(at: instant)
    let clock = local.time.text
    if local.date == office.today(at: now) { return clock }
    return "\(day(local.date)) \(clock)"
  }

  /// `today`, `Wed` within a week, `3 Dec`, with the year when it is another one.
  public func day(_ date: CivilDate) -> String {
    let today = office.today(at: now)
    if date == today { return "today" }
    let ahead = today.days(to: date)
    if (-6...6).contains(ahead) { return date.weekday.short }
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let text = "\(date.day) \(months[date.month - 1])"
    return date.year == today.year ? text : "\(text) \(date.year)"
  }

  /// Time left or gone by as on a clock, `0:38`, `-0:12`; from 24 hours on in days, `6 d`, of open time in the
  /// working days of its calendar.
  public static func clock(_ span: Span, workday: Span = .days(1)) -> String {
    let minutes = span.seconds.magnitude / 60
    let sign = span < .zero && minutes > 0 ? "-" : ""
    if minutes >= 1_440 { return "\(sign)\(span.seconds.magnitude / max(60, workday.seconds.magnitude)) d" }
    let rest = minutes % 60
    return "\(sign)\(minutes / 60):\(rest < 10 ? "0" : "")\(rest)"
  }

  /// By how much a promise was missed: `1:05`, `2 d`; seconds are not `0:00`.
  public static func lateness(_ span: Span, workday: Span = .days(1)) -> String {
    span < .minutes(1) ? "less than a minute" : clock(span, workday: workday)
  }

  /// What a clock has left.
  public static func left(_ face: ClockFace) -> String { clock(face.remaining, workday: face.workday) }

  /// By how much a clock was missed.
  public static func missed(_ face: ClockFace) -> String {
    lateness(.zero - face.remaining, workday: face.workday)
  }

  /// A length that is agreed, whole in hours and minutes, since a day of open hours is none of 24: `45 min`, `1 h 30`,
  /// `36 h`.
  public static func agreed(_ span: Span) -> String {
    let minutes = Int64(clamping: span.seconds.magnitude / 60)
    if minutes < 60 { return "\(minutes) min" }
    return minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60)"
  }

  /// A length in words: `45 min`, `1 h 30`, `6 d`.
  public static func length(_ span: Span) -> String {
    let minutes = Int64(clamping: span.seconds.magnitude / 60)
    if minutes < 60 { return "\(minutes) min" }
    if minutes >= 1_440 { return "\(minutes / 1_440) d" }
    return minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60)"
  }
}
