import Domain
import Terminal

/// The columns of the queue. Where it is narrow they leave by rank: the wide screen's first, then Wait, flags, Trade.
public enum QueueColumn: String, CaseIterable, Sendable {
  case priority, number, due, wait, zone, trade, site, customer, received, window, score, status, flags, hold

  /// Width from which the columns of a wide screen are asked for, without borders.
  static let wide = 95

  /// Those that stand first whatever is chosen: the cursor and the marks are theirs.
  static let fixed: [QueueColumn] = [.priority, .number]

  static func columns(
    width: Int, digits: Int, hasZoneFirst: Bool, chosen: [QueueColumn]? = nil, empty: Set<QueueColumn> = [],
    trade: Int = 6
  ) -> [(column: QueueColumn, table: TableColumn)] {
    let isWide = width >= wide
    if let chosen {
      return (fixed + chosen).map {
        ($0, $0.table(isWide: isWide, digits: digits, isFirst: true, trade: trade))
      }
    }
    return usual(isWide: isWide, hasZoneFirst: hasZoneFirst).filter { !empty.contains($0) }.map { column in
      (column, column.table(isWide: isWide, digits: digits, isFirst: hasZoneFirst, trade: trade))
    }
  }

  /// Those of a wide screen in which no row says anything: their room is for the others.
  static func empty(in queue: QueueState) -> Set<QueueColumn> {
    var empty: Set<QueueColumn> = []
    if queue.rows.allSatisfy({ queue.source[$0].customerBesideSite.isEmpty }) { empty.insert(.customer) }
    if queue.rows.allSatisfy({ queue.source[$0].window == nil }) { empty.insert(.window) }
    return empty
  }

  /// How wide the trades of the first rows are, as far as a column may be.
  static func tradeWidth(in model: Model) -> Int {
    let widths = model.queue.rows.prefix(100).compactMap {
      model.queue.source[$0].trade.map { displayWidth(of: model.shown($0)) }
    }
    return min(12, max(6, widths.max() ?? 6))
  }

  /// What a width shows unless columns are chosen.
  static func usual(isWide: Bool, hasZoneFirst: Bool) -> [QueueColumn] {
    allCases.filter { column in
      switch column {
      case .priority, .number, .due, .wait, .trade, .site, .flags: true
      case .zone: hasZoneFirst || isWide
      case .customer, .received, .window, .score: isWide
      case .status, .hold: false
      }
    }
  }

  private func table(isWide: Bool, digits: Int, isFirst: Bool, trade: Int) -> TableColumn {
    switch self {
    case .priority: TableColumn("P", minimum: 1)
    case .number: TableColumn("Order", minimum: max(5, digits))
    case .due: TableColumn("Due ", minimum: 8, alignment: .right)
    case .wait: TableColumn("Wait", rank: 5, minimum: 5, alignment: .right)
    case .zone: TableColumn("Zone", rank: isFirst ? 2 : 8, minimum: 5, ideal: 6)
    case .trade: TableColumn("Trade", rank: 3, minimum: 6, ideal: isWide ? trade : 6)
    case .site: TableColumn("Site · problem", minimum: isWide ? 30 : 12, ideal: .max)
    case .customer: TableColumn("Customer", rank: 9, minimum: 11, ideal: 14)
    case .received: TableColumn("Received", rank: 10, minimum: 9, alignment: .right)
    case .window: TableColumn("Window", rank: 11, minimum: 11)
    case .score: TableColumn("Score", rank: 7, minimum: 5, alignment: .right)
    case .status: TableColumn("Status", rank: 6, minimum: 9, ideal: 10)
    case .flags: TableColumn("", rank: 4, minimum: 3)
    case .hold: TableColumn("Held", rank: 6, minimum: 9)
    }
  }

  /// What the queue is sorted by when the column's title is clicked.
  var order: QueueOrder {
    switch self {
    case .priority: .priority
    case .number: .number
    case .due: .due
    case .wait, .received: .waiting
    case .zone: .zone
    case .trade: .trade
    case .site: .site
    case .customer: .customer
    case .window: .window
    case .score: .score
    case .status: .status
    case .flags: .flags
    case .hold: .hold
    }
  }
}
