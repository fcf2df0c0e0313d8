import Domain

/// Reads instants by a pattern of `yyyy MM dd HH hh mm ss SSS a Z` and plain text, without a locale.
struct DateReader: Sendable {
  private enum Part: Sendable {
    case year, month, day, hour, hourOfTwelve, minute, second, fraction, halfDay, offset
    case text([UInt8])
  }

  private let parts: [Part]

  init(pattern: String) {
    var parts: [Part] = []
    var isQuoted = false
    var run: (letter: Character, count: Int) = (" ", 0)
    func end(_ run: (letter: Character, count: Int)) {
      switch run.letter {
      case "y": parts.append(.year)
      case "M": parts.append(.month)
      case "d": parts.append(.day)
      case "H": parts.append(.hour)
      case "h": parts.append(.hourOfTwelve)
      case "m": parts.append(.minute)
      case "s": parts.append(.second)
      case "S": parts.append(.fraction)
      case "a": parts.append(.halfDay)
      case "Z": parts.append(.offset)
      default: break
      }
    }
    for character in pattern {
      if !isQuoted, character.isLetter {
        if character != run.letter {
          end(run)
          run = (character, 0)
        }
        run.count += 1
        continue
      }
      end(run)
      run = (" ", 0)
      if character == "'" {
        isQuoted.toggle()
      } else {
        parts.append(.text(Array(String(character).utf8)))
      }
    }
    end(run)
    self.parts = parts
  }

  /// The instant, in `zone` when the text carries no offset; nil when the text does not fit the whole pattern.
  func instant(_ text: String, zone: ZoneRules) -> Timestamp? {
    var text = text
    return text.withUTF8 { bytes in
      var scan = Scan(bytes: bytes)
      for part in parts where !scan.take(part) { return nil }
      return scan.isAtEnd ? scan.instant(zone) : nil
    }
  }

  /// The walk over one text, with what was read so far.
  private struct Scan {
    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0
    var year = 1970
    var month = 1
    var day = 1
    var hour = 0
    var minute = 0
    var second = 0
    var isAfternoon: Bool?
    var offsetSeconds: Int?

    var isAtEnd: Bool { position == bytes.count }

    mutating func number(most: Int) -> Int? {
      var value = 0
      let start = position
      while position < bytes.count, position - start < most, (48...57).contains(bytes[position]) {
        value = value * 10 + Int(bytes[position] - 48)
        position += 1
      }
      return position > start ? value : nil
    }

    mutating func take(_ part: Part) -> Bool {
      switch part {
      case .year: return set(\.year, number(most: 4), 1...9999)
      case .month: return set(\.month, number(most: 2), 1...12)
      case .day: return set(\.day, number(most: 2), 1...31)
      case .hour: return set(\.hour, number(most: 2), 0...23)
      case .hourOfTwelve: return set(\.hour, number(most: 2), 1...12)
      case .minute: return set(\.minute, number(most: 2), 0...59)
      case .second: return set(\.second, number(most: 2), 0...59)
      case .fraction: return number(most: 9) != nil
      case .halfDay: return takeHalfDay()
      case .offset: return takeOffset()
      case .text(let expected):
        guard bytes.count - position >= expected.count else { return false }
        for (index, byte) in expected.enumerated() where bytes[position + index] != byte { return false }
        position += expected.count
        return true
      }
    }

    private mutating func set(
      _ field: WritableKeyPath<Scan, Int>, _ value: Int?, _ valid: ClosedRange<Int>
    ) -> Bool {
      guard let value, valid.contains(value) else { return false }
      self[keyPath: field] = value
      return true
    }

    private mutating func takeHalfDay() -> Bool {
      guard position + 1 < bytes.count else { return false }
      let letter = bytes[position] | 0x20
      guard letter == 97 || letter == 112, bytes[position + 1] | 0x20 == 109 else { return false }
      isAfternoon = letter == 112
      position += 2
      return true
    }

    private mutating func takeOffset() -> Bool {
      guard position < bytes.count else { return false }
      let sign = bytes[position]
      position += 1
      if sign == 90 {
        offsetSeconds = 0
        return true
      }
      guard sign == 43 || sign == 45, let hours = number(most: 2) else { return false }
      if position < bytes.count, bytes[position] == 58 { position += 1 }
      let minutes = number(most: 2) ?? 0
      offsetSeconds = (sign == 45 ? -1 : 1) * (hours * 3600 + minutes * 60)
      return hours <= 14 && minutes < 60
    }

    func instant(_ zone: ZoneRules) -> Timestamp? {
      guard let date = CivilDate(year: year, month: month, day: day) else { return nil }
      var hour = hour
      if let isAfternoon { hour = hour % 12 + (isAfternoon ? 12 : 0) }
      let civil = CivilTime(date: date, secondOfDay: hour * 3600 + minute * 60 + second)
      guard let offsetSeconds else { return zone.timestamp(of: civil) }
      return ZoneRules.utc.timestamp(of: civil) - .seconds(Int64(offsetSeconds))
    }
  }
}

extension DateReader {
  /// What is tried when a map gives no format.
  static let usual = [
    "yyyy-MM-dd'T'HH:mm:ssZ", "yyyy-MM-dd'T'HH:mm:ss.SSSZ", "yyyy-MM-dd'T'HH:mm:ss.SSS",
    "yyyy-MM-dd'T'HH:mm:ss",
    "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"
  ].map(DateReader.init(pattern:))
}
