import Terminal

/// What stands on the canvas of panes.
struct Drawn: Sendable {
  var place: Place?
  var layout: ScreenLayout?
  var all = 0
  var borders: Borders?
  var frames: Frames?
  var header: Int?
  var result: ResultLine?
  var hasResult = false
  var hints: HintLine?
  var queue = DrawnPane()
  var technicians = DrawnPane()
  var timeline = DrawnPane()
  var alerts = DrawnPane()
  var detail: Detail?
  var strip: Strip?

  /// What the layout is a function of.
  struct Place: Hashable {
    let size: Size
    let focus: Pane
    let isZoomed: Bool
    let growth: [Pane: Int]
  }

  /// What the titles in the borders are a function of.
  struct Borders: Hashable {
    let versions: Versions
    /// The first rows that are seen: titles say how many there are beyond them.
    let tops: [Int]
    let focus: Pane
    let isFiltering: Bool
    let detail: Detail?
  }

  struct Detail: Hashable {
    let versions: Versions
    let focus: Pane
    let pane: PaneStamp
  }

  struct Strip: Hashable {
    let versions: Versions
    let contexts: [String]
  }

  subscript(pane: Pane) -> DrawnPane {
    get {
      switch pane {
      case .queue: queue
      case .technicians: technicians
      case .timeline: timeline
      case .alerts: alerts
      }
    }
    set {
      switch pane {
      case .queue: queue = newValue
      case .technicians: technicians = newValue
      case .timeline: timeline = newValue
      case .alerts: alerts = newValue
      }
    }
  }
}

/// What stands in one pane.
struct DrawnPane: Sendable {
  var stamp: PaneStamp?
  /// Good for the stamp's version.
  var view: PaneView?
  var lines: [(content: LineContent, mark: LineMark)?] = []
}
