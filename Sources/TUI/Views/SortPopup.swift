import Domain
import Terminal

/// Sorts the queue by any column, either way, and chooses its columns and their order; P1 stays on top.
struct SortPopup: Popup {
  private var index = 0

  init(_ model: Model) { index = Self.rows.firstIndex { $0.order == model.queue.order } ?? 0 }

  /// What it can be sorted by, those of every day first; and the column of each.
  private static let rows: [(order: QueueOrder, column: QueueColumn?)] = [
    (.score, .score), (.due, .due), (.waiting, .wait), (.priority, nil), (.number, nil), (.site, .site),
    (.trade, .trade), (.zone, .zone), (.customer, .customer), (.window, .window), (.status, .status),
    (.hold, .hold),
    (.waiting, .received), (.flags, .flags)
  ]

  var contexts: [String] { KeyContexts.columns }
  var name: String { "Sort and columns of the queue" }
  var isReading: Bool { true }

  func wantedSize(in screen: Size, _ model: Model) -> Size {
    Size(width: min(screen.width - 2, 74), height: min(screen.height - 3, Self.rows.count + 3))
  }

  mutating func handle(_ event: PopupEvent, _ model: Model) -> PopupAnswer {
    switch event {
    case .action(let action): return act(action)
    case .mouse(let mouse):
      guard mouse.action == .press(.left), Self.rows.indices.contains(mouse.point.row - 1) else {
        return .ignored
      }
      index = mouse.point.row - 1
      return PopupAnswer(.run("sort.\(Self.rows[index].order.rawValue)"))
    case .key, .paste, .shown, .changed, .finished, .answered, .suggested, .draftSaved: return .ignored
    }
  }

  private mutating func act(_ action: String) -> PopupAnswer {
    if RowCursor.move(&index, by: action, among: Self.rows.count) { return .stay }
    let column = Self.rows[index].column
    switch action {
    case "choose.highlighted": return PopupAnswer(.run("sort.\(Self.rows[index].order.rawValue)"))
    case "column.toggle", "column.earlier", "column.later":
      guard let column else {
        return PopupAnswer(result: ResultLine(.note, "Priority and number stand first and stay."))
      }
      return PopupAnswer(.change("\(action).\(column.rawValue)"))
    case "choose.0": return PopupAnswer(.change("column.usual"))
    case "sort.grouped": return PopupAnswer(.run(action))
    default:
      guard let digit = Action(rawValue: action)?.digit, digit > 0 else { return .ignored }
      return PopupAnswer(.run("sort.\(Self.rows[digit - 1].order.rawValue)"))
    }
  }

  func draw(on canvas: inout Canvas, _ model: Model) {
    canvas.box(
      canvas.bounds, style: StyleRole.border.style, titles: [name], titleStyle: StyleRole.popupTitle.style,
      footer: [
        model.hints(
          [
            ("choose.highlighted", "sort, again: the other way"), ("column.toggle", "show"),
            ("column.earlier", "left"),
            ("column.later", "right"), ("choose.0", "as usual"), ("sort.grouped", "zones together")
          ], in: contexts, fitting: canvas.width)
      ])
    let inner = canvas.bounds.inset(columns: 1, rows: 1)
    let shown = model.shownColumns
    for (number, row) in Self.rows.enumerated() where number < inner.height {
      let isMarked = number == index
      // The time of the call sorts as waiting does, and has a column of its own.
      let isReceived = row.column == .received
      let by = isReceived ? "received" : row.order.rawValue
      let way =
        row.order == model.queue.order && !isReceived
        ? (model.queue.isReversed ? "▲ sorted, reversed" : "▼ sorted") : ""
      let place = row.column.map { column in
        shown.firstIndex(of: column).map { "column \($0 + 3)" } ?? "not shown"
      }
      let digit = number < 9 ? String(number + 1) : " "
      canvas.put(isMarked ? "▌" : " ", at: inner.origin.moved(rows: number), style: StyleRole.hintKey.style)
      canvas.put(
        "\(digit)  by \(by.fitted(to: 12)) \((place ?? "always shown").fitted(to: 14)) \(way)",
        at: inner.origin.moved(columns: 1, rows: number),
        style: (isMarked ? StyleRole.choiceSelected : .choice).style, width: inner.width - 1, ellipsis: true)
    }
    if inner.height > Self.rows.count {
      canvas.put(
        "P1 stays on top. Saved with a view.", at: inner.origin.moved(columns: 1, rows: inner.height - 1),
        style: StyleRole.dim.style, width: inner.width - 2)
    }
  }
}

extension Model {
  /// The queue's columns after the fixed ones, as chosen or as the width has them.
  var shownColumns: [QueueColumn] {
    queue.columns
      ?? QueueColumn.usual(
        isWide: (layout.body(of: .queue)?.width ?? 0) > QueueColumn.wide,
        hasZoneFirst: queue.isGrouped || queue.order == .zone
      ).filter { !QueueColumn.fixed.contains($0) }
  }

  /// Sorts by an order; the one that is in force turns round.
  mutating func sort(by order: QueueOrder) {
    queue.isReversed = queue.order == order ? !queue.isReversed : false
    queue.order = order
    refreshQueue()
  }

  mutating func sort(by order: TechnicianOrder) {
    technicians.isReversed = technicians.order == order ? !technicians.isReversed : false
    technicians.order = order
    refreshTechnicians()
  }

  /// Shows, hides or moves a column, or goes back to the usual ones; false for what is none of that.
  mutating func changeColumns(_ change: String) -> Bool {
    if change == "column.usual" {
      queue.columns = nil
      refreshQueue()
      return true
    }
    let parts = change.split(separator: ".").map(String.init)
    guard parts.count == 3, parts[0] == "column", let column = QueueColumn(rawValue: parts[2]) else {
      return false
    }
    var columns = shownColumns
    let place = columns.firstIndex(of: column)
    switch (parts[1], place) {
    case ("toggle", nil): columns.append(column)
    case ("toggle", let place?): if columns.count > 1 { columns.remove(at: place) }
    case ("earlier", let place?) where place > 0: columns.swapAt(place, place - 1)
    case ("later", let place?) where place < columns.count - 1: columns.swapAt(place, place + 1)
    default: break
    }
    queue.columns = columns
    refreshQueue()
    return true
  }
}
