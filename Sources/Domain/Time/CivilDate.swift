/// A day of the Gregorian calendar in the years 0000 to 9999; arithmetic stops at those ends.
public struct CivilDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  public let daysSinceEpoch: Int

  static let firstDay = -719_528  // 0000-01-01
  static let lastDay = 2_932_896  // 9999-12-31
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  ]

  public init(daysSinceEpoch days: Int) {
    daysSinceEpoch = min(max(days, CivilDate.firstDay), CivilDate.lastDay)
  }

  /// Nothing when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (0...9_999).contains(year), (1...12).contains(month),
      day >= 1, day <= CivilDate.days(inMonth: month, of: year)
    else { return nil }
    self.init(daysSinceEpoch: CivilDate.daysFromCivil(year, month, day))
  }

  public var year: Int { civil.year }
  public var month: Int { civil.month }
  public var day: Int { civil.day }
  /// `Jan` to `Dec`.
  public var monthShort: String { CivilDate.months[month - 1] }
  public var weekday: Weekday { Weekday(daysSinceEpoch: daysSinceEpoch) }

  public func adding(days: Int) -> CivilDate {
    let (sum, overflow) = daysSinceEpoch.addingReportingOverflow(days)
    return CivilDate(daysSinceEpoch: overflow ? (days < 0 ? CivilDate.firstDay : CivilDate.lastDay) : sum)
  }

  /// Whole days from this one to the other; negative when the other is earlier.
  public func days(to other: CivilDate) -> Int { other.daysSinceEpoch - daysSinceEpoch }

  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    left.daysSinceEpoch < right.daysSinceEpoch
  }
}

extension CivilDate {
  /// Reads `2026-11-24`.
  public init?(iso text: String) {
    var scan = TextScan(text)
    guard let date = scan.civilDate(), scan.isAtEnd else { return nil }
    self = date
  }

  public var iso: String {
    let (year, month, day) = civil
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
  }
}

/// A date travels as one integer, its days since 1970.
extension CivilDate: CompactCodable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let days = try container.decode(Int.self)
    guard days >= CivilDate.firstDay, days <= CivilDate.lastDay else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "a day outside 0000 to 9999")
    }
    self.init(daysSinceEpoch: days)
  }

  public func write(to slot: CompactSlot) { daysSinceEpoch.write(to: slot) }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(daysSinceEpoch)
  }
}

extension CivilDate {
  /// Counts in years that begin in March, so that the leap day is a year's last, and in eras of 400 years,
  /// which are all 146,097 days long.
  static func daysFromCivil(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let marchYear = month <= 2 ? year - 1 : year
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  var civil: (year: Int, month: Int, day: Int) {
    let shifted = daysSinceEpoch + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}
