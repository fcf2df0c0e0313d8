import Domain

/// A stretch of time as people say it: `tomorrow`, `mon to wed`, `fri from 13:00`, `today afternoon`, `24 Nov until
/// 27 Nov 12:00`, `from 13:00 for 2 days`, `next week`.
struct TypedPeriod {
  /// One for each stretch; days in a row are one.
  private(set) var ranges: [TimeRange] = []
  /// The words behind it.
  private(set) var rest: [String] = []

  /// What is understood, for who wrote something else.
  static let examples =
    "tomorrow, mon to wed, fri from 13:00, fri from 10 to 12, today afternoon, 24 Nov until 26 Nov 12:00 or mon, wed"

  private let zone: ZoneRules
  private let today: CivilDate
  private let context: VerbContext
  private var words: [String]
  private var position = 0
  /// The shorthand of an offset behind the clock time that was read last.
  private var shorthand: String?
  /// What was said of its end, where it would end before it begins.
  private(set) var backwards: String?

  /// What of the words behind it says a time that was not understood; nil where they say none.
  private(set) var misread: String?

  /// Reads as many words as belong to a period; nil where they do not begin with one.
  init?(_ words: [String], in context: VerbContext) {
    self.context = context
    self.words = words
    zone = context.office.zone
    today = context.today
    guard read() else { return nil }
    rest = Array(words.dropFirst(position))
    misread = rest.indices.first(where: isOfTime).map { rest[$0...].joined(separator: " ") }
  }
}

extension TypedPeriod {
  /// Whether a word behind the period is of a time: a clock time anywhere, a number in front, or one behind a word that
  /// leads to a time.
  private func isOfTime(_ index: Int) -> Bool {
    let word = bare(rest[index])
    if TypedTime.looksLikeClock(word) || OpenInterval(word) != nil { return true }
    guard index + 1 < rest.count || index == 0 else { return false }
    let isNumber = { (word: String) in word.first?.isNumber ?? false }
    if index == 0, isNumber(word) || ["am", "pm", "a.m.", "p.m."].contains(word) || isSpelledHour {
      return true
    }
    let leads = ["from", "since", "between", "until", "till", "to", "at", "for", "after", "before", "-", "–"]
    return leads.contains(word) && index + 1 < rest.count && isNumber(rest[index + 1])
  }

  /// Whether it begins with an hour in letters: `ten to twelve`.
  private var isSpelledHour: Bool {
    let hours = [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"
    ]
    return rest.count > 1 && hours.contains(bare(rest[0]))
      && ["to", "until", "till", "o'clock"].contains(bare(rest[1]))
  }

  private var next: String? { words.indices.contains(position) ? bare(words[position]) : nil }
  /// Without the comma behind it.
  private func bare(_ word: String) -> String {
    var word = word.lowercased()
    while word.last == "," || word.last == ";" { word.removeLast() }
    return word
  }

  private mutating func take(_ known: String...) -> Bool {
    guard let next, known.contains(next) else { return false }
    position += 1
    return true
  }

  private mutating func read() -> Bool {
    let isFrom = next.map { ["from", "since"].contains($0) } ?? false
    _ = take("on", "from", "since")
    if let week = week() {
      ranges = [week]
      return true
    }
    let start = position
    let first = day()
    let half = half()
    let isTime = take("from", "at") || isFrom
    if half == nil, let between = next.flatMap({ OpenInterval($0) }) {
      position += 1
      return put(first ?? today, between.opens, between.closes)
    }
    let exact = first == nil && half == nil ? exactInstant() : nil
    let time = half == nil && exact == nil ? clock(isSaid: isTime) : nil
    let isOpen = next.map { ["until", "till", "through"].contains($0) } ?? false
    guard first != nil || half != nil || time != nil || exact != nil || isOpen else {
      position = start
      return false
    }
    let begins = first ?? exact.map { zone.date(at: $0) } ?? today
    if let half { return put(begins, half.from, half.to) }
    if time == nil, exact == nil, let days = moreDays(after: begins) {
      ranges = days
      return true
    }
    let from = exact ?? time.map { instant(begins, $0) } ?? zone.startOfDay(begins)
    let before = position
    guard let to = end(from: from, on: begins) else { return false }
    ranges = [TimeRange(start: from, end: to)]
    if to <= from { backwards = words[before..<position].joined(separator: " ") }
    return true
  }

