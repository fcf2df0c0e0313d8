/// A day of the week, numbered as in ISO 8601.
public enum Weekday: Int, CaseIterable, Codable, Comparable, Sendable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  /// `Mon` to `Sun`.
  public var short: String {
    switch self {
    case .monday: "Mon"
    case .tuesday: "Tue"
    case .wednesday: "Wed"
    case .thursday: "Thu"
    case .friday: "Fri"
    case .saturday: "Sat"
    case .sunday: "Sun"
    }
  }

  /// Reads an English name or its first three letters or more, in any case: `mon`, `Thurs`, `FRIDAY`.
  public init?(_ text: some StringProtocol) {
    let word = text.lowercased()
    let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    guard word.utf8.count >= 3, let index = names.firstIndex(where: { $0.hasPrefix(word) }) else {
      return nil
    }
    self = Weekday.allCases[index]
  }

  /// The weekday of a day counted from 1970-01-01, a Thursday.
  init(daysSinceEpoch days: Int) {
    let index = ((days + 3) % 7 + 7) % 7
    self = Weekday.allCases[index]
  }

  public static func < (left: Weekday, right: Weekday) -> Bool { left.rawValue < right.rawValue }
}
