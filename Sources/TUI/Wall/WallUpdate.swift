import Domain
import Terminal
import Verbs

extension Model {
  var wall: Wall {
    get { if case .wall(let wall) = face { wall } else { Wall() } }
    set { face = .wall(newValue) }
  }

  /// Works out what the pages show, all of it of one instant: whenever something has changed, and with each minute.
  mutating func refreshWall() {
    var wall = wall
    wall.lines = wallLines()
    if let cursor = wall.cursor, !wall.lines.contains(where: { $0.order == cursor }) { wall.cursor = nil }
    let minute = now.seconds / 60
    if wall.isStale || wall.figuresMinute != minute {
      wall.counters = Counters(office, board, at: now).all
      wall.trend = ShiftTrend(office, at: now).hours
      (wall.isStale, wall.figuresMinute) = (false, minute)
    }
    self.wall = wall
    clampWallPart()
  }

  /// The office has changed: the figures are worked out anew.
  mutating func staleWall() {
    if case .wall = face { wall.isStale = true }
  }

  /// The list may have become shorter, or the screen higher.
  mutating func clampWallPart() {
    let parts = WallPainter(self, wall).parts(of: wall.page)
    if wall.part >= parts { wall.part = max(0, parts - 1) }
  }

  mutating func wallAction(_ action: Action, by key: Key?, wasLeaving: Bool) -> [Effect] {
    switch WallAction(rawValue: action.rawValue) {
    case .stop: wall.isStopped.toggle()
    case .nextPage: turnPage(by: 1)
    case .previousPage: turnPage(by: -1)
    case .now: wall.go(to: .now)
    case .technicians: wall.go(to: .technicians)
    case .breaches: wall.go(to: .breaches)
    case .trend: wall.go(to: .trend)
    case .moveDown: moveLine { $0 + 1 }
    case .moveUp: moveLine { $0 - 1 }
    case .moveFirst: moveLine { _ in 0 }
    case .moveLast: moveLine { _ in .max }
    case .explain: return explainWall()
    case .back:
      guard wall.cursor == nil || wasLeaving else {
        wall.cursor = nil
        return []
      }
      return leaveFace(by: key, wasLeaving: wasLeaving)
    case nil: break
    }
    return []
  }

  /// The time of a page is over: the next one, unless somebody reads.
  mutating func turnWall() {
    wall.untouched += 1
    if isLeaving || result != nil, wall.untouched > 1 {
      isLeaving = false
      result = nil
    }
    if !popups.isEmpty {
      if wall.untouched >= Wall.windowTurns { popups = [] }
      return
    }
    if wall.cursor != nil {
      if wall.untouched >= Wall.cursorTurns { wall.cursor = nil }
      return
    }
    if !wall.isStopped { turnPage(by: 1) }
  }

  private mutating func turnPage(by step: Int) {
    let painter = WallPainter(self, wall)
    wall.turn(by: step) { painter.parts(of: $0) }
  }

  /// Marks a line; on a page without them the one that tells of nothing else.
  private mutating func moveLine(_ step: (Int) -> Int) {
    guard !wall.lines.isEmpty else { return say(.note, WallWords.nothingRed(self)) }
    if wall.page == .technicians || wall.page == .trend { wall.go(to: .breaches) }
    let before = wall.lines.firstIndex { $0.order == wall.cursor }
    let index = before.map(step) ?? (step(0) > 1 ? wall.lines.count - 1 : 0)
    wall.cursor = wall.lines[max(0, min(wall.lines.count - 1, index))].order
  }

  /// What the figures mean and what went into them.
  private mutating func explainWall() -> [Effect] {
    var lines: [String] = []
    for (title, words) in WallWords.definitions { lines += [title, "  \(words)"] }
    for counter in wall.counters {
      lines += [
        "\(Wording.title(of: counter.name)): \(Wording.value(of: counter))",
        "  \(Wording.definition(of: counter.name))", "  \(wording.arithmetic(of: counter))"
      ]
    }
    return open(TextPopup("What the figures mean", lines: lines))
  }

  /// The window of a line: for reading of a red one, and of a green one where it is found right or sent back.
  mutating func openWallLine() -> [Effect] {
    guard let line = wall.lines.first(where: { $0.order == wall.cursor }) else {
      moveLine { $0 }
      return []
    }
    return line.isRed
      ? open(PageWindow(WallOrderContent(line.order, self)))
      : open(PageWindow(ReviewSheetContent(line.order, self)))
  }
}
