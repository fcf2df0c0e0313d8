import Domain
import Terminal
import Verbs

extension WallPainter {
  /// The missed clocks with whoever has them, and what was done.
  func drawBreaches(on canvas: inout Canvas) {
    let count = { (state: WallLine.State) in wall.lines.count { $0.state == state } }
    let ownerless = wall.lines.count { $0.isRed && $0.owner == nil }
    canvas.put(
      "BREACHED \(count(.breached))   AT RISK \(count(.atRisk))   WITHOUT OWNER \(ownerless)   DONE, TO REVIEW \(count(.done))",
      at: .zero, style: StyleRole.heading.style.dimmed(isOld), width: canvas.width, ellipsis: true)
    if !hasRed { drawNothingRed(at: 1, on: &canvas) }
    let rows = max(1, canvas.height - 2)
    let first = wall.cursor == nil ? min(wall.part, parts(of: .breaches) - 1) * rows : firstLine(rows: rows)
    drawLines(from: 2, first: first, on: &canvas)
  }

  /// The first line that is shown in so many rows: the marked one is among them.
  func firstLine(rows: Int) -> Int {
    guard let index = wall.lines.firstIndex(where: { $0.order == wall.cursor }) else { return 0 }
    let room = wall.lines.count > rows ? rows - 1 : rows
    return max(0, index - max(1, room) + 1)
  }

  /// Whether a clock has run out or is about to.
  var hasRed: Bool { wall.lines.contains(where: \.isRed) }

  /// Says in a row that nothing is red, and which clock is next.
  func drawNothingRed(at row: Int, on canvas: inout Canvas) {
    canvas.put(
      "✓ \(WallWords.nothingRed(model))", at: Point(column: 0, row: row), style: style(.slaMet),
      width: canvas.width, ellipsis: true)
  }

  /// The lines from one on; the last row says how many are left out.
  func drawLines(from row: Int, first: Int, on canvas: inout Canvas) {
    let rows = canvas.height - row
    guard rows > 0 else { return }
    let left = wall.lines.dropFirst(first)
    let isCut = left.count > rows && wall.page == .now
    let shown = left.prefix(isCut ? rows - 1 : rows)
    for (offset, line) in shown.enumerated() { draw(line, at: row + offset, on: &canvas) }
    if isCut {
      canvas.put(
        "  and \(left.count - shown.count) more: page \(Wall.Page.breaches.rawValue)",
        at: Point(column: 0, row: canvas.height - 1), style: style(.dim), width: canvas.width)
    }
  }

  /// Sign, number, priority, place, clock, who has it and what happens next, as far as the width goes.
  private func draw(_ line: WallLine, at row: Int, on canvas: inout Canvas) {
    let isMarked = line.order == wall.cursor
    let head = "\(isMarked ? "▌" : " ")\(line.sign) \(line.number)  \(line.priority.text)  "
    var column = canvas.put(
      head, at: Point(column: 0, row: row), style: style(line.role).bold(!isOld).selected(isMarked))
    let isNarrow = canvas.width < 74
    let widest = wall.lines.reduce(0) { max($0, displayWidth(of: isNarrow ? $1.brief : $1.clock)) }
    let clock = min(canvas.width / 3, widest + 2)
    let isWide = canvas.width >= 100
    let who = isWide ? min(34, canvas.width / 5) : isNarrow ? 0 : 10
    let next = canvas.width >= 140 ? min(44, canvas.width / 5) : 0
    let fate = line.owner.map { "owner \($0)" } ?? line.next ?? ""
    let place = max(0, canvas.width - column - clock - who - next)
    for (words, width, role) in [
      (line.place, place, StyleRole.plain), (isNarrow ? line.brief : line.clock, clock, line.role),
      (isWide ? line.who : line.name, who, line.who == "nobody" ? .late : .plain), (fate, next, .dim)
    ] where width > 0 {
      canvas.put(
        words, at: Point(column: column, row: row), style: style(role).selected(isMarked), width: width - 1,
        ellipsis: true)
      column += width
    }
  }
}
