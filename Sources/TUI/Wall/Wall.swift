public import Domain

/// The supervisor's wall: which page it shows, and what was worked out for it.
public struct Wall: Sendable {
  public enum Page: Int, CaseIterable, Sendable {
    case now = 1
    case technicians, breaches, trend

    var words: String {
      switch self {
      case .now: "now"
      case .technicians: "technicians"
      case .breaches: "breaches"
      case .trend: "trend"
      }
    }
  }

  public internal(set) var page = Page.now
  /// Which screenful of a page that is longer than the screen.
  var part = 0
  /// Somebody wants it to stay at its page.
  public internal(set) var isStopped = false
  /// The line that Enter opens.
  public internal(set) var cursor: WorkOrder.ID?
  /// How often a page could have been turned since a key was pressed.
  var untouched = 0

  /// What is late or about to be, the worst first, then what was done and awaits review.
  var lines: [WallLine] = []
  var counters: [Counter] = []
  var trend: [ShiftTrend.Hour] = []

  /// Whether the office has changed since the figures were worked out, and in which minute that was: the seconds that
  /// pass while a line is down change none.
  var isStale = true
  var figuresMinute: Int64 = 0

  public init() {}
}

extension Wall {
  /// So many turns after the last key a window is closed, and a line let go: nobody stands there any more.
  static let windowTurns = 15
  static let cursorTurns = 6

  mutating func go(to page: Page) {
    self.page = page
    part = 0
  }

  /// The screenful after this one, on the next page where this was the last; back likewise.
  mutating func turn(by step: Int, parts: (Page) -> Int) {
    part += step
    if part >= 0, part < parts(page) { return }
    let pages = Page.allCases
    let index = ((pages.firstIndex(of: page) ?? 0) + step + pages.count) % pages.count
    page = pages[index]
    part = step > 0 ? 0 : max(0, parts(page) - 1)
  }
}
