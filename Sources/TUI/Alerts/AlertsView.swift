import Domain
import Terminal
import Verbs

/// Draws the alerts: since when, which order, what, and the key that usually solves it.
struct AlertsView {
  let width: Int

  private let digits: Int

  init(_ model: Model, width: Int) {
    self.width = width
    digits = max(5, String(model.office.nextNumber).count)
  }

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
    canvas.put(String(AlertWords.shape(of: alert)), at: Point(column: 1, row: 0), style: role.style)
    canvas.put(
      TimeWords.length(model.now - alert.since), at: Point(column: 2, row: 0), style: role.style, width: 6,
      alignment: .right)
    if let order = alert.orderID, model.marks.contains(order) {
      canvas.put("*", at: Point(column: 9, row: 0), style: Role.flag.style)
    }
    canvas.put(alert.id.order.map(String.init) ?? "–", at: Point(column: 10, row: 0), width: digits)
    let remedy = remedy(of: alert, model)
    let remedyWidth = remedy == nil ? 0 : min(20, max(14, width / 6))
    let start = 12 + digits
    canvas.put(
      AlertWords.sentence(of: alert, model), at: Point(column: start, row: 0),
      width: max(0, width - start - remedyWidth - 1), ellipsis: true)
    guard let remedy, remedyWidth > 0 else { return }
    let at = width - remedyWidth
    let used = canvas.put(remedy.key, at: Point(column: at, row: 0), style: Role.hintKey.style)
    canvas.put(
      remedy.words, at: Point(column: at + used + 1, row: 0), style: Role.hintText.style,
      width: max(0, remedyWidth - used - 2), ellipsis: true)
  }

  /// The key of the verb that usually solves it, from the live keymap. Held work is released by the key that
  /// holds; a verb without a key is a word of the line.
  private func remedy(of alert: Alert, _ model: Model) -> Hint? {
    let contexts = alert.orderID == nil ? KeyContexts.alertOfTechnician : KeyContexts.alerts
    let words = Hints.word(for: alert.remedy)
    let verbs = alert.remedy == "work-order.release" ? [alert.remedy, "work-order.hold"] : [alert.remedy]
    if let key = verbs.lazy.compactMap({ model.key(for: $0, in: contexts) }).first {
      return Hint(key: key, words: words)
    }
    return model.key(for: "line.open", in: contexts).map { Hint(key: $0, words: words) }
  }

  private func emptiness(_ model: Model) -> String {
    model.board.alerts.isEmpty
      ? model.wording.empty(.alerts) : "0 of \(model.board.alerts.count) match. Esc shows all."
  }
}
