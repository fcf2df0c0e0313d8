/// A row of a snapshot: one record whole in its compact encoding, under its key.
public struct SnapshotRow: Hashable, Sendable {
  /// What it is a row of.
  public enum Kind: UInt8, CaseIterable, Sendable {
    case customers = 1
    case sites, equipment, technicians, people, contracts, zones
    /// What the office has once.
    case facts
    /// An order of the running day.
    case orders
    /// An order that has ended and left the running day.
    case endedOrders
  }

  public let kind: Kind
  /// The bytes of its id, or of its name.
  public let key: [UInt8]
  public let value: [UInt8]

  public init(kind: Kind, key: [UInt8], value: [UInt8]) {
    self.kind = kind
    self.key = key
    self.value = value
  }
}

extension SnapshotRow {
  /// Kind, length of the key, length of the value in four bytes, key, value.
  func write(to bytes: inout [UInt8]) {
    bytes.append(kind.rawValue)
    bytes.append(UInt8(truncatingIfNeeded: key.count))
    withUnsafeBytes(of: UInt32(truncatingIfNeeded: value.count).bigEndian) { bytes.append(contentsOf: $0) }
    bytes += key
    bytes += value
  }

  /// The rows of one part. Safe on any bytes.
  public static func all(in part: [UInt8]) throws(SnapshotFault) -> [SnapshotRow] {
    var rows: [SnapshotRow] = []
    var place = 0
    while place < part.count {
      guard part.count - place >= 6, let kind = Kind(rawValue: part[place]) else { throw .malformed }
      let key = Int(part[place + 1])
      let value = part[(place + 2)..<(place + 6)].reduce(0) { $0 << 8 | Int($1) }
      place += 6
      guard part.count - place >= key, part.count - place - key >= value else { throw .malformed }
      rows.append(
        SnapshotRow(
          kind: kind, key: Array(part[place..<(place + key)]),
          value: Array(part[(place + key)..<(place + key + value)])))
      place += key + value
    }
    return rows
  }
}

/// What is wrong with a snapshot that a console got.
public enum SnapshotFault: Error, Hashable, Sendable {
  /// Its bytes are none of a snapshot's.
  case malformed
  /// They are not those that its head stands for.
  case otherBytes
  /// It is of another office, or of another history of this one.
  case otherLog
  /// It was taken back by the office each time before it was here whole.
  case gone
}
