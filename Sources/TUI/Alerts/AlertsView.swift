import Domain
import Terminal
import Verbs

/// Draws the alerts: since when, which order, what, whose, what happens next, and the key that usually solves it.
struct AlertsView {
  let width: Int

  private let digits: Int
  private let owner: Int
  private let next: Int
  private let remedy: Int

  init(_ model: Model, width: Int) {
    self.width = width
    digits = max(5, String(model.office.nextNumber).count)
    let isWide = width >= 100
    owner = isWide ? 19 : width >= 72 ? 8 : 0
    next = isWide ? 20 : width >= 60 ? 12 : 0
    remedy = isWide ? min(20, max(14, width / 8)) : 11
  }

  private var isShort: Bool { width < 100 }

  /// The cells that show the cursor: the number.
  var markedColumns: [Range<Int>] { [10..<10 + digits] }

  func draw(line: Int, _ model: Model, on canvas: inout Canvas) {
    let cursor = model.alerts.cursor
    let number = cursor.top + line
    guard number < model.alerts.rows.count else {
      if line == 0 {
        canvas.put(emptiness(model), at: Point(column: 1, row: 0), width: width - 1, ellipsis: true)
      }
      return
    }
    let alert = model.board.alerts[model.alerts.rows[number]]
    let role = AlertWords.role(of: alert)
    canvas.put(String(model.wording.mark(alert)), at: Point(column: 1, row: 0), style: role.style)
    canvas.put(
      TimeWords.clock(model.wording.age(of: alert)), at: Point(column: 2, row: 0), style: role.style,
      width: 6,
      alignment: .right)
    if let order = alert.orderID, model.marks.contains(order) {
      canvas.put("*", at: Point(column: 9, row: 0), style: StyleRole.flag.style)
    }
    canvas.put(alert.id.order.map(String.init) ?? "–", at: Point(column: 10, row: 0), width: digits)
    let start = 12 + digits
    let tail = owner + next + remedy
    let room = max(0, width - start - tail - 1)
    canvas.put(
      AlertWords.sentence(of: alert, model, width: room), at: Point(column: start, row: 0), width: room,
      ellipsis: true)
    var column = width - tail
    put(model.wording.owner(of: alert, you: model.person, isShort: isShort), &column, owner, on: &canvas)
    put(model.wording.next(of: alert, isShort: isShort), &column, next, on: &canvas)
    guard let hint = AlertWords.remedy(of: alert, model) else { return }
    let used = canvas.put(hint.key, at: Point(column: column, row: 0), style: StyleRole.hintKey.style)
    canvas.put(
      hint.words, at: Point(column: column + used + 1, row: 0), style: StyleRole.hintText.style,
      width: max(0, remedy - used - 2), ellipsis: true)
  }

  private func put(_ text: String, _ column: inout Int, _ width: Int, on canvas: inout Canvas) {
    guard width > 0 else { return }
    canvas.put(text, at: Point(column: column, row: 0), width: width - 1, ellipsis: true)
    column += width
  }

  private func emptiness(_ model: Model) -> String {
    model.board.alerts.isEmpty
      ? model.wording.empty(.alerts) : "0 of \(model.board.alerts.count) match. Esc shows all."
  }
}
