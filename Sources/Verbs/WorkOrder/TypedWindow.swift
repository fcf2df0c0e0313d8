public import Domain

/// A promise as people type it, a day before it where it is not today: `am`, `pm`, `after hours`, `flexible`, `9-11`,
/// `11:00-13:00`, `10:00` for a time, or two instants with a slash.
public enum TypedWindow {
  /// The window in the site's own time, as its customer reads the clock. One that is over is promised to nobody.
  static func window(
    _ text: String, at site: Site?, in context: VerbContext
  ) throws(UsageFault) -> AppointmentWindow {
    let window = try anyWindow(text, at: site, in: context)
    if let range = window.range, max(range.start, range.end) < context.now {
      throw UsageFault(
        "\"\(text.clipped(32))\" is over: a window is promised for a time to come.", word: text)
    }
    return window
  }

  /// Why words are no window that can be promised at a site; nil where they are one.
  public static func fault(_ text: String, at site: Site?, in context: VerbContext) -> String? {
    do throws(UsageFault) {
      _ = try window(text, at: site, in: context)
      return nil
    } catch {
      return error.message
    }
  }

  /// Whether the words are a window at all, whatever the site and the hour.
  static func check(_ text: String, in context: VerbContext) throws(UsageFault) {
    _ = try anyWindow(text, at: nil, in: context)
  }

  private static func anyWindow(
    _ text: String, at site: Site?, in context: VerbContext
  ) throws(UsageFault) -> AppointmentWindow {
    let fault = UsageFault(
      "\"\(text.clipped(32))\" is no window. 9-11, 10:00, am, tomorrow pm, after hours and flexible are.",
      word: text)
    let zone = context.office.zone(site?.timeZone)
    let today = zone.date(at: context.now)
    let ends = text.split(separator: "/").map { String($0).trimmed }
    if ends.count == 2 {
      guard let start = TypedTime.instant(ends[0], in: context, zone: zone),
        let end = TypedTime.instant(ends[1], in: context, zone: zone)
      else { throw fault }
      guard start < end else { throw backwards(text) }
      return AppointmentWindow(.hours, TimeRange(start: start, end: end))
    }
    var words = text.lowercased().split(separator: " ").map(String.init)
    var day = today
    if words.count > 1, let named = TypedTime.day(words[0], in: context, today: today) {
      day = named
      words.removeFirst()
    }
    if let kind = kind(words.joined(separator: " ")) {
      return context.office.appointment(kind, on: day, at: site)
    }
    if words.first == "at" { words.removeFirst() }
    guard words.count == 1, let word = words.first else { throw fault }
    if let time = TimeOfDay(word) { return .exact(zone.timestamp(day, time)) }
    let hours = word.split(separator: "-").map { $0.contains(":") ? String($0) : "\($0):00" }
    guard hours.count == 2, let interval = OpenInterval(hours.joined(separator: "-")) else { throw fault }
    let range = TimeRange(
      start: zone.timestamp(day, interval.opens), end: zone.timestamp(day, interval.closes))
    guard range.start < range.end else { throw backwards(text) }
    return AppointmentWindow(.hours, range)
  }

  private static func kind(_ words: String) -> AppointmentWindow.Kind? {
    switch words {
    case "am", "morning": .morning
    case "pm", "afternoon": .afternoon
    case "after hours", "after-hours", "afterhours", "evening": .afterHours
    case "flexible", "any", "any time", "anytime": .flexible
    default: nil
    }
  }

  /// A window over midnight says the day of its end, so that a slip of two hours does not become a night.
  private static func backwards(_ text: String) -> UsageFault {
    UsageFault(
      "\"\(text.clipped(32))\" ends before it starts. today 22:00/tomorrow 6:00 is one over midnight.",
      word: text)
  }
}
