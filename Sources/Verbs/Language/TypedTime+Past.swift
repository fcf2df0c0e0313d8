import Domain

extension TypedTime {
  /// The same for what looks back: of the instants that the words could mean, the last one that has been. A clock time
  /// that is still to come today is yesterday's, a weekday the last one, `20 Sep 14:00` the last 20th of September,
  /// and `-30m` is half an hour ago.
  ///
  /// A day alone counts only where `dayMeans` says which time of it is meant; of today that is no later than now.
  static func past(_ text: String, in context: VerbContext, dayMeans: TimeOfDay? = nil) -> Timestamp? {
    if let shift = shift(text), shift < .zero { return context.now + shift }
    let (plain, shorthand) = withoutShorthand(text.trimmed)
    var words = plain.lowercased().split(separator: " ").map(String.init)
    let clock = words.last.flatMap { TimeOfDay($0) }
    if clock != nil { words.removeLast() }
    let days = clock == nil && words.isEmpty ? [] : pastDays(words, in: context)
    guard let time = clock ?? dayMeans, !days.isEmpty else { return instant(text, in: context) }
    let zone = context.office.zone
    let instants = days.compactMap { day -> Timestamp? in
      let civil = CivilTime(date: day, time: time)
      let known = shorthand.map { zone.timestamp(of: civil, by: $0) } ?? zone.timestamp(of: civil)
      guard let instant = known else { return nil }
      return clock == nil && day == context.today ? min(instant, context.now) : instant
    }
    return instants.first { $0 <= context.now } ?? instants.first
  }

  /// The days that the words before a clock time could mean, the last one first.
  private static func pastDays(_ words: [String], in context: VerbContext) -> [CivilDate] {
    let today = context.today
    switch words.count {
    case 0: return [today, today.adding(days: -1)]
    case 1:
      guard let weekday = Weekday(words[0]) else { return day(words[0], in: context).map { [$0] } ?? [] }
      let ago = (today.weekday.rawValue - weekday.rawValue + 7) % 7
      return [today.adding(days: -ago), today.adding(days: -ago - 7)]
    case 2:
      guard let (month, day) = named(words[0], words[1]) else { return [] }
      // The 29th of February is eight years back at most.
      return (0...8).compactMap { CivilDate(year: today.year - $0, month: month, day: day) }
    default: return []
    }
  }
}
