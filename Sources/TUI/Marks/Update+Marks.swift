import Domain
import Terminal

extension Model {
  /// The orders of the focused pane's rows, in order; nil for a row that is about no order. Empty where nothing
  /// can be marked.
  private var markableRows: [WorkOrder.ID?] {
    switch focus {
    case .queue: Array(queue.ids)
    case .alerts: alerts.rows.map { board.alerts[$0].orderID }
    case .technicians, .timeline: []
    }
  }

  private var markableIndex: Int { focus == .queue ? queue.cursor.index : alerts.cursor.index }

  /// Marks the row or takes its mark off, and goes on to the next one.
  mutating func toggleMark() {
    marks.range = nil
    guard let order = markedTarget else { return }
    changeMarks { $0.toggle(order) }
    move(.by(1))
  }

  /// Begins a range that goes with the cursor, or ends it; what is marked stays marked.
  mutating func toggleMarkRange() {
    if marks.range?.isHeld ?? false {
      marks.range = nil
      say(.note, "\(marks.count) marked.\(clearHint)")
      return
    }
    guard let order = markedTarget else { return }
    changeMarks { $0.begin(at: order, isHeld: true) }
    say(.note, "A range begins at \(office.order(order)?.number ?? 0): it goes with the cursor.")
  }

  /// Moves and marks what it passes; back again takes the marks off.
  mutating func extendMarks(by step: Int) {
    guard let order = markedTarget else { return }
    if marks.range == nil { changeMarks { $0.begin(at: order, isHeld: false) } }
    move(.by(step))
    extendMarkRange()
  }

  /// All that are shown; when they are marked already, none, whatever has come in since.
  mutating func markAll() {
    let rows = markableRows.compactMap(\.self)
    guard !rows.isEmpty else {
      say(.note, "Nothing here can be marked.")
      return
    }
    if marks.isAll && !marks.isEmpty || rows.allSatisfy(marks.contains) {
      clearMarks()
    } else {
      changeMarks { $0.insert(all: rows) }
      marks.range = nil
      say(
        .note,
        "\(marks.count) marked\(hiddenMarks > 0 ? ", \(hiddenMarks) of them not shown here" : "").\(clearHint)"
      )
    }
  }

  mutating func clearMarks() {
    let count = marks.count
    changeMarks { $0.clear() }
    say(.note, count == 0 ? "Nothing is marked." : "Nothing is marked any more.")
  }

  mutating func changeMarks(_ change: (inout MarkedOrders) -> Void) {
    let before = marks.ids
    change(&marks)
    guard marks.ids != before else { return }
    versions.touch(.queue)
    versions.touch(.alerts)
  }

  /// Draws a range along after the cursor has moved.
  mutating func extendMarkRange() {
    let rows = markableRows
    let index = markableIndex
    changeMarks { $0.extend(to: index, of: rows) }
  }

  /// What the action of a key means for a range: movement draws a held one along, all else but its own keys ends
  /// one that is not held.
  mutating func settleMarkRange(after action: Action) {
    guard let range = marks.range, !Self.rangeKeys.contains(action) else { return }
    if range.isHeld, focus == .queue || focus == .alerts {
      if Self.drawingKeys.contains(action) { extendMarkRange() }
    } else {
      marks.range = nil
    }
  }

  private static let rangeKeys: Set<Action> = [.markExtendUp, .markExtendDown, .markRange]
  private static let drawingKeys: Set<Action> = [
    .moveUp, .moveDown, .moveFirst, .moveLast, .pageUp, .pageDown
  ]

  /// Forgets the marks of orders that ended or left, and after something was done those of orders that the focused list
  /// shows no more: what is not seen is not acted on again.
  mutating func pruneMarks(afterAction: Bool) {
    guard !marks.isEmpty else { return }
    var shown: Set<WorkOrder.ID> = []
    if afterAction {
      shown = focus == .alerts ? Set(alerts.rows.compactMap { board.alerts[$0].orderID }) : Set(queue.ids)
    }
    let office = office
    let alerted = Set(board.alerts.compactMap(\.orderID))
    changeMarks { marks in
      marks.keep { id in
        guard let order = office.order(id), !order.isEnded || alerted.contains(id) else { return false }
        return !afterAction || shown.contains(id)
      }
    }
  }

  /// The order whose row is under the cursor, where rows can be marked.
  private var markedTarget: WorkOrder.ID? { markableRows.isEmpty ? nil : orderInPane }

  private var clearHint: String {
    key(for: Action.markClear.rawValue, in: KeyContexts.queue).map { " \($0) takes the marks off." } ?? ""
  }
}
