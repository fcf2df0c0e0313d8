import Domain
import Terminal

/// One line of the timeline, laid column by column: working time first, then what interrupts it, then the visits.
struct LaneRow {
  private struct Spot {
    var character: Character = " "
    var style = Style.plain
  }

  let axis: TimelineAxis
  private var spots: [Spot]

  init(_ axis: TimelineAxis) {
    self.axis = axis
    spots = Array(repeating: Spot(), count: axis.columns)
  }

  ///     ╶───[20371=    ]··[20377=  ]─┊───╌╌╌───[20417✓]────╴
  mutating func fill(
    _ lane: TimelineLane, dangers: [WorkOrder.ID: ClockDanger], now: Int?, selected: Visit.ID?
  ) {
    for range in lane.working { drawWorking(range) }
    if let now { set(now, "┊", StyleRole.timelineNow.style) }
    for away in lane.away { drawAway(away) }
    for bar in lane.bars {
      if let planned = bar.planned { lay("▁", planned, StyleRole.timelineTravel.style) }
    }
    for bar in lane.bars {
      if let travel = bar.travel { lay("·", travel, StyleRole.timelineTravel.style) }
    }
    for bar in lane.bars {
      if let overrun = bar.overrun { lay("▓", overrun, StyleRole.timelineOverrun.style) }
    }
    for bar in lane.bars { drawBar(bar, bar.danger(dangers), bar.block, isSelected: bar.id == selected) }
  }

  func draw(on canvas: inout Canvas, at point: Point) {
    var start = 0
    while start < spots.count {
      let style = spots[start].style
      let end = spots[start...].firstIndex { $0.style != style } ?? spots.count
      canvas.put(
        String(spots[start..<end].map(\.character)), at: point.moved(columns: start), style: style,
        width: end - start)
      start = end
    }
  }

  mutating func set(_ column: Int, _ character: Character, _ style: Style) {
    if spots.indices.contains(column) { spots[column] = Spot(character: character, style: style) }
  }

  /// The columns of a range that are on the screen; at least one for anything that has a beginning there.
  func columns(_ range: TimeRange) -> Range<Int> {
    let first = axis.column(range.start)
    let end = max(first + 1, axis.column(range.end))
    let low = max(0, min(first, spots.count))
    return low..<max(low, min(end, spots.count))
  }

  mutating func lay(_ character: Character, _ range: TimeRange, _ style: Style) {
    guard !range.isEmpty else { return }
    for column in columns(range) { set(column, character, style) }
  }

  private mutating func drawWorking(_ range: TimeRange) {
    lay("─", range, StyleRole.timelineOff.style)
    set(axis.column(range.start), "╶", StyleRole.timelineOff.style)
    if range.length > .seconds(axis.secondsPerColumn) {
      set(axis.column(range.end) - 1, "╴", StyleRole.timelineOff.style)
    }
  }

  /// A break, or an absence with its reason where there is room for the word.
  private mutating func drawAway(_ away: TimelineLane.Away) {
    lay("╌", away.range, StyleRole.timelineBreak.style)
    guard let reason = away.reason else { return }
    let columns = columns(away.range)
    let letters = Array(Sanitised.line(reason)).filter { displayWidth(of: String($0)) == 1 }
    guard letters.count >= 1, columns.count >= letters.count + 2 else { return }
    for (offset, letter) in letters.enumerated() {
      set(columns.lowerBound + 1 + offset, letter, StyleRole.timelineBreak.style)
    }
  }

  /// Narrow blocks lose digits from the left, never the mark; wide ones say priority and trade as well. One whose
  /// order's clock is in danger ends in the sign of it.
  private mutating func drawBar(
    _ bar: TimelineBar, _ danger: ClockDanger?, _ range: TimeRange, isSelected: Bool
  ) {
    let columns = columns(range)
    guard !columns.isEmpty, axis.column(range.end) > 0 || axis.column(range.start) >= 0 else {
      return
    }
    let style = bar.role.style.selected(isSelected)
    let isTentative = bar.status == .tentative
    var inner = columns
    let begins = axis.column(range.start) >= 0
    let ends = axis.column(range.end) <= spots.count
    if columns.count >= 3 {
      if begins {
        set(
          columns.lowerBound, bar.isConflict ? "▲" : isTentative ? "(" : "[",
          bar.isConflict ? StyleRole.visitConflict.style.selected(isSelected) : style)
        inner = inner.dropFirst()
      }
      if ends {
        set(
          columns.upperBound - 1, danger?.state.shape ?? (isTentative ? ")" : "]"),
          danger?.state.role.style.selected(isSelected) ?? style)
        inner = inner.dropLast()
      }
    }
    let label = bar.label(width: inner.count)
    for (offset, column) in inner.enumerated() {
      set(column, offset < label.count ? label[offset] : " ", style)
    }
  }
}

extension TimelineBar {
  /// How far the technician is with it, as one sign after the number.
  var mark: Character {
    isHeld ? "‖" : status.mark
  }

  var role: StyleRole {
    if isHeld { return .visitHeld }
    return switch status {
    case .tentative: .visitTentative
    case .scheduled: .visitScheduled
    case .dispatched, .seen: .visitDispatched
    case .accepted, .travelling: .visitAccepted
    case .onSite: .visitOnSite
    case .done, .notDone, .declined: .visitDone
    }
  }

  /// The number's last digits and the mark, then priority and trade where there is room.
  func label(width: Int) -> [Character] {
    let digits = Array(String(number))
    guard width > 0 else { return [] }
    var label = Array(digits.suffix(max(0, width - 1))) + [mark]
    for word in [priority.text, trade?.shown] {
      guard let word, label.count + 1 + word.count <= width else { break }
      label += [" "] + Array(word)
    }
    return label
  }
}

extension TimelineBar {
  /// How its order's clocks stand, while there is something left to do on the visit.
  func danger(_ dangers: [WorkOrder.ID: ClockDanger]) -> ClockDanger? {
    switch status {
    case .done, .notDone, .declined: nil
    case .tentative, .scheduled, .dispatched, .seen, .accepted, .travelling, .onSite: dangers[order]
    }
  }
}

extension AssignmentStatus {
  /// How far a visit has come, as one sign on the timeline.
  var mark: Character {
    switch self {
    case .tentative: "?"
    case .scheduled: " "
    case .dispatched, .seen: "›"
    case .accepted, .travelling: "✓"
    case .onSite: "◆"
    case .done: "="
    case .notDone, .declined: "×"
    }
  }

  /// What the sign says.
  var meaning: String {
    switch self {
    case .tentative: "tentative"
    case .scheduled: "planned, the technician not told"
    case .dispatched, .seen: "told"
    case .accepted, .travelling: "accepted, or on the way"
    case .onSite: "on site"
    case .done: "done"
    case .notDone, .declined: "not done, or declined"
    }
  }
}
