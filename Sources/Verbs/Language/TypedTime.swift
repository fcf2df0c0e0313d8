import Domain

/// Times, days and shifts as people type them, in the office's zone.
enum TypedTime {
  /// `11:00`, `+30m`, `tomorrow 8:00`, `mon 9:00`, `26 Nov 9:00`, `2026-11-26 9:00`, RFC 3339, `now`; a day
  /// alone only where `dayMeans` says which time of it is meant.
  static func instant(
    _ text: String, in context: VerbContext, dayMeans: TimeOfDay? = nil, zone: ZoneRules? = nil
  ) -> Timestamp? {
    let (word, shorthand) = withoutShorthand(text.trimmed)
    if let shorthand { return instant(word, by: shorthand, in: context, zone: zone) }
    if word.lowercased() == "now" { return context.now }
    if let instant = Timestamp(rfc3339: word) { return instant }
    if word.hasPrefix("+"), let span = Span(typed: String(word.dropFirst())) { return context.now + span }
    let today = zone?.date(at: context.now) ?? context.today
    let zone = zone ?? context.office.zone
    if let time = TimeOfDay(word) { return zone.timestamp(today, time) }
    let parts = word.split(separator: " ")
    if let time = parts.last.flatMap({ TimeOfDay($0) }),
      let day = day(parts.dropLast().joined(separator: " "), in: context, today: today)
    {
      return zone.timestamp(day, time)
    }
    if let dayMeans, let day = day(word, in: context, today: today) { return zone.timestamp(day, dayMeans) }
    return nil
  }

  /// The same by a clock whose offset was said: `01:15 GMT`, `sun 01:15 BST`; nil for a shorthand that the zone has not.
  private static func instant(
    _ word: String, by shorthand: String, in context: VerbContext, zone: ZoneRules?
  ) -> Timestamp? {
    guard let meant = instant(word, in: context, zone: zone) else { return nil }
    let zone = zone ?? context.office.zone
    return zone.timestamp(of: zone.civil(at: meant), by: shorthand)
  }

  /// A text without the shorthand of an offset behind its clock time, and that shorthand.
  static func withoutShorthand(_ text: String) -> (text: String, shorthand: String?) {
    let parts = text.split(separator: " ")
    guard parts.count > 1, let last = parts.last, isShorthand(String(last)),
      isClock(String(parts[parts.count - 2]))
    else { return (text, nil) }
    return (parts.dropLast().joined(separator: " "), String(last))
  }

  /// Whether a word could be the shorthand of an offset, in whatever zone that has summer time.
  static func isShorthand(_ word: String) -> Bool { shorthands.contains(word.uppercased()) }

  private static let shorthands: Set<String> = [
    "UTC", "GMT", "BST", "IST", "WET", "WEST", "CET", "CEST", "EET", "EEST", "MSK", "AST", "ADT", "NST",
    "NDT",
    "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "AKST", "AKDT", "HST", "HDT", "AEST", "AEDT",
    "ACST", "ACDT", "AWST", "NZST", "NZDT", "SAST", "JST", "KST"
  ]

  /// The same for what is to come: a clock time alone that was over half a day ago is tomorrow's, as in a night shift.
  static func ahead(_ text: String, in context: VerbContext, dayMeans: TimeOfDay? = nil) -> Timestamp? {
    let meant = instant(text, in: context, dayMeans: dayMeans)
    let (word, shorthand) = withoutShorthand(text.trimmed)
    guard shorthand == nil, let time = TimeOfDay(word), let today = meant, today + .hours(12) < context.now
    else {
      return meant
    }
    return context.office.zone.timestamp(context.today.adding(days: 1), time)
  }

