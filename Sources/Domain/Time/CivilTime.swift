/// What a clock and a calendar on the wall show: a date and a second of the day, without a zone.
public struct CivilTime: Hashable, Comparable, Codable, Sendable {
  public let date: CivilDate
  /// 0...86399.
  public let secondOfDay: Int

  /// Seconds outside the day count into its neighbours.
  public init(date: CivilDate, secondOfDay: Int) {
    let local = saturatingSum(Int64(date.daysSinceEpoch) * 86_400, Int64(secondOfDay))
    self.init(secondsSinceEpoch: local)
  }

  /// 24:00 is the midnight at which the next day starts.
  public init(date: CivilDate, time: TimeOfDay) {
    self.init(date: date, secondOfDay: time.minutes * 60)
  }

  public var time: TimeOfDay { TimeOfDay(clamping: secondOfDay / 60) }
  public var hour: Int { secondOfDay / 3_600 }
  public var minute: Int { secondOfDay / 60 % 60 }
  public var second: Int { secondOfDay % 60 }
  public var weekday: Weekday { date.weekday }

  /// `2026-11-24 10:42`.
  public var text: String { date.iso + " " + time.text }

  public static func < (left: CivilTime, right: CivilTime) -> Bool {
    (left.date, left.secondOfDay) < (right.date, right.secondOfDay)
  }
}

extension CivilTime {
  /// Seconds as if the wall clock ran in UTC; what lies outside the years 0000 to 9999 becomes the nearest.
  init(secondsSinceEpoch seconds: Int64) {
    let first = Int64(CivilDate.firstDay) * 86_400
    let last = Int64(CivilDate.lastDay) * 86_400 + 86_399
    let inside = min(max(seconds, first), last)
    let day = floorDivision(inside, 86_400)
    date = CivilDate(daysSinceEpoch: Int(day))
    secondOfDay = Int(inside - day * 86_400)
  }

  var secondsSinceEpoch: Int64 { Int64(date.daysSinceEpoch) * 86_400 + Int64(secondOfDay) }
}

/// Rounds down, also below zero; the divisor is positive.
func floorDivision(_ value: Int64, _ divisor: Int64) -> Int64 {
  let quotient = value / divisor
  return value % divisor < 0 ? quotient - 1 : quotient
}
