/// A visit as the search reads it: narrow integers, windows clipped by the release and joined where they touch.
struct VisitRow: BitwiseCopyable, Equatable {
  var place, duration: Int32
  /// The first two windows; a visit that has none begins never.
  var begin0, end0, begin1, end1: Int32
  /// The end of the last of all windows.
  var lastEnd: Int32
  /// Windows from the third on, in the ground's list.
  var moreFirst, moreCount: Int32
  var due: Int32
  /// Who was told to come, and when; `none` for nobody.
  var toldTo, toldStart: Int32
  var partsFirst, partsCount: Int32
  var lateRate: Int
  /// What leaving it out costs, the broken promise included.
  var penalty: Int

  static let none: Int32 = -1
  /// Later than any instant of a route, and still far from the end of the integer.
  static let never: Int32 = 1 << 29
}

/// A technician as the search reads him.
struct CrewRow: BitwiseCopyable, Equatable {
  var start, end: Int32
  var shiftStart, shiftEnd: Int32
  /// When he must be back at the very latest.
  var limit: Int32
  /// A lunch's length, and when it may begin; `lunchLatest` is `-never` where none is due.
  var lunch, lunchEarliest, lunchLatest: Int32
  var priorWork: Int
}

extension VisitRow {
  /// The first instant from `arrival` on at which the work may begin, or `never`.
  @inline(__always) func start(_ arrival: Int32, _ more: UnsafeMutablePointer<Span>) -> Int32 {
    if arrival <= end0 { return max(arrival, begin0) }
    if arrival <= end1 { return max(arrival, begin1) }
    if moreCount == 0 { return VisitRow.never }
    for index in Int(moreFirst)..<Int(moreFirst + moreCount) where arrival <= more[index].end {
      return max(arrival, more[index].begin)
    }
    return VisitRow.never
  }

  /// The last arrival after which the work still begins by `start`, or `-never`.
  @inline(__always) func latestArrival(_ start: Int32, _ more: UnsafeMutablePointer<Span>) -> Int32 {
    if start < begin0 { return -VisitRow.never }
    if start < begin1 { return min(start, end0) }
    var latest = min(start, end1)
    if moreCount == 0 { return latest }
    for index in Int(moreFirst)..<Int(moreFirst + moreCount) where start >= more[index].begin {
      latest = min(start, more[index].end)
    }
    return latest
  }
}

/// When work may begin.
struct Span: BitwiseCopyable, Equatable {
  var begin, end: Int32
}
