public import Domain

/// What a console asks that works from a snapshot: the next of what that left out.
public struct OlderRequest: Codable, Hashable, Sendable {
  public enum Wanted: Codable, Hashable, Sendable {
    /// Orders that ended before then, the newest first; with an id, also those that ended then and stand behind that one.
    case orders(before: Timestamp, id: WorkOrder.ID?)
    /// Entries that lead to the snapshot, from this one on.
    case entries(after: LogCursor)
  }

  public let log: LogID
  /// The last entry that the console has: no order is given that later ones are about, which bring it along.
  public let after: LogCursor
  public let wanted: Wanted
  /// How long the answer may be, but for one order or entry that is longer.
  public let bytes: Int

  public init(log: LogID, after: LogCursor, wanted: Wanted, bytes: Int) {
    self.log = log
    self.after = after
    self.wanted = wanted
    self.bytes = bytes
  }

  /// What an office gives at once, however much is asked for.
  public var limit: MessageLimit {
    MessageLimit(items: 500, bytes: min(max(bytes, 0), MessageLimit.push.bytes))
  }
}

/// What the office answers to it.
public enum OlderAnswer: Codable, Hashable, Sendable {
  case work(OlderWork)
  case entries(Page)
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
      let decoder = CompactDecoder()
      return try SnapshotRow.all(in: rows.rawBytes).map { row in
        let order = try decoder.decode(WorkOrder.self, from: row.value)
        guard row.kind == .endedOrders, order.id.bytes == row.key, order.ending != nil else {
          throw SnapshotFault.malformed
        }
        return (order, row.value)
      }
    }
  }

  /// All of it, with what was asked: orders that ended before an instant, or then and behind one of them.
  public func seal(before instant: Timestamp, _ id: WorkOrder.ID?) -> Domain.Digest {
    var seal = Seal("older 1")
    seal.add(Int(instant.seconds))
    seal.add(id.map { [$0] } ?? []) { $0.add($1) }
    seal.add(isLast ? 1 : 0)
    seal.add(rows)
    return seal.digest
  }
}
