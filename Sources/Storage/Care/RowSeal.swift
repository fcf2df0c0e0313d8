import Domain
import Sync

/// A hash over an order's row: enough to tell two rows apart, small enough to keep one for each of a million.
///
/// It differs from process to process, so nobody can make two rows that share one.
struct RowSeal: Hashable, Sendable {
  private let hash: Int

  /// `subjects` are the columns of what the order is about: customer, site and equipment, empty where it has none.
  init(value: [UInt8], number: Int, endedAt: Int64?, subjects: [[UInt8]]) {
    var hasher = Hasher()
    for column in [value] + subjects {
      hasher.combine(column.count)
      column.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
    hasher.combine(number)
    hasher.combine(endedAt)
    hash = hasher.finalize()
  }

  init(_ order: WorkOrder) throws(CompactCodingError) {
    self.init(
      value: try CompactEncoder().encode(order), number: order.number, endedAt: order.ending?.at.seconds,
      subjects: [order.customer?.bytes ?? [], order.site?.bytes ?? [], order.equipment?.bytes ?? []])
  }
}
