import Domain
import Terminal
import Verbs

/// The page of the technicians: who is where until when, the ones that want looking after first.
extension WallPainter {
  private static let narrowest = 72

  var technicianColumns: Int { max(1, min(3, body.width / Self.narrowest)) }
  var technicianRows: Int { max(1, body.height - 2) }

  func drawTechnicians(on canvas: inout Canvas) {
    let cards = model.board.technicians
    let free = model.board.counts.free
    canvas.put(
      "TECHNICIANS \(cards.count)   FREE \(free)   LATE \(cards.count(where: \.isLate))   SILENT \(cards.count(where: \.isSilent))",
      at: .zero, style: StyleRole.heading.style.dimmed(isOld), width: canvas.width, ellipsis: true)
    guard !cards.isEmpty else {
      canvas.put("No technicians yet.", at: Point(column: 0, row: 2), style: style(.dim))
      return
    }
    let each = technicianRows * technicianColumns
    let first = min(wall.part, parts(of: .technicians) - 1) * each
    let width = canvas.width / technicianColumns
    let shown = cards.sorted(by: comesFirst).dropFirst(first).prefix(each)
    for (offset, card) in shown.enumerated() {
      let (column, row) = offset.quotientAndRemainder(dividingBy: technicianRows)
      draw(card, at: Point(column: column * width, row: row + 2), width: width - 2, on: &canvas)
    }
  }

  private func comesFirst(_ first: TechnicianCard, _ second: TechnicianCard) -> Bool {
    let trouble = (first.isLate || first.isSilent, second.isLate || second.isSilent)
    if trouble.0 != trouble.1 { return trouble.0 }
    return (first.shown.place, first.name) < (second.shown.place, second.name)
  }

  private func draw(_ card: TechnicianCard, at point: Point, width: Int, on canvas: inout Canvas) {
    let until = card.until.map { "until \(TimeWords.brief($0, now: model.now, model.office.zone))" } ?? ""
    let next = card.next.map { "next \($0)" } ?? ""
    let seen = TechnicianText.seen(card, model.now)
    let parts: [(String, Int, StyleRole)] = [
      ("\(card.shown.letter)\(card.shown.shape)", 3, card.shown.role), (card.name, 17, .plain),
      (TechnicianText.now(card, width: max(8, width - 57)), max(8, width - 57), card.isLate ? .late : .plain),
      (until, 12, .plain),
      (next, 12, .plain), ("\(card.utilisationPercent) %", 6, .plain), (seen, 6, card.isSilent ? .late : .dim)
    ]
    var column = 0
    for (words, wanted, role) in parts where column < width {
      let room = min(wanted, width - column)
      canvas.put(
        words, at: point.moved(columns: column), style: style(role), width: max(0, room - 1), ellipsis: true)
      column += wanted
    }
  }
}
