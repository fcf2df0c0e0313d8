import Terminal

/// Where everything stands on a screen of a size; panes share their borders.
struct ScreenLayout: Hashable {
  enum Kind: Hashable {
    /// Under the least size: one sentence.
    case tooSmall
    /// One pane, the selected thing's detail, the other panes as a line each.
    case single
    /// All four panes.
    case panes
    /// One pane over everything.
    case zoomed
  }

  static let least = Size(width: 60, height: 15)

  let kind: Kind
  let size: Size
  /// The boxes of the panes that are drawn, borders included.
  private(set) var boxes: [Pane: Rect] = [:]
  /// The rows of the selected thing's detail, and of the other panes' lines, without borders.
  private(set) var detail: Rect?
  private(set) var strip: Rect?

  /// The row with the last action's result, and the row with the hints.
  var resultRow: Int { size.height - 2 }
  var hintRow: Int { size.height - 1 }

  init(_ size: Size, focus: Pane, isZoomed: Bool, growth: [Pane: Int] = [:]) {
    self.size = size
    guard size.holds(Self.least) else {
      kind = .tooSmall
      return
    }
    if !isZoomed, size.holds(Size(width: 110, height: 28)) {
      kind = .panes
      placeFour(growth)
    } else {
      kind = isZoomed ? .zoomed : .single
      placeOne(focus)
    }
  }

  /// The rows of a pane below its titles; nil where the pane is not drawn.
  func body(of pane: Pane) -> Rect? {
    boxes[pane].map { box in
      let bottom =
        (detail == nil && strip == nil) ? box.endRow - 1 : (detail ?? strip).map { $0.row - 1 } ?? 0
      let top = box.row + 1 + titleRows(of: pane, box)
      return Rect(column: box.column + 1, row: top, width: box.width - 2, height: bottom - top)
    }
  }

  /// The rows of a pane's column titles or its axis; the queue's counts stand above its titles where it is high
  /// enough.
  func titleRow(of pane: Pane) -> Rect? {
    guard let box = boxes[pane], titleRows(of: pane, box) > 0 else { return nil }
    return Rect(
      column: box.column + 1, row: box.row + 1, width: box.width - 2, height: titleRows(of: pane, box))
  }

  private func titleRows(of pane: Pane, _ box: Rect) -> Int {
    switch pane {
    case .queue: box.height >= 13 ? 2 : 1
    case .technicians, .timeline: 1
    case .alerts: 0
    }
  }

  /// The pane at a place.
  func pane(at point: Point) -> Pane? {
    Pane.allCases.first { boxes[$0]?.contains(point) ?? false }
  }
}

extension ScreenLayout {
  ///     header
  ///     ┌ queue ──┬ technicians ┐
  ///     ├ timeline┴─────────────┤
  ///     ├ alerts ───────────────┤
  ///     └───────────────────────┘
  ///     result, hints
  private mutating func placeFour(_ growth: [Pane: Int]) {
    let rows = Self.rows(size.height - 9, growth)
    let technicians = max(30, min(size.width - 33, 56 + (size.width - 120) / 3 + grown(.technicians, growth)))
    let queue = size.width - technicians + 1
    boxes[.queue] = Rect(column: 0, row: 1, width: queue, height: rows.top + 3)
    boxes[.technicians] = Rect(column: queue - 1, row: 1, width: technicians, height: rows.top + 3)
    boxes[.timeline] = Rect(column: 0, row: rows.top + 3, width: size.width, height: rows.timeline + 3)
    boxes[.alerts] = Rect(
      column: 0, row: rows.top + rows.timeline + 5, width: size.width, height: rows.alerts + 2)
  }

  /// Wider technicians are a narrower queue, so the two growths meet in one figure of columns.
  private func grown(_ pane: Pane, _ growth: [Pane: Int]) -> Int {
    4 * ((growth[.technicians] ?? 0) - (growth[.queue] ?? 0))
  }

  /// Of 22 rows 10, 7 and 5; the first five more go to queue and timeline, then all three grow.
  private static func rows(_ total: Int, _ growth: [Pane: Int]) -> (top: Int, timeline: Int, alerts: Int) {
    let extra = total - 22
    let moreAlerts = max(0, (extra - 5) / 4)
    var alerts = (extra < -1 ? 4 : 5) + moreAlerts + 2 * (growth[.alerts] ?? 0)
    var timeline = 7 + (extra - moreAlerts) * 2 / 5 + 2 * (growth[.timeline] ?? 0)
    alerts = max(2, min(alerts, total - 8))
    timeline = max(2, min(timeline, total - alerts - 3))
    return (total - alerts - timeline, timeline, alerts)
  }

  ///     header
  ///     ┌ pane ─────────┐
  ///     ├ the selected ─┤
  ///     ├ other panes ──┤
  ///     └───────────────┘
  ///     result, hints
  private mutating func placeOne(_ focus: Pane) {
    let box = Rect(column: 0, row: 1, width: size.width, height: size.height - 3)
    boxes[focus] = box
    var bottom = box.endRow - 1
    if kind == .single, size.height >= 18 {
      strip = Rect(column: 1, row: bottom - 3, width: size.width - 2, height: 3)
      bottom -= 4
    }
    if size.height >= 21 {
      let height = size.height >= 32 ? 5 : 3
      detail = Rect(column: 1, row: bottom - height, width: size.width - 2, height: height)
    }
  }
}