  /// `today`, `tomorrow`, `yesterday`, a weekday (the next one after today), `26 Nov`, `26.11.`, `2026-11-26`.
  static func day(_ text: String, in context: VerbContext, today: CivilDate? = nil) -> CivilDate? {
    let word = text.lowercased()
    let today = today ?? context.today
    switch word {
    case "today": return today
    case "tomorrow": return today.adding(days: 1)
    case "yesterday": return today.adding(days: -1)
    default: break
    }
    if let date = CivilDate(iso: word) ?? numbered(word, from: today) { return date }
    let parts = word.split(separator: " ").map(String.init)
    if parts.count == 2 { return dayAndMonth(parts[0], parts[1], from: today) }
    guard let weekday = Weekday(word) else { return nil }
    let ahead = (weekday.rawValue - today.weekday.rawValue + 7) % 7
    return today.adding(days: ahead == 0 ? 7 : ahead)
  }

  /// `24 Nov`, `Nov 24`: the next one, or one of the last two months.
  static func dayAndMonth(_ one: String, _ other: String, from today: CivilDate) -> CivilDate? {
    named(one, other).flatMap { near(today, month: $0.month, day: $0.day) }
  }

  /// `24 Nov`, `Nov 24`: which day of which month, in whatever year.
  static func named(_ one: String, _ other: String) -> (month: Int, day: Int)? {
    let number = [one, other].lazy.compactMap { Int($0.hasSuffix(".") ? String($0.dropLast()) : $0) }.first
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
      "november", "december"
    ]
    let month = [one, other].lazy.compactMap { word in
      word.utf8.count >= 3 ? names.firstIndex { $0.hasPrefix(word) } : nil
    }.first
    guard let number, let month else { return nil }
    return (month + 1, number)
  }

  /// `24.11.` and `24.11.2026`, the day first.
  static func numbered(_ word: String, from today: CivilDate) -> CivilDate? {
    let parts = word.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, let day = Int(parts[0]), let month = Int(parts[1]) else { return nil }
    if parts[2].isEmpty { return near(today, month: month, day: day) }
    return Int(parts[2]).flatMap { CivilDate(year: $0, month: month, day: day) }
  }

  private static func near(_ today: CivilDate, month: Int, day: Int) -> CivilDate? {
    [today.year, today.year + 1].lazy.compactMap { CivilDate(year: $0, month: month, day: day) }
      .first { today.adding(days: -60) <= $0 }
  }

  /// `+30m`, `-15m`: how far to move.
  static func shift(_ text: String) -> Span? {
    guard let sign = text.first, sign == "+" || sign == "-", let span = Span(typed: String(text.dropFirst()))
    else {
      return nil
    }
    return sign == "-" ? -span : span
  }

  static func looksRight(_ typed: String) -> Bool {
    let text = withoutShorthand(typed).text
    let parts = text.split(separator: " ").map(String.init)
    if parts.count > 1, let last = parts.last, looksLikeClock(last) {
      return looksLikeDay(parts.dropLast().joined(separator: " "))
    }
    return text.lowercased() == "now" || looksLikeClock(text) || looksLikeDay(text)
      || Timestamp(rfc3339: text) != nil
      || (text.hasPrefix("+") && Span(typed: String(text.dropFirst())) != nil)
  }

  /// Whether it is meant as a clock time, also a wrong one such as `11:70`, or one with the shorthand of its offset.
  static func looksLikeClock(_ text: String) -> Bool { isClock(withoutShorthand(text).text) }

  private static func isClock(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { (1...2).contains($0.count) && $0.utf8.allSatisfy { (48...57).contains($0) } }
  }

  static func looksLikeDay(_ text: String) -> Bool {
    let parts = text.lowercased().split(separator: " ").map(String.init)
    if parts.count == 2 { return isDayAndMonth(parts[0], parts[1]) }
    return ["today", "tomorrow", "yesterday"].contains(text.lowercased()) || CivilDate(iso: text) != nil
      || numbered(text, from: .leapDay) != nil || Weekday(text) != nil
  }

  private static func isDayAndMonth(_ one: String, _ other: String) -> Bool {
    named(one, other).flatMap {
      CivilDate(year: CivilDate.leapDay.year, month: $0.month, day: $0.day)
    } != nil
  }
}

extension CivilDate {
  /// Of a leap year, so that every day of a year counts.
  fileprivate static let leapDay = CivilDate(daysSinceEpoch: 11_016)
}
