/// The rule that closes a zone's table, in the POSIX form `GMT0BST,M3.5.0/1,M10.5.0`.
public struct ZoneFooter: Hashable, Sendable {
  /// The rule as the zone's file has it.
  public let text: String
  let standardOffset: Int
  let saving: Saving?

  /// Summer time; in Ireland, whose law calls winter the exception, the offset is smaller than the standard
  /// one.
  struct Saving: Hashable, Sendable {
    let offset: Int
    let start: ZoneFooterDay
    let end: ZoneFooterDay
  }

  /// Nothing when the text is not such a rule.
  public init?(_ text: String) {
    var scan = TextScan(text)
    guard scan.takeZoneName(), let west = scan.signedClock(upTo: 24) else { return nil }
    self.text = text
    standardOffset = -west
    if scan.isAtEnd {
      saving = nil
      return
    }
    guard scan.takeZoneName() else { return nil }
    var offset = standardOffset + 3_600
    if let next = scan.next, next != UInt8(ascii: ",") {
      guard let west = scan.signedClock(upTo: 24) else { return nil }
      offset = -west
    }
    guard scan.take(","), let start = ZoneFooterDay(&scan), scan.take(","), let end = ZoneFooterDay(&scan),
      scan.isAtEnd
    else { return nil }
    saving = Saving(offset: offset, start: start, end: end)
  }

  /// `GMT` and `BST`, each with its offset; a name in brackets is a number and none.
  var shorthands: [(name: String, offset: Int)] {
    let letters = text.prefix { $0 != "," }.split { !$0.isLetter }.map(String.init)
    guard !text.hasPrefix("<"), !text.contains("<") else { return [] }
    return Array(zip(letters, [standardOffset, saving?.offset ?? standardOffset]))
  }

  /// The stretch of one offset around an instant, cut off where the table ends.
  func segment(at instant: Timestamp, notBefore tableEnd: Int64) -> ZoneRules.Segment {
    guard let saving else { return ZoneRules.Segment(start: tableEnd, end: .max, offset: standardOffset) }
    let year = CivilTime(secondsSinceEpoch: saturatingSum(instant.seconds, Int64(standardOffset))).date.year
    var found = ZoneRules.Segment(start: tableEnd, end: .max, offset: standardOffset)
    for change in changes(of: saving, around: year) {
      if change.at > instant.seconds {
        if change.offset == found.offset { continue }
        found.end = change.at
        break
      }
      if change.offset != found.offset || found.start == tableEnd {
        found.start = max(change.at, tableEnd)
        found.offset = change.offset
      }
    }
    return found
  }

  private func changes(of saving: Saving, around year: Int) -> [(at: Int64, offset: Int)] {
    var changes: [(at: Int64, offset: Int)] = []
    changes.reserveCapacity(6)
    for year in year - 1...year + 1 {
      let start = (at: saving.start.localSeconds(in: year) - Int64(standardOffset), offset: saving.offset)
      let end = (at: saving.end.localSeconds(in: year) - Int64(saving.offset), offset: standardOffset)
      changes += start.at < end.at ? [start, end] : [end, start]
    }
    // Where the end of one year's saving is the start of the next one's, saving goes on all year.
    return changes.sorted { left, right in
      left.at != right.at
        ? left.at < right.at : left.offset == standardOffset && right.offset != standardOffset
    }
  }
}

/// A footer travels as its text.
extension ZoneFooter: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let footer = ZoneFooter(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no zone rule")
    }
    self = footer
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

extension TextScan {
  /// Letters, or anything alphanumeric and signed within angle brackets.
  fileprivate mutating func takeZoneName() -> Bool {
    if take("<") {
      let name = take { $0 != UInt8(ascii: ">") && $0 > 32 && $0 < 127 }
      return take(">") && !name.isEmpty
    }
    return take { (65...90).contains($0) || (97...122).contains($0) }.count >= 3
  }
}
