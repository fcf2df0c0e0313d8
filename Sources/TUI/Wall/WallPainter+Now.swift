import Domain
import Terminal
import Verbs

/// The page that is read from across the room: five figures, how the shift goes, who is where, what is red.
extension WallPainter {
  private struct Figure {
    let title: String
    let number: Int
    let role: StyleRole
    /// What is said under it, the longest first: the first that has room is shown.
    let captions: [String]
  }

  func drawNow(on canvas: inout Canvas) {
    let figures = figures
    let column = canvas.width / figures.count
    let digits = figures.map { BigDigits($0.number) }
    let dot = BigDigits.dot(for: digits, columns: column - 1, rows: max(5, canvas.height / 5))
    for (index, figure) in figures.enumerated() {
      let left = index * column
      let heading = StyleRole.heading.style.dimmed(isOld)
      canvas.put(
        figure.title, at: Point(column: left, row: 0), style: heading, width: column - 1, ellipsis: true)
      digits[index].draw(
        on: &canvas, at: Point(column: left, row: 1), dot, style: style(figure.role).bold(!isOld))
      canvas.put(
        figure.captions.first { displayWidth(of: $0) < column } ?? figure.captions.last ?? "",
        at: Point(column: left, row: dot.rows + 1), style: style(.plain), width: column - 1,
        ellipsis: true)
    }
    let isRoomy = canvas.height >= 22
    var row = dot.rows + 2 + (canvas.height >= 30 ? 1 : 0)
    row += flow(counterWords, at: row, rows: isRoomy ? 3 : 1, on: &canvas)
    row += flow(presenceWords, at: row, rows: isRoomy ? 2 : 1, on: &canvas)
    row += canvas.height >= 30 ? 1 : 0
    if !hasRed {
      drawNothingRed(at: row, on: &canvas)
      row += 1
    }
    drawLines(from: row, first: firstLine(rows: canvas.height - row), on: &canvas)
  }

  private var figures: [Figure] {
    let counts = model.board.counts
    let open = model.board.queue.count + model.board.elsewhere.count
    return [
      danger("P1 OPEN", counts.p1Open, .priority1, urgent),
      danger("BREACHED", counts.breached, .slaBreached, worst),
      danger("AT RISK", counts.atRisk, .slaAtRisk, atRisk),
      Figure(title: "OPEN", number: open, role: .plain, captions: [oldest]),
      Figure(
        title: "DONE of \(counts.plannedToday)", number: counts.doneToday, role: .slaOK, captions: underWay)
    ]
  }

  /// A figure that is to be none: then it is green, and says so.
  private func danger(_ title: String, _ number: Int, _ role: StyleRole, _ captions: [String]) -> Figure {
    number > 0
      ? Figure(title: title, number: number, role: role, captions: captions)
      : Figure(title: title, number: 0, role: .slaMet, captions: ["✓ none"])
  }

  private var urgent: [String] {
    guard let row = model.board.open.first(where: { $0.priority == .p1 && $0.status != .review }) else {
      return []
    }
    guard let line = wall.lines.first(where: { $0.order == row.id }) else { return [String(row.number)] }
    return [
      "\(line.number) \(line.clock), \(line.who)", "\(line.number) \(line.brief), \(line.name)",
      "\(line.number) \(line.name)", String(line.number)
    ]
  }

  private var worst: [String] {
    guard let line = wall.lines.first, line.state == .breached else { return [] }
    let owner = line.owner.map { "\($0) has it" } ?? "without owner"
    return [
      "\(line.number) \(line.clock), \(owner)", "\(line.number) \(line.brief), \(owner)",
      "\(line.number) \(line.brief)", String(line.number)
    ]
  }

  private var atRisk: [String] {
    [wall.lines.filter { $0.state == .atRisk }.prefix(9).map { String($0.number) }.joined(separator: " ")]
  }

  private var oldest: String {
    model.board.open.map(\.receivedAt).min().map {
      "oldest \(TimeWords.age(TimeWords.since($0, now: model.now)))"
    } ?? ""
  }

  private var underWay: [String] {
    guard case .count(let count)? = wall.counters.first(where: { $0.name == .inProgress })?.value else {
      return []
    }
    let done = wall.lines.count { $0.state == .done }
    let words = "\(count) under way"
    return done > 0 ? ["\(words), ✓ \(done) to review", "✓ \(done) to review"] : [words]
  }
}

extension WallPainter {
  private var counterWords: [(words: String, style: Style)] {
    let shown: [Counter.Name] = [.responseMet, .fixMet, .assignedAfter, .doneAfter, .load]
    return shown.compactMap { name in wall.counters.first { $0.name == name } }.map { counter in
      (WallWords.figure(counter, wall.trend), style(counter.role))
    }
  }

  private var presenceWords: [(words: String, style: Style)] {
    let cards = model.board.technicians
    let states = ShownPresence.allCases.map { shown in
      let word = shown == .available ? "free" : shown.word
      return (
        "\(shown.shape) \(shown.letter) \(word) \(cards.count { $0.shown == shown })", style(shown.role)
      )
    }
    let late = cards.count(where: \.isLate)
    let silent = cards.count(where: \.isSilent)
    return states + [
      ("! late \(late)", style(late > 0 ? .late : .dim)),
      ("! silent \(silent)", style(silent > 0 ? .late : .dim))
    ]
  }

  /// Words one after the other on so many rows; the rows that they took.
  private func flow(
    _ all: [(words: String, style: Style)], at row: Int, rows: Int, on canvas: inout Canvas
  ) -> Int {
    var point = Point(column: 0, row: row)
    for (words, style) in all {
      let width = displayWidth(of: words)
      if point.column > 0, point.column + width > canvas.width {
        guard point.row + 1 < row + rows else { break }
        point = Point(column: 0, row: point.row + 1)
      }
      canvas.put(words, at: point, style: style, width: min(width, canvas.width), ellipsis: true)
      point = point.moved(columns: width + 3)
    }
    return point.row - row + 1
  }
}
