/// Walks over the bytes of a short text: what dates, hours and zone rules are read with.
struct TextScan {
  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ text: String) { bytes = Array(text.utf8) }
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }
  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let byte = next, UInt32(byte) == character.value else { return false }
    position += 1
    return true
  }

  mutating func take(anyOf characters: String) -> Bool {
    guard let byte = next, characters.utf8.contains(byte) else { return false }
    position += 1
    return true
  }

  /// Takes bytes for as long as they fit.
  mutating func take(while fits: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let start = position
    while let byte = next, fits(byte) { position += 1 }
    return bytes[start..<position]
  }

  /// Exactly so many digits, or nothing.
  mutating func digits(_ count: Int) -> Int? {
    guard bytes.count - position >= count else { return nil }
    var value = 0
    for byte in bytes[position..<position + count] {
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    position += count
    return value
  }

  /// One to so many digits.
  mutating func number(upTo count: Int) -> Int? {
    var value = 0
    var taken = 0
    while taken < count, let byte = next, (48...57).contains(byte) {
      value = value * 10 + Int(byte - 48)
      position += 1
      taken += 1
    }
    return taken > 0 ? value : nil
  }

  mutating func skipDigits() -> Int {
    take { (48...57).contains($0) }.count
  }

  mutating func civilDate() -> CivilDate? {
    guard let year = digits(4), take("-"), let month = digits(2), take("-"), let day = digits(2)
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }
}

/// A figure with leading zeros.
func padded(_ value: Int, _ width: Int) -> String {
  let text = String(value)
  return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}
