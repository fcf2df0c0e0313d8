import Domain

/// A window as people type it: `11:00-13:00` today, `tomorrow 8:00-12:00`, or two instants with a slash.
enum TypedWindow {
  static func range(_ text: String, in context: VerbContext) throws(UsageFault) -> TimeRange {
    let fault = UsageFault(
      "\"\(text.clipped(32))\" is no window. 11:00-13:00, or two instants with a / are.", word: text)
    let ends = text.split(separator: "/").map { String($0).trimmed }
    if ends.count == 2 {
      guard let start = TypedTime.instant(ends[0], in: context),
        let end = TypedTime.instant(ends[1], in: context)
      else { throw fault }
      guard start < end else { throw backwards(text) }
      return TimeRange(start: start, end: end)
    }
    let words = text.split(separator: " ")
    guard let last = words.last, words.count <= 2, let hours = OpenInterval(last) else { throw fault }
    var day = context.today
    if words.count == 2 {
      guard let named = TypedTime.day(String(words[0]), in: context) else { throw fault }
      day = named
    }
    let zone = context.office.zone
    let range = TimeRange(start: zone.timestamp(day, hours.opens), end: zone.timestamp(day, hours.closes))
    guard range.start < range.end else { throw backwards(text) }
    return range
  }

  /// A window over midnight says the day of its end, so that a slip of two hours does not become a night.
  private static func backwards(_ text: String) -> UsageFault {
    UsageFault(
      "\"\(text.clipped(32))\" ends before it starts. today 22:00/tomorrow 6:00 is one over midnight.",
      word: text)
  }
}