  /// `now`, `+30m`, RFC 3339.
  private mutating func exactInstant() -> Timestamp? {
    guard let word = next else { return nil }
    let isExact = word == "now" || word.hasPrefix("+") || Timestamp(rfc3339: words[position]) != nil
    guard isExact, let instant = TypedTime.instant(words[position], in: context) else { return nil }
    position += 1
    return instant
  }

  private mutating func put(_ day: CivilDate, _ from: TimeOfDay, _ to: TimeOfDay) -> Bool {
    let last = to <= from ? day.adding(days: 1) : day
    ranges = [TimeRange(start: zone.timestamp(day, from), end: zone.timestamp(last, to))]
    return true
  }

  /// `until friday`, `to 12:00`, `for 2 days`, `all day`; else the end of the day.
  private mutating func end(from: Timestamp, on day: CivilDate) -> Timestamp? {
    if take("all") { _ = take("day") }
    if take("for"), let length = length(from: from, on: day) { return length }
    let isSaid = take("until", "till", "to", "through", "-", "–")
    let before = position
    if let exact = exactInstant() { return exact }
    let last = self.day(notBefore: day)
    let half = half()
    let isBare = next.flatMap { TimeOfDay($0) } == nil
    let time = half == nil ? clock(isSaid: isSaid) : nil
    if let half, last != nil || isSaid { return zone.timestamp(last ?? day, half.to) }
    if let time {
      let sameDay = instant(last ?? day, time)
      // From 9 to 5 is hardly a night: it is refused, and said how it would be meant.
      if isBare, zone.civil(at: from).hour <= 12 { return sameDay }
      return last == nil && sameDay <= from ? instant(day.adding(days: 1), time) : sameDay
    }
    if let last { return zone.startOfDay(last.adding(days: 1)) }
    if isSaid, before == position { return nil }
    return zone.startOfDay(day.adding(days: 1))
  }

  private mutating func length(from: Timestamp, on day: CivilDate) -> Timestamp? {
    guard let word = next else { return nil }
    if let count = Int(word), words.indices.contains(position + 1) {
      let unit = bare(words[position + 1])
      if ["day", "days", "d"].contains(unit), (1...366).contains(count) {
        position += 2
        let isWhole = zone.startOfDay(day) == from
        return isWhole ? zone.startOfDay(day.adding(days: count)) : from + .days(Int64(count))
      }
      if ["week", "weeks"].contains(unit), (1...52).contains(count) {
        position += 2
        return zone.startOfDay(day.adding(days: count * 7))
      }
      if ["hour", "hours", "h"].contains(unit), (1...240).contains(count) {
        position += 2
        return from + .hours(Int64(count))
      }
    }
    guard let span = Span(typed: word), span > .zero else { return nil }
    position += 1
    return from + span
  }

  /// Further days by name, `mon, wed and fri`; nil where the day stands alone or a time follows.
  private mutating func moreDays(after first: CivilDate) -> [TimeRange]? {
    var days = [first]
    let start = position
    while true {
      let before = position
      let isAnd = take("and", "&", "+")
      guard isAnd || endsWithComma(before - 1), let one = day(notBefore: days[0]) else {
        position = before
        break
      }
      days.append(one)
    }
    if days.count == 1 || clockFollows {
      position = start
      return nil
    }
    var found: [TimeRange] = []
    for day in Set(days).sorted() {
      let range = TimeRange(start: zone.startOfDay(day), end: zone.startOfDay(day.adding(days: 1)))
      if let last = found.last, last.end == range.start {
        found[found.count - 1] = TimeRange(start: last.start, end: range.end)
      } else {
        found.append(range)
      }
    }
    return found
  }

