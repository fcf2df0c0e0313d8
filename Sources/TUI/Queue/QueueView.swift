import Domain
import Terminal
import Verbs

/// Draws the queue: one unassigned order a line.
struct QueueView {
  let width: Int
  private let columns: [QueueColumn]
  private let table: TableLayout
  /// The cells that show the cursor: priority and number.
  let markedColumns: [Range<Int>]
  /// The free cell before the number, where a marked order has its mark.
  private let besideNumber: Int?

  init(_ model: Model, width: Int) {
    self.width = width
    let digits = String(model.office.nextNumber).count
    let hasZoneFirst = model.queue.isGrouped || model.queue.order == .zone
    let all = QueueColumn.columns(
      width: width - 1, digits: digits, hasZoneFirst: hasZoneFirst, chosen: model.queue.columns,
      empty: QueueColumn.empty(in: model.queue), trade: QueueColumn.tradeWidth(in: model))
    columns = all.map(\.column)
    // The first column of the pane is the cursor's.
    table = TableLayout(all.map(\.table), width: width - 1)
    let marked = all.indices.filter { all[$0].column == .priority || all[$0].column == .number }
    markedColumns = table.columns(of: marked, from: 1)
    let number = all.firstIndex { $0.column == .number }
    besideNumber = number.flatMap { [table] in table.place(of: $0) }?.column
  }

  /// The counts in the first of two rows, where there are two, then the columns' titles with the way of sorting.
  func drawTitles(_ model: Model, on canvas: inout Canvas) {
    let row = canvas.height - 1
    if row > 0 { drawCounts(model, on: &canvas) }
    table.drawTitles(on: &canvas, at: Point(column: 1, row: row), style: StyleRole.dim.style)
    guard model.queue.isReversed || model.queue.order != .score else { return }
    for place in table.places where columns[place.index].order == model.queue.order {
      canvas.put(
        model.queue.isReversed ? "▲" : "▼", at: Point(column: markColumn(of: place), row: row),
        style: StyleRole.dim.style)
      return
    }
  }

  /// The cell beside a title, on the side that is free.
  private func markColumn(of place: TableLayout.Place) -> Int {
    let title = displayWidth(of: table.title(of: place))
    switch place.alignment {
    case .right: return place.column + max(0, place.width - title)
    case .left, .centre: return place.column + 1 + min(title, place.width)
    }
  }

  /// The order behind the title at a column of the pane; nil where there is no title.
  func order(at column: Int) -> QueueOrder? {
    table.places.first { $0.column + 1 <= column && column < $0.column + 1 + $0.width }.map {
      columns[$0.index].order
    }
  }

  func draw(line: Int, _ model: Model, on canvas: inout Canvas) {
    let cursor = model.queue.cursor
    let number = cursor.top + line
    guard number < model.queue.rows.count else {
      if line == 0 {
        canvas.put(Self.emptiness(model), at: Point(column: 1, row: 0), width: width - 1, ellipsis: true)
      }
      return
    }
    let row = model.queue.row(at: number)
    if let beside = besideNumber, model.marks.contains(row.id) {
      canvas.put("*", at: Point(column: beside, row: 0), style: StyleRole.flag.style)
    }
    for place in table.places {
      let column = columns[place.index]
      let isFirstOfZone =
        number == cursor.top || model.queue.row(at: number - 1).zone != row.zone
      let text = text(of: row, column, model, isFirstOfZone: isFirstOfZone)
      guard !text.isEmpty else { continue }
      let style = style(of: row, column)
      let point = Point(column: place.column + 1, row: 0)
      let shown = column == .site ? QueueText.fitted(row, width: place.width) : text
      canvas.put(
        shown, at: point, style: style, width: place.width, alignment: place.alignment, ellipsis: true)
    }
  }

  private func text(of row: QueueRow, _ column: QueueColumn, _ model: Model, isFirstOfZone: Bool) -> String {
    let zone = model.office.zone
    switch column {
    case .priority: return String(row.priority.rawValue)
    case .number: return String(row.number)
    case .due: return row.clock?.text(model) ?? (row.hold == nil ? "" : "‖")
    case .wait: return TimeWords.clock(TimeWords.since(row.receivedAt, now: model.now))
    case .zone: return !model.queue.isGrouped || isFirstOfZone ? row.zone ?? "–" : ""
    case .trade: return row.trade.map { model.shown($0) } ?? "?"
    case .site: return row.siteName.isEmpty ? row.summary : row.siteName
    case .customer: return row.customerBesideSite
    case .received: return TimeWords.narrow(row.receivedAt, now: model.now, zone)
    case .window: return row.window.map { model.wording.window($0) } ?? ""
    case .score: return String(row.score.total)
    case .status: return row.status.rawValue
    case .flags: return QueueText.flags(row, on: model.board)
    case .hold: return row.hold?.rawValue ?? ""
    }
  }

  private func style(of row: QueueRow, _ column: QueueColumn) -> Style {
    switch column {
    case .priority: row.priority.role.style
    case .due: (row.clock?.role ?? .slaPaused).style
    case .flags: (row.claimedBy == nil ? StyleRole.flag : .claim).style
    case .number, .site: Style.plain
    case .wait, .zone, .trade, .customer, .received, .window, .score, .status, .hold: Style.plain
    }
  }

  /// Why there is nothing to see, whether that is good, and the next key.
  private static func emptiness(_ model: Model) -> String {
    if !model.queue.filter.isEmpty {
      return
        "0 of \(model.queue.source.count) match. \(model.key(for: "filter.clear", in: KeyContexts.filter) ?? "Esc") shows all."
    }
    return model.wording.empty(.queue)
  }
}
