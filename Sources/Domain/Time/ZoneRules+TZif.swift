/// Why the bytes of a zone file were not taken.
public enum ZoneError: Error, Hashable, Sendable {
  case notAZoneFile
  case truncated
  /// A count, an index or an offset that cannot be; where is said by its byte.
  case malformed(atByte: Int)
}

extension ZoneRules {
  /// Reads a compiled zone file (RFC 8536, versions 1 to 4); safe on any bytes.
  public init(name: String, tzif bytes: [UInt8]) throws(ZoneError) {
    let first = try TZifHeader(bytes, at: 0, timeSize: 4)
    guard first.version >= 2 else {
      let table = try first.table(bytes)
      self.init(name: name, initialOffsetSeconds: table.initial, transitions: table.transitions, footer: nil)
      return
    }
    let second = try TZifHeader(bytes, at: first.end, timeSize: 8)
    let table = try second.table(bytes)
    self.init(
      name: name, initialOffsetSeconds: table.initial, transitions: table.transitions,
      footer: try ZoneRules.footer(bytes, from: second.end))
  }

  /// The footer stands between two line feeds; an empty one says that there is no rule.
  private static func footer(_ bytes: [UInt8], from start: Int) throws(ZoneError) -> ZoneFooter? {
    guard start < bytes.count, bytes[start] == 10 else { throw .truncated }
    guard let end = bytes[(start + 1)...].firstIndex(of: 10) else { throw .truncated }
    if end == start + 1 { return nil }
    guard end - start < 256, let footer = ZoneFooter(String(decoding: bytes[start + 1..<end], as: UTF8.self))
    else { throw .malformed(atByte: start + 1) }
    return footer
  }
}

/// Where the parts of one data block lie; a file of version 2 has two, the second with 64-bit times.
private struct TZifHeader {
  let version: Int
  let timeSize: Int
  let timeCount: Int
  let typeCount: Int
  let letterCount: Int
  let start: Int
  let end: Int

  init(_ bytes: [UInt8], at offset: Int, timeSize: Int) throws(ZoneError) {
    guard bytes.count - offset >= 44 else { throw offset == 0 ? .notAZoneFile : .truncated }
    guard Array(bytes[offset..<offset + 4]) == Array("TZif".utf8) else { throw .notAZoneFile }
    let letter = bytes[offset + 4]
    version = letter >= UInt8(ascii: "2") ? 2 : 1
    self.timeSize = timeSize
    let counts = (0..<6).map { Int(bytes.unsigned32(at: offset + 20 + $0 * 4)) }
    let (utcCount, standardCount, leapCount) = (counts[0], counts[1], counts[2])
    (timeCount, typeCount, letterCount) = (counts[3], counts[4], counts[5])
    guard (1...256).contains(typeCount) else { throw .malformed(atByte: offset + 36) }
    start = offset + 44
    let times = timeCount * (timeSize + 1) + typeCount * 6 + letterCount
    end = start + times + leapCount * (timeSize + 4) + standardCount + utcCount
    guard end <= bytes.count else { throw .truncated }
  }

  func table(_ bytes: [UInt8]) throws(ZoneError) -> (initial: Int, transitions: [ZoneRules.Transition]) {
    let indexes = start + timeCount * timeSize
    let types = indexes + timeCount
    let letters = types + typeCount * 6
    var offsets: [(offset: Int, abbreviation: String?)] = []
    for type in 0..<typeCount {
      let place = types + type * 6
      let offset = Int(Int32(bitPattern: bytes.unsigned32(at: place)))
      guard abs(offset) < ZoneRules.widestOffset, Int(bytes[place + 5]) < max(letterCount, 1) else {
        throw .malformed(atByte: place)
      }
      let tail = bytes[letters..<letters + letterCount].dropFirst(Int(bytes[place + 5]))
      let shorthand = String(decoding: tail.prefix(16).prefix { $0 != 0 }, as: UTF8.self)
      offsets.append((offset, shorthand.isEmpty ? nil : shorthand))
    }
    var transitions: [ZoneRules.Transition] = []
    transitions.reserveCapacity(timeCount)
    for position in 0..<timeCount {
      let type = Int(bytes[indexes + position])
      let at = Timestamp(seconds: bytes.signedTime(at: start + position * timeSize, size: timeSize))
      guard type < typeCount else { throw .malformed(atByte: indexes + position) }
      if let last = transitions.last, last.at >= at { throw .malformed(atByte: start + position * timeSize) }
      let (offset, abbreviation) = offsets[type]
      transitions.append(.init(at: at, offsetSeconds: offset, abbreviation: abbreviation))
    }
    return (offsets[0].offset, transitions)
  }
}

extension [UInt8] {
  fileprivate func unsigned32(at place: Int) -> UInt32 {
    self[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }

  fileprivate func signedTime(at place: Int, size: Int) -> Int64 {
    if size == 4 { return Int64(Int32(bitPattern: unsigned32(at: place))) }
    return Int64(bitPattern: self[place..<place + 8].reduce(0) { $0 << 8 | UInt64($1) })
  }
}
