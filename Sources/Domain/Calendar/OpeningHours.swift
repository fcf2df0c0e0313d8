/// When somebody is there, in local time: round the clock, or weekly hours with holidays and special days.
///
/// Hours that cross midnight belong to the day on which they open: a holiday closes what opens on it.
public struct OpeningHours: Hashable, Sendable {
  public let isRoundTheClock: Bool
  /// In order, of the weekdays on which something opens.
  public let weekly: [Weekday: [OpenInterval]]
  /// Days with hours of their own, in order of their dates; holidays are those without any.
  public let specialDays: [SpecialDay]

  /// A day that is not like its weekday.
  public struct SpecialDay: Hashable, Sendable {
    public let date: CivilDate
    /// In order; empty on a holiday.
    public let intervals: [OpenInterval]

    public init(date: CivilDate, intervals: [OpenInterval]) {
      self.date = date
      self.intervals = Set(intervals).sorted()
    }
  }

  /// Round the clock, every day.
  public static let always = OpeningHours(isRoundTheClock: true, weekly: [:], specialDays: [])
  /// Never open.
  public static let never = OpeningHours(isRoundTheClock: false, weekly: [:], specialDays: [])

  /// Of a date that is given twice, the special day wins over the holiday, the later over the earlier.
  public init(
    weekly: [Weekday: [OpenInterval]], holidays: [CivilDate] = [], specialDays: [SpecialDay] = []
  ) {
    self.init(
      isRoundTheClock: false, weekly: weekly,
      specialDays: holidays.map { SpecialDay(date: $0, intervals: []) } + specialDays)
  }

  private init(isRoundTheClock: Bool, weekly: [Weekday: [OpenInterval]], specialDays: [SpecialDay]) {
    self.isRoundTheClock = isRoundTheClock
    self.weekly = weekly.filter { !$0.value.isEmpty }.mapValues { Set($0).sorted() }
    let byDate = Dictionary(specialDays.map { ($0.date, $0) }) { _, later in later }
    self.specialDays = byDate.values.sorted { $0.date < $1.date }
  }

  public var holidays: [CivilDate] { specialDays.filter(\.intervals.isEmpty).map(\.date) }

  /// The same hours, closed on these days too; round the clock stays round the clock.
  public func closed(on dates: [CivilDate]) -> OpeningHours {
    let added = dates.map { SpecialDay(date: $0, intervals: []) }
    return isRoundTheClock
      ? self : OpeningHours(isRoundTheClock: false, weekly: weekly, specialDays: specialDays + added)
  }

  /// What opens on a date; round the clock it is the whole day.
  public func intervals(on date: CivilDate) -> [OpenInterval] {
    if isRoundTheClock { return OpeningHours.wholeDay }
    if let special = specialDay(date) { return special.intervals }
    return weekly[date.weekday] ?? []
  }

  func specialDay(_ date: CivilDate) -> SpecialDay? {
    let index = specialDays.firstIndex(atOrAfter: date)
    return index < specialDays.count && specialDays[index].date == date ? specialDays[index] : nil
  }

  static let wholeDay = OpenInterval(opens: .midnight, closes: .endOfDay).map { [$0] } ?? []
}

extension [OpeningHours.SpecialDay] {
  func firstIndex(atOrAfter date: CivilDate) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].date < date { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension OpeningHours {
  /// The week that counts where nobody has said another: Monday to Friday, 08:00 to 18:00.
  public static let officeWeek: OpeningHours = {
    guard let opens = TimeOfDay(hour: 8, minute: 0), let closes = TimeOfDay(hour: 18, minute: 0),
      let day = OpenInterval(opens: opens, closes: closes)
    else { preconditionFailure("08:00 to 18:00 are hours") }
    let days: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
    return OpeningHours(weekly: Dictionary(uniqueKeysWithValues: days.map { ($0, [day]) }))
  }()
}
