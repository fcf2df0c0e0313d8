/// A type that travels as raw bytes: compactly as they are, to any other encoder as hex digits.
public protocol CompactRawBytes: CompactCodable {
  var rawBytes: [UInt8] { get }
  /// Nothing when these bytes cannot be such a value.
  init?(rawBytes: [UInt8])
}

extension CompactRawBytes {
  public init(_ node: CompactNode) throws(CompactCodingError) {
    guard let value = Self(rawBytes: try node.rawBytes()) else { throw node.unexpected("\(Self.self)") }
    self = value
  }

  public init(from decoder: any Decoder) throws {
    if let decoder = decoder as? CompactNodeDecoder {
      self = try withExtendedLifetime(decoder) { try Self(decoder.node) }
      return
    }
    let container = try decoder.singleValueContainer()
    guard let bytes = hexBytes(try container.decode(String.self)), let value = Self(rawBytes: bytes) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not the hex digits expected")
    }
    self = value
  }

  public func write(to slot: CompactSlot) { slot.writer.writeRawBytes(rawBytes) }

  public func encode(to encoder: any Encoder) throws {
    if let writer = encoder as? CompactWriter { return write(to: CompactSlot(writer: writer)) }
    var container = encoder.singleValueContainer()
    try container.encode(hexText(rawBytes))
  }
}

/// Two lower-case digits for each byte.
func hexText(_ bytes: some Collection<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(unsafeUninitializedCapacity: bytes.count * 2) { buffer in
    var position = 0
    for byte in bytes {
      buffer[position] = digits[Int(byte >> 4)]
      buffer[position + 1] = digits[Int(byte & 15)]
      position += 2
    }
    return position
  }
}

/// Nothing unless the text is an even number of hex digits.
func hexBytes(_ text: some StringProtocol) -> [UInt8]? {
  let digits = Array(text.utf8)
  guard digits.count.isMultiple(of: 2) else { return nil }
  var bytes: [UInt8] = []
  bytes.reserveCapacity(digits.count / 2)
  for index in stride(from: 0, to: digits.count, by: 2) {
    guard let high = hexDigit(digits[index]), let low = hexDigit(digits[index + 1]) else { return nil }
    bytes.append(high << 4 | low)
  }
  return bytes
}

private func hexDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 48...57: byte - 48
  case 97...102: byte - 87
  case 65...70: byte - 55
  default: nil
  }
}
