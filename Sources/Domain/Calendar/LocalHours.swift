/// Opening hours laid out on the wall clock's own line of seconds, where every day has 86,400 of them.
///
/// Open time between two points is whole weeks times a week's sum, the rest of the days one by one, and
/// a correction for the special days between; zone changes are left to the calendar.
struct LocalHours: Sendable {
  private let hours: OpeningHours
  /// Open ranges within each day, Monday first, what is left of the night before included.
  private let regular: [[Range<Int>]]
  /// Open seconds of the days before this weekday; the eighth is the whole week.
  private let before: [Int64]
  /// Open time of a weekday on which anything opens, on average; a whole day where nothing ever does.
  let workday: Span
  /// Days that differ from their weekday, with their open seconds less the regular ones, summed up so far.
  private let affected: [Int]
  private let corrections: [Int64]

  init(_ hours: OpeningHours) {
    self.hours = hours
    let regular = Weekday.allCases.map { day in
      let previous = Weekday.allCases[(day.rawValue + 5) % 7]
      return LocalHours.ranges(hours.weekly[day] ?? [], after: hours.weekly[previous] ?? [])
    }
    var before: [Int64] = [0]
    for ranges in regular { before.append(before[before.count - 1] + LocalHours.sum(ranges)) }
    let special = hours.specialDays.map(\.date.daysSinceEpoch)
    let affected = Set(special + special.map { $0 + 1 }).sorted()
    var corrections: [Int64] = [0]
    for day in affected {
      let weekday = Weekday(daysSinceEpoch: day).rawValue - 1
      let actual = LocalHours.ranges(
        hours.intervals(on: CivilDate(daysSinceEpoch: day)),
        after: hours.intervals(on: CivilDate(daysSinceEpoch: day - 1)))
      corrections.append(
        corrections[corrections.count - 1] + LocalHours.sum(actual) - LocalHours.sum(regular[weekday]))
    }
    let days = Int64(hours.weekly.count)
    workday = days == 0 || before[7] == 0 ? .days(1) : .seconds(before[7] / days)
    (self.regular, self.before, self.affected, self.corrections) = (regular, before, affected, corrections)
  }

  /// Open ranges of one day, in seconds since its midnight.
  func ranges(on day: Int) -> [Range<Int>] {
    let index = affectedIndex(day)
    guard index < affected.count, affected[index] == day else {
      return regular[Weekday(daysSinceEpoch: day).rawValue - 1]
    }
    return LocalHours.ranges(
      hours.intervals(on: CivilDate(daysSinceEpoch: day)),
      after: hours.intervals(on: CivilDate(daysSinceEpoch: day - 1)))
  }

  /// Open seconds from a fixed Monday to this point; only differences mean anything.
  func openSeconds(until local: Int64) -> Int64 {
    let day = Int(floorDivision(local, 86_400))
    let second = Int(local - Int64(day) * 86_400)
    var open = openSeconds(untilDay: day)
    for range in ranges(on: day) where range.lowerBound < second {
      open += Int64(min(second, range.upperBound) - range.lowerBound)
    }
    return open
  }

  /// The first point between two at which so much has been open since the start; there must be one.
  func point(after start: Int64, open: Int64, before end: Int64) -> Int64 {
    let target = openSeconds(until: start) + open
    var low = Int(floorDivision(start, 86_400))
    var high = Int(floorDivision(end, 86_400))
    while low < high {
      let middle = low + (high - low) / 2
      if openSeconds(untilDay: middle + 1) >= target { high = middle } else { low = middle + 1 }
    }
    var left = target - openSeconds(untilDay: low)
    for range in ranges(on: low) {
      if left <= Int64(range.count) { return Int64(low) * 86_400 + Int64(range.lowerBound) + left }
      left -= Int64(range.count)
    }
    return end
  }
}

extension LocalHours {
  private func openSeconds(untilDay day: Int) -> Int64 {
    let sinceMonday = day + 3
    let week = floorDivision(Int64(sinceMonday), 7)
    return week * before[7] + before[sinceMonday - Int(week) * 7] + corrections[affectedIndex(day)]
  }

  private func affectedIndex(_ day: Int) -> Int {
    var low = 0
    var high = affected.count
    while low < high {
      let middle = (low + high) / 2
      if affected[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The union, within the day, of what opens on it and what the day before left open.
  private static func ranges(_ today: [OpenInterval], after yesterday: [OpenInterval]) -> [Range<Int>] {
    let left = yesterday.map(\.localSeconds).filter { $0.upperBound > 86_400 }.map {
      0..<$0.upperBound - 86_400
    }
    let own = today.map(\.localSeconds).map { $0.clamped(to: 0..<86_400) }
    var union: [Range<Int>] = []
    for range in (left + own).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = union.last, range.lowerBound <= last.upperBound {
        union[union.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        union.append(range)
      }
    }
    return union
  }

  private static func sum(_ ranges: [Range<Int>]) -> Int64 { ranges.reduce(0) { $0 + Int64($1.count) } }
}