  private func endsWithComma(_ index: Int) -> Bool {
    words.indices.contains(index) && words[index].last == ","
  }

  private var clockFollows: Bool { next.map { TypedTime.looksLikeClock($0) } ?? false }

  /// A clock time; a whole hour too where the words around it say that it is one: `from 10 to 12`.
  private mutating func clock(isSaid: Bool = false) -> TimeOfDay? {
    shorthand = nil
    if take("noon") { return TimeOfDay(hour: 12, minute: 0) }
    if take("midnight") { return .endOfDay }
    let said = next.flatMap { TimeOfDay($0) }
    guard let time = said ?? (isSaid || endFollows ? hour : nil) else { return nil }
    position += 1
    shorthand = next.flatMap { TypedTime.isShorthand($0) ? $0 : nil }
    if shorthand != nil { position += 1 }
    return time
  }

  /// When a clock shows the time that was read last, by its offset where that was said.
  private func instant(_ day: CivilDate, _ time: TimeOfDay) -> Timestamp {
    let civil = CivilTime(date: day, time: time)
    return shorthand.flatMap { zone.timestamp(of: civil, by: $0) } ?? zone.timestamp(of: civil)
  }

  private var hour: TimeOfDay? {
    guard let next, next.count <= 2, let hour = Int(next), (0...24).contains(hour) else { return nil }
    return hour == 24 ? .endOfDay : TimeOfDay(hour: hour, minute: 0)
  }

  /// Whether the word after the next one says that an end comes.
  private var endFollows: Bool {
    guard words.indices.contains(position + 2),
      ["to", "until", "till", "-", "–"].contains(bare(words[position + 1]))
    else { return false }
    // `24 to 26 Nov` are days.
    let behind = words.dropFirst(position + 2).prefix(2).map(bare)
    return behind.count < 2 || TypedTime.named(behind[0], behind[1]) == nil
  }

  private mutating func half() -> (from: TimeOfDay, to: TimeOfDay)? {
    let noon = TimeOfDay(hour: 12, minute: 0) ?? .midnight
    let start = position
    if take("in"), !take("the") { position = start }
    if take("morning", "am") { return (.midnight, noon) }
    if take("afternoon", "pm") { return (noon, .endOfDay) }
    position = start
    return nil
  }

  /// `this week` from today on, `next week` from Monday; a week ends on Sunday.
  private mutating func week() -> TimeRange? {
    guard words.count > position + 1, bare(words[position + 1]) == "week" else { return nil }
    let isNext = next == "next"
    guard isNext || next == "this" else { return nil }
    position += 2
    let monday = today.adding(days: 8 - today.weekday.rawValue)
    let from = isNext ? monday : today
    let to = isNext ? monday.adding(days: 7) : monday
    return TimeRange(start: zone.startOfDay(from), end: zone.startOfDay(to))
  }

  /// A weekday is the next one after today, or after the day with which the period begins.
  private mutating func day(notBefore first: CivilDate? = nil) -> CivilDate? {
    let start = position
    _ = take("on", "this", "next")
    guard let word = next else {
      position = start
      return nil
    }
    if let day = TypedTime.day(word, in: context) {
      position += 1
      guard let first, day < first, let weekday = Weekday(word) else { return day }
      return first.adding(days: (weekday.rawValue - first.weekday.rawValue + 7) % 7)
    }
    let pair = words.indices.contains(position + 1) ? [word, bare(words[position + 1])] : [word]
    if pair.count == 2, let day = TypedTime.dayAndMonth(pair[0], pair[1], from: today) {
      position += 2
      return day
    }
    position = start
    return nil
  }
}
