public import Domain

/// What a console asks that works from a snapshot and has not got what ended long before: the next of it, the newest first.
public struct OlderRequest: Codable, Hashable, Sendable {
  public let log: LogID
  /// The last entry that the console has: nothing is given that later ones are about, which bring it along.
  public let after: LogCursor
  /// What ended before then; with an id, also what ended then and stands behind that one.
  public let before: Timestamp
  public let id: WorkOrder.ID?

  public init(log: LogID, after: LogCursor, before: Timestamp, id: WorkOrder.ID? = nil) {
    self.log = log
    self.after = after
    self.before = before
    self.id = id
  }
}

/// What the office answers to it.
public enum OlderAnswer: Codable, Hashable, Sendable {
  case work(OlderWork)
  /// The office has no such entry, or nothing that whoever asks may hold.
  case nothing
}

/// Orders that ended long ago, the newest first.
public struct OlderWork: Codable, Hashable, Sendable {
  /// The orders as rows of a snapshot.
  public let rows: Bytes
  /// Whether nothing is older.
  public let isLast: Bool
  /// That the office has the entry that was asked after, and that this is its answer.
  public let signed: SignedHead?

  public init(rows: Bytes, isLast: Bool, signed: SignedHead? = nil) {
    self.rows = rows
    self.isLast = isLast
    self.signed = signed
  }

  public init(_ orders: [SnapshotRow], isLast: Bool) {
    var bytes: [UInt8] = []
    for row in orders { row.write(to: &bytes) }
    self.init(rows: Bytes(bytes), isLast: isLast)
  }

  public func signed(_ signed: SignedHead?) -> OlderWork {
    OlderWork(rows: rows, isLast: isLast, signed: signed)
  }

  /// The orders with their bytes. Throws where a row is none of an order that has ended.
  public var orders: [(order: WorkOrder, value: [UInt8])] {
    get throws {
      try SnapshotRow.all(in: rows.rawBytes).map { row in
        let order = try CompactDecoder().decode(WorkOrder.self, from: row.value)
        guard row.kind == .endedOrders, order.id.bytes == row.key, order.ending != nil else {
          throw SnapshotFault.malformed
        }
        return (order, row.value)
      }
    }
  }

  /// All of it, with what was asked.
  public func seal(answering request: OlderRequest) -> Domain.Digest {
    var seal = Seal("older 1")
    seal.add(Int(request.before.seconds))
    seal.add(request.id.map { [$0] } ?? []) { $0.add($1) }
    seal.add(isLast ? 1 : 0)
    seal.add(rows)
    return seal.digest
  }
}
