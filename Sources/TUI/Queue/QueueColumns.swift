import Domain
import Terminal

/// The columns of the queue. Where it is narrow they leave by rank: the wide screen's first, then Wait, flags, Trade.
enum QueueColumn: Int, CaseIterable {
  case priority, number, due, wait, zone, trade, site, customer, received, window, score, flags

  /// Width from which the columns of a wide screen are asked for, without borders.
  static let wide = 95

  static func columns(
    width: Int, digits: Int, hasZoneFirst: Bool
  ) -> [(column: QueueColumn, table: TableColumn)] {
    let isWide = width >= wide
    return allCases.compactMap { column in
      switch column {
      case .priority: (column, TableColumn("P", minimum: 1))
      case .number: (column, TableColumn("Order", minimum: max(5, digits)))
      case .due: (column, TableColumn("Due ", minimum: 8, alignment: .right))
      case .wait: (column, TableColumn("Wait", rank: 5, minimum: 5, alignment: .right))
      case .zone:
        hasZoneFirst || isWide
          ? (column, TableColumn("Zone", rank: hasZoneFirst ? 2 : 8, minimum: 5, ideal: 6)) : nil
      case .trade: (column, TableColumn("Trade", rank: 3, minimum: 6))
      case .site: (column, TableColumn("Site · problem", minimum: isWide ? 30 : 12, ideal: .max))
      case .customer: isWide ? (column, TableColumn("Customer", rank: 9, minimum: 11, ideal: 14)) : nil
      case .received:
        isWide ? (column, TableColumn("Received", rank: 10, minimum: 9, alignment: .right)) : nil
      case .window: isWide ? (column, TableColumn("Window", rank: 11, minimum: 11)) : nil
      case .score: isWide ? (column, TableColumn("Score", rank: 7, minimum: 5, alignment: .right)) : nil
      case .flags: (column, TableColumn("", rank: 4, minimum: 3))
      }
    }
  }
}
