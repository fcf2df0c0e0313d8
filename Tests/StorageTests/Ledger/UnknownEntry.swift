import Crypto
import Domain
import Foundation
import GRDB
import Storage

/// An entry as a newer console would write it: an event about an order under a name that this version lacks.
enum UnknownEntry {
  private struct Body: Encodable {
    let events: [Newer]
    let commands: [String]
  }

  private struct Newer: Encodable {
    let workOrder: Fields
  }

  private struct Fields: Encodable {
    let _0: WorkOrder.ID
    let _1: [String: [String: Int]]
  }

  /// Appends it by hand, with the hash that the chain wants.
  static func append(to office: SampleOffice, order: WorkOrder.ID) throws {
    let body = try CompactEncoder().encode(
      Body(events: [Newer(workOrder: Fields(_0: order, _1: ["weighed": ["kilograms": 12]]))], commands: []))
    let state = office.file.state
    let identity = SampleOffice.identity
    let submission = Submission.ID(high: 200, low: 1)
    var bytes = state.head.rawBytes + identity.log.bytes + identity.epoch.bytes
    let at = SampleOffice.start.seconds
    bytes +=
      bigEnd(Int64(state.seq + 1)) + submission.bytes + SampleOffice.owner.bytes + identity.console.bytes
    bytes += bigEnd(Int64(state.seq + 1)) + bigEnd(at) + bigEnd(at) + body
    let hash = Data(SHA256.hash(data: bytes))
    try office.raw().write { db in
      try db.execute(
        sql: """
          INSERT INTO entries SELECT seq + 1, ?, person, console, count + 1, at, recorded_at, ?, ?
          FROM entries ORDER BY seq DESC LIMIT 1
          """, arguments: [Data(submission.bytes), Data(body), hash])
      try db.execute(
        sql: "UPDATE consoles SET count = count + 1, seq = seq + 1, hash = ?", arguments: [hash])
    }
  }

  private static func bigEnd(_ number: Int64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> Int64((7 - $0) * 8)) }
  }
}
