import Domain
import Terminal
import Verbs

/// Draws the technicians: presence, what each is on, until when, what comes next, his load, when he was last seen.
struct TechniciansView {
  /// Where it is narrow Load, Next and Seen leave, in this order.
  private enum Column: Int, CaseIterable {
    case status, name, now, until, next, load, seen, zone, team, place
  }

  let width: Int
  private let columns: [Column]
  private let table: TableLayout
  /// The cells that show the cursor: status and name.
  let markedColumns: [Range<Int>]

  init(_ model: Model, width: Int) {
    self.width = width
    let isWide = width >= 75
    let hasZone = isWide || model.technicians.group == .zone || model.technicians.order == .zone
    let digits = max(5, String(model.office.nextNumber).count)
    let all: [(Column, TableColumn)] = Column.allCases.compactMap { column in
      switch column {
      case .status: (column, TableColumn("St", minimum: 2))
      case .name: (column, TableColumn("Name", minimum: isWide ? 13 : 10, ideal: isWide ? 15 : 13))
      case .now: (column, TableColumn("Now", minimum: isWide ? 13 : 8, ideal: isWide ? 16 : 14))
      case .until: (column, TableColumn("Until", rank: 1, minimum: 5, alignment: .right))
      case .next: (column, TableColumn("Next", rank: 5, minimum: digits, alignment: .right))
      case .load: (column, TableColumn("Load", rank: 6, minimum: 4, alignment: .right))
      case .seen: (column, TableColumn("Seen", rank: 4, minimum: 4, alignment: .right))
      case .zone: hasZone ? (column, TableColumn("Zone", rank: 7, minimum: 5, ideal: 6)) : nil
      case .team:
        isWide || model.technicians.group == .team
          ? (column, TableColumn("Team", rank: 9, minimum: 5, ideal: 8)) : nil
      case .place: isWide ? (column, TableColumn("Last place", rank: 8, minimum: 16, ideal: .max)) : nil
      }
    }
    columns = all.map(\.0)
    table = TableLayout(all.map(\.1), width: width - 1)
    let marked = all.indices.filter { all[$0].0 == .status || all[$0].0 == .name }
    markedColumns = table.columns(of: marked, from: 1)
  }

  func drawTitles(on canvas: inout Canvas) {
    table.drawTitles(on: &canvas, at: Point(column: 1, row: 0), style: StyleRole.dim.style)
  }

  /// The order behind the title at a column of the pane; nil where there is no title.
  func order(at column: Int) -> TechnicianOrder? {
    let place = table.places.first { $0.column + 1 <= column && column < $0.column + 1 + $0.width }
    return place.map { place in
      switch columns[place.index] {
      case .status, .now, .next, .place: .presence
      case .name: .name
      case .until: .until
      case .load: .load
      case .seen: .seen
      case .zone: .zone
      case .team: .team
      }
    }
  }

  func draw(line: Int, _ model: Model, on canvas: inout Canvas) {
    let cursor = model.technicians.cursor
    let number = cursor.top + line
    guard number < model.technicians.rows.count else {
      if line == 0 {
        canvas.put(emptiness(model), at: Point(column: 1, row: 0), width: width - 1, ellipsis: true)
      }
      return
    }
    let card = model.board.technicians[model.technicians.rows[number]]
    for place in table.places {
      let column = columns[place.index]
      let point = Point(column: place.column + 1, row: 0)
      let style = style(of: card, column)
      canvas.put(
        text(of: card, column, model, width: place.width), at: point, style: style, width: place.width,
        alignment: place.alignment,
        ellipsis: true)
    }
  }

  private func text(of card: TechnicianCard, _ column: Column, _ model: Model, width: Int) -> String {
    switch column {
    case .status: return "\(card.shown.letter)\(card.shown.shape)"
    case .name: return card.name
    case .now: return TechnicianText.now(card, width: width)
    case .until: return card.until.map { TimeWords.brief($0, now: model.now, model.office.zone) } ?? "-"
    case .next: return card.next.map(String.init) ?? "-"
    case .load:
      return card.utilisationPercent == 0 && card.next == nil
        ? "-" : "\(card.utilisationPercent)%\(card.canTakeMore ? TechnicianMark.plus : "")"
    case .seen: return TechnicianText.seen(card, model.now)
    case .zone: return card.zone ?? "–"
    case .team: return card.team ?? "–"
    case .place: return TechnicianText.place(card, model.now, width: width)
    }
  }

  private func style(of card: TechnicianCard, _ column: Column) -> Style {
    switch column {
    case .status: card.shown.role.style
    case .now: card.isLate ? StyleRole.late.style : .plain
    case .seen: card.isSilent ? StyleRole.late.style : StyleRole.dim.style
    case .name, .until, .next, .load, .zone, .team, .place: .plain
    }
  }

  private func emptiness(_ model: Model) -> String {
    model.board.technicians.isEmpty
      ? model.wording.empty(.technicians) : "0 of \(model.board.technicians.count) match. Esc shows all."
  }
}
