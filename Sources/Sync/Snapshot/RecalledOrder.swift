public import Domain

/// An older order that an entry is about, as it was before: a console that works from a snapshot may not have it.
public struct RecalledOrder: Codable, Hashable, Sendable {
  public let seq: Int
  /// The order in its bytes.
  public let order: Bytes

  public init(seq: Int, order: Bytes) {
    self.seq = seq
    self.order = order
  }

  public init(seq: Int, _ order: WorkOrder) throws(CompactCodingError) {
    self.init(seq: seq, order: Bytes(try CompactEncoder().encode(order)))
  }

  public var decoded: WorkOrder {
    get throws(CompactCodingError) { try CompactDecoder().decode(WorkOrder.self, from: order.rawBytes) }
  }
}
