import Domain
import Terminal

extension LaneRow {
  /// A visit as it would be: `▲░20404░` where a rule would be broken.
  mutating func drawGhost(_ number: Int, _ range: TimeRange, _ severity: Severity?) {
    let role: StyleRole =
      switch severity {
      case .forbid, .block: .visitConflict
      case .warn: .resultWarning
      case nil: .visitTentative
      }
    lay("░", range, role.style)
    let columns = columns(range)
    let isBroken = severity == .block || severity == .forbid
    let digits = Array(String(number)).suffix(max(0, columns.count - (isBroken ? 1 : 0)))
    let start = columns.lowerBound + max(isBroken ? 1 : 0, (columns.count - digits.count) / 2)
    for (offset, digit) in digits.enumerated() where columns.contains(start + offset) {
      set(start + offset, digit, role.style)
    }
    if isBroken, let first = columns.first { set(first, "▲", role.style) }
  }

  /// When whoever would get it is away: what a drop there would run into is seen beside it.
  mutating func drawAway(_ lane: TimelineLane) {
    for away in lane.away { lay("╌", away.range, StyleRole.timelineBreak.style) }
  }

  /// What the customer was promised: `╞════╡`.
  mutating func drawPromise(_ window: TimeRange) {
    lay("═", window, StyleRole.fieldNote.style)
    let columns = columns(window)
    if axis.column(window.start) >= 0, let first = columns.first {
      set(first, "╞", StyleRole.fieldNote.style)
    }
    if columns.count > 1, let last = columns.last, axis.column(window.end) - 1 == last {
      set(last, "╡", StyleRole.fieldNote.style)
    }
  }
}
