import Crypto
import Domain
import Sync

/// Half a SHA-256 over an order's row: enough to tell two rows apart, small enough to keep one for each of a
/// million.
struct RowSeal: Hashable, Sendable {
  private let high: UInt64
  private let low: UInt64

  /// `subjects` are the columns of what the order is about: customer, site and equipment, empty where it has none.
  init(value: [UInt8], number: Int, endedAt: Int64?, subjects: [[UInt8]]) {
    var hash = SHA256()
    hash.update(data: value)
    var columns: [UInt8] = []
    for subject in subjects {
      columns.append(bigEnd: UInt64(subject.count))
      columns += subject
    }
    columns.append(bigEnd: UInt64(bitPattern: Int64(number)))
    columns.append(bigEnd: UInt64(bitPattern: endedAt ?? .min))
    hash.update(data: columns)
    (high, low) = hash.finalize().withUnsafeBytes { bytes in
      (
        bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self),
        bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
      )
    }
  }

  init(_ order: WorkOrder) throws(CompactCodingError) {
    self.init(
      value: try CompactEncoder().encode(order), number: order.number, endedAt: order.ending?.at.seconds,
      subjects: [order.customer?.bytes ?? [], order.site?.bytes ?? [], order.equipment?.bytes ?? []])
  }
}
