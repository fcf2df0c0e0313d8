import Domain
import Terminal
import Verbs

/// What follows from a drop: each rule that breaks, what it moves and how that leaves both technicians.
extension MovePopup {
  func strip(_ model: Model, width: Int) -> [PageLine] {
    var lines: [PageLine] = []
    if let said { lines += PageLine.text(said, width: width, .resultRefused) }
    if let meanwhile { lines += PageLine.text(meanwhile, width: width, .resultRefused) }
    if typing != nil { lines.append(PageLine("")) }
    guard let preview else { return lines }
    for line in model.wording.preview(preview) { lines += Self.lines(of: line, width: width) }
    return lines + pushed(model, width: width)
  }

  func drawStrip(on canvas: inout Canvas, row: Int, _ model: Model) {
    let heading = preview.map { "If dropped: \(model.wording.spots($0))" } ?? "If dropped"
    LaneSheet.drawStrip(heading, strip(model, width: canvas.width - 4), on: &canvas, row: row)
    let room = canvas.height - row - 2
    guard let typing, room > 0 else { return }
    let line = min(room - 1, (said == nil ? 0 : PageLine.text(said ?? "", width: canvas.width - 4).count))
    let label = "\(typing.rawValue)  "
    let point = Point(column: 2, row: row + 1 + line)
    canvas.fill(Rect(column: 2, row: point.row, width: canvas.width - 4, height: 1))
    canvas.put(label, at: point, style: StyleRole.fieldLabel.style)
    field.draw(
      on: &canvas, at: point.moved(columns: label.count), width: min(30, max(1, canvas.width - 12)),
      style: StyleRole.fieldFocus.style)
  }

  private func pushed(_ model: Model, width: Int) -> [PageLine] {
    guard ghost.isPushing else { return [] }
    guard let plan else {
      return [PageLine("push   nothing yet: move or stretch the visit first", .dim)]
    }
    let moves = plan.moves.compactMap { move in
      move.to.start.map { "\(move.number) to \(model.wording.time($0))" }
    }
    var lines = PageLine.text(
      "push   " + (moves.isEmpty ? "nothing stands behind it" : moves.joined(separator: " · ")), width: width)
    for held in plan.holding {
      lines += PageLine.text("       " + model.wording.held(held), width: width, .fieldNote)
    }
    for move in plan.moves {
      for words in model.wording.lost(by: move) {
        lines += PageLine.text("       \(move.number): \(words)", width: width, .slaBreached)
      }
      for line in model.wording.preview(move) where line.kind != .kept && line.kind != .after {
        let named = PreviewLine(kind: line.kind, label: line.label, text: "\(move.number): \(line.text)")
        lines += Self.lines(of: named, width: width)
      }
    }
    return lines
  }

  private static func lines(of line: PreviewLine, width: Int) -> [PageLine] {
    let role: StyleRole =
      switch line.kind {
      case .forbid, .block: .resultRefused
      case .warn: .resultWarning
      case .kept: .dim
      case .after: .plain
      }
    return PageLine.text(line.line, width: width, role)
  }
}
