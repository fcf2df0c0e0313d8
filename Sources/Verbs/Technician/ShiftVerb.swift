public import Domain

/// `shift TECHNICIAN "Mon-Fri 07:00-15:30"|DAYS HH:MM-HH:MM|DAYS off|DAYS week|DAY until 12:00|on-call DAY|none`: when he works.
public struct ShiftVerb: Verb {
  public static let name = "technician.set-shift"
  public static let words = ["shift"]
  public static let help = "Set the working week, or the hours of single days"
  public static let permission: Permission? = SetShift.permission
  static let examples =
    "\"Mon-Fri 07:00-15:30\", mon 09:00-12:00, mon to wed off, fri until 12:00, tomorrow from 13:00, mon week"
  public static let parameters: [Parameter] = [
    .needed("technician", .technician),
    .needed("hours", .longText, "\(examples), on-call mon, none for single shifts only")
  ]

  let technician: Technician.ID
  let commands: [Command]

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    technician = try context.technician(try arguments.needed("technician"))
    let text = try arguments.needed("hours")
    commands = try ShiftVerb.commands(technician, text, in: context)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act { Self.proposal(commands) }

  private static func commands(
    _ technician: Technician.ID, _ text: String, in context: VerbContext
  ) throws(UsageFault) -> [Command] {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    if words.first?.lowercased() == "on-call" {
      return try turns(technician, Array(words.dropFirst()), in: context)
    }
    let days = words.prefix { hours(of: $0) == nil }
    guard let period = TypedPeriod(Array(days), in: context), period.rest.isEmpty, period.backwards == nil
    else {
      return [.editTechnician(technician, try week(technician, text, in: context))]
    }
    let zone = context.office.zone
    if days.count == words.count {
      return try part(of: period, technician, text, in: context)
    }
    guard period.ranges.allSatisfy({ isWhole($0, zone) }) else { throw fault(text) }
    let wanted = try intervals(Array(words.dropFirst(days.count)), text)
    return dates(period, zone).map { .setShift(technician, SetShift(day: $0, intervals: wanted)) }
  }

  private static func week(
    _ technician: Technician.ID, _ text: String, in context: VerbContext
  ) throws(UsageFault) -> EditTechnician {
    let replacing = context.office.technician(technician)?.hours ?? .never
    if text.folded == "none" { return EditTechnician(replacingHours: replacing, hasNoWeek: true) }
    let wanted: OpeningHours
    do { wanted = try Arguments.hours(text) } catch { throw fault(text) }
    for day in Weekday.allCases { try refuseTooLong(wanted.weekly[day] ?? []) }
    return EditTechnician(hours: wanted, replacingHours: replacing)
  }
}

extension ShiftVerb {
  private static func fault(_ text: String) -> UsageFault {
    UsageFault("\"\(text.clipped(32))\" is no shift. \(examples) are.", word: text)
  }

  /// What a word says about the hours of a day; nil for a word that is none of it.
  private static func hours(of word: String) -> String? {
    let bare = word.lowercased().filter { $0 != "," }
    return ["off", "closed", "week"].contains(bare) || OpenInterval(bare) != nil ? bare : nil
  }

  /// Nil for the working week again.
  private static func intervals(_ words: [String], _ text: String) throws(UsageFault) -> [OpenInterval]? {
    let said = words.map { hours(of: $0) ?? $0.lowercased() }
    if said == ["off"] || said == ["closed"] { return [] }
    if said == ["week"] { return nil }
    var intervals: [OpenInterval] = []
    for word in said {
      guard let interval = OpenInterval(word) else { throw fault(text) }
      intervals.append(interval)
    }
    if intervals.isEmpty { throw fault(text) }
    try refuseTooLong(intervals)
    return intervals.sorted()
  }

  /// An end before its beginning is on the next day: where that makes more than sixteen hours, the two were
  /// mixed up.
  private static func refuseTooLong(_ intervals: [OpenInterval]) throws(UsageFault) {
    for interval in intervals where interval.crossesMidnight {
      let minutes = 1_440 - interval.opens.minutes + interval.closes.minutes
      guard minutes > 16 * 60 else { continue }
      throw UsageFault(
        "\(interval.text) would be \(TimeWords.agreed(.minutes(Int64(minutes)))), until the next day. "
          + "\(interval.closes.text)-\(interval.opens.text) is the other way round.", word: interval.text)
    }
  }

  private static func isWhole(_ range: TimeRange, _ zone: ZoneRules) -> Bool {
    zone.startOfDay(zone.date(at: range.start)) == range.start
      && zone.startOfDay(zone.date(at: range.end)) == range.end
  }

  private static func dates(_ period: TypedPeriod, _ zone: ZoneRules) -> [CivilDate] {
    period.ranges.flatMap { range in
      var days: [CivilDate] = []
      var day = zone.date(at: range.start)
      while zone.startOfDay(day) < range.end, days.count < 366 {
        days.append(day)
        day = day.adding(days: 1)
      }
      return days
    }
  }

  /// `fri until 12:00`: what is left of the usual hours of that day.
  private static func part(
    of period: TypedPeriod, _ id: Technician.ID, _ text: String, in context: VerbContext
  ) throws(UsageFault) -> [Command] {
    let zone = context.office.zone
    guard period.ranges.count == 1, let range = period.ranges.first, !isWhole(range, zone),
      let technician = context.office.technician(id)
    else { throw fault(text) }
    let day = zone.date(at: range.start)
    let usual = technician.hours?.intervals(on: day) ?? []
    if usual.isEmpty {
      throw UsageFault(
        "\(technician.name.words.clipped(24)) does not usually work then: \"\(text.clipped(24))\" leaves nothing. "
          + "Say the hours, such as mon 09:00-12:00.", word: text)
    }
    let left = usual.compactMap { interval -> OpenInterval? in
      let opens = max(zone.timestamp(day, interval.opens), range.start)
      let last = interval.crossesMidnight ? day.adding(days: 1) : day
      let closes = min(zone.timestamp(last, interval.closes), range.end)
      guard opens < closes else { return nil }
      let times = (zone.civil(at: opens).time, zone.civil(at: closes).time)
      return OpenInterval(opens: times.0, closes: times.1 == .midnight ? .endOfDay : times.1)
    }
    return [.setShift(id, SetShift(day: day, intervals: left))]
  }

  private static func turns(
    _ technician: Technician.ID, _ words: [String], in context: VerbContext
  ) throws(UsageFault) -> [Command] {
    let text = words.joined(separator: " ")
    guard let period = TypedPeriod(words, in: context), period.rest.isEmpty, period.backwards == nil else {
      throw UsageFault(
        "\"\(text.clipped(24))\" is no day. today, mon, mon to wed, 26 Nov or 2026-11-26 are.", word: text)
    }
    return period.ranges.map { range in
      .setOnCall(SetOnCall(OnCallTurn(technician: technician, trade: nil, from: range.start, to: range.end)))
    }
  }
}
