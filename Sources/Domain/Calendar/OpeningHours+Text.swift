/// Why a text of opening hours was not understood.
public enum OpeningHoursError: Error, Hashable, Sendable {
  case empty
  /// Neither a day nor hours.
  case unknownWord(String)
  /// Hours that come before any day was named.
  case hoursWithoutDay(String)
  /// A day that is given no hours.
  case dayWithoutHours(String)
}

extension OpeningHours {
  /// Reads `Mon-Fri 08:00-18:00`, `Mon-Thu 07:00-15:30, Fri 07:00-12:00`, `Mon, Wed 08:00-12:00 13:00-17:00`,
  /// `22:00-06:00` (every day), `2026-12-24 08:00-12:00`, `2026-12-25 closed`, `24x7`, `closed`.
  public init(_ text: String) throws(OpeningHoursError) {
    let words = text.split { $0 == " " || $0 == "," || $0 == "\t" || $0 == ";" }
    guard let first = words.first else { throw .empty }
    if words.count == 1 {
      if ["24x7", "24/7", "always"].contains(first.lowercased()) { self = .always; return }
      if ["closed", "never"].contains(first.lowercased()) { self = .never; return }
    }
    var reading = Reading()
    for word in words { try reading.take(word) }
    if let day = reading.waiting { throw .dayWithoutHours(day) }
    self.init(weekly: reading.weekly, specialDays: reading.specialDays)
  }

  /// The shortest text that reads back as the same hours.
  public var text: String {
    if isRoundTheClock { return "24x7" }
    var clauses: [String] = []
    var days = Weekday.allCases[...]
    while let first = days.first {
      let hours = weekly[first]
      let run = days.prefix { weekly[$0] == hours }
      days = days.dropFirst(run.count)
      guard let hours, let last = run.last else { continue }
      let name = run.count == 1 ? first.short : first.short + "-" + last.short
      clauses.append(name + " " + hours.map(\.text).joined(separator: " "))
    }
    clauses += specialDays.map { day in
      day.date.iso + " "
        + (day.intervals.isEmpty ? "closed" : day.intervals.map(\.text).joined(separator: " "))
    }
    return clauses.isEmpty ? "closed" : clauses.joined(separator: ", ")
  }
}

/// Days collect until hours follow; hours go to the days before them.
private struct Reading {
  var weekly: [Weekday: [OpenInterval]] = [:]
  var special: [CivilDate: [OpenInterval]] = [:]
  var days: [Weekday] = []
  var dates: [CivilDate] = []
  var waiting: String?
  var hoursSeen = false

  var specialDays: [OpeningHours.SpecialDay] {
    special.map { OpeningHours.SpecialDay(date: $0.key, intervals: $0.value) }
  }

  mutating func take(_ word: Substring) throws(OpeningHoursError) {
    if let interval = OpenInterval(word) {
      try add([interval], word)
    } else if word.lowercased() == "closed" {
      guard !dates.isEmpty else { throw .hoursWithoutDay(String(word)) }
      try add([], word)
    } else if let date = CivilDate(iso: String(word)) {
      startDays(word)
      dates.append(date)
    } else if let named = Reading.weekdays(word) {
      startDays(word)
      days += named
    } else {
      throw .unknownWord(String(word))
    }
  }

  private mutating func startDays(_ word: Substring) {
    if hoursSeen { (days, dates, hoursSeen) = ([], [], false) }
    waiting = String(word)
  }

  private mutating func add(_ intervals: [OpenInterval], _ word: Substring) throws(OpeningHoursError) {
    if days.isEmpty, dates.isEmpty {
      guard !hoursSeen, weekly.isEmpty, special.isEmpty else { throw .hoursWithoutDay(String(word)) }
      days = Weekday.allCases
    }
    for day in days { weekly[day, default: []] += intervals }
    for date in dates { special[date, default: []] += intervals }
    (hoursSeen, waiting) = (true, nil)
  }

  /// `Mon`, `Mon-Fri`, also round the weekend: `Fri-Mon`.
  private static func weekdays(_ word: Substring) -> [Weekday]? {
    if word.lowercased() == "daily" { return Weekday.allCases }
    let ends = word.split(separator: "-", omittingEmptySubsequences: false).map { Weekday($0) }
    guard (1...2).contains(ends.count), let first = ends.first ?? nil, let last = ends.last ?? nil
    else { return nil }
    let length = (last.rawValue - first.rawValue + 7) % 7
    return (0...length).map { Weekday.allCases[(first.rawValue - 1 + $0) % 7] }
  }
}

/// Hours travel as their text, which says all and in one way only.
extension OpeningHours: CompactCodable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    do {
      try self.init(try container.decode(String.self))
    } catch let error as OpeningHoursError {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "opening hours not understood: \(error)")
    }
  }

  public func write(to slot: CompactSlot) { text.write(to: slot) }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

extension OpeningHours: CustomStringConvertible {
  public var description: String { text }
}
