/// One JSON object on one line (RFC 8259) whose values are texts, numbers, true, false or null; whatever else is
/// refused with the reason.
struct FlatObject {
  enum Value: Hashable {
    case text(String)
    case number(Double)
    case truth(Bool)
    case null
  }

  private var values: [String: Value] = [:]

  subscript(key: String) -> Value? { values[key] }

  init(_ line: ArraySlice<UInt8>) throws(ReplayFault) {
    var reader = Reader(rest: line)
    try reader.expect("{", "it is no JSON object")
    if reader.next() != UInt8(ascii: "}") {
      repeat {
        let key = try reader.string()
        try reader.expect(":", "a colon is missing after \"\(key.prefix(24))\"")
        guard values.updateValue(try reader.value(), forKey: key) == nil else {
          throw ReplayFault("\"\(key.prefix(24))\" stands in it twice")
        }
      } while reader.take(",")
    }
    try reader.expect("}", "the object has no end")
    guard reader.next() == nil else { throw ReplayFault("something follows the object") }
  }
}

extension FlatObject {
  private struct Reader {
    var rest: ArraySlice<UInt8>

    /// The next byte that is no white space.
    mutating func next() -> UInt8? {
      while let byte = rest.first, byte == 32 || byte == 9 || byte == 13 { rest.removeFirst() }
      return rest.first
    }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
      guard next() == UInt8(ascii: character) else { return false }
      rest.removeFirst()
      return true
    }

    mutating func expect(_ character: Unicode.Scalar, _ fault: String) throws(ReplayFault) {
      if !take(character) { throw ReplayFault(fault) }
    }

    mutating func value() throws(ReplayFault) -> Value {
      switch next() {
      case UInt8(ascii: "\"")?: return .text(try string())
      case UInt8(ascii: "{")?, UInt8(ascii: "[")?:
        throw ReplayFault("a value in it is itself a list or an object")
      case nil: throw ReplayFault("the object has no end")
      case _?: break
      }
      let word = rest.prefix { ![44, 125, 32, 9, 13].contains($0) }
      rest = rest.dropFirst(word.count)
      let text = String(decoding: word, as: UTF8.self)
      switch text {
      case "true": return .truth(true)
      case "false": return .truth(false)
      case "null": return .null
      case _:
        guard word.allSatisfy({ (48...57).contains($0) || [43, 45, 46, 69, 101].contains($0) }),
          let number = Double(text), number.isFinite
        else { throw ReplayFault("\"\(text.prefix(24))\" is no value") }
        return .number(number)
      }
    }

    mutating func string() throws(ReplayFault) -> String {
      try expect("\"", "a name or a text does not begin with a quote")
      var bytes: [UInt8] = []
      while let byte = rest.popFirst() {
        switch byte {
        case UInt8(ascii: "\""):
          guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ReplayFault("it is no UTF-8")
          }
          return text
        case UInt8(ascii: "\\"): bytes += try escaped()
        case 0..<32: throw ReplayFault("a text holds a control character")
        case _: bytes.append(byte)
        }
      }
      throw ReplayFault("a text has no end")
    }

    private mutating func escaped() throws(ReplayFault) -> [UInt8] {
      let short: [UInt8: UInt8] = [34: 34, 92: 92, 47: 47, 98: 8, 102: 12, 110: 10, 114: 13, 116: 9]
      guard let byte = rest.popFirst() else { throw ReplayFault("a text has no end") }
      if let plain = short[byte] { return [plain] }
      guard byte == UInt8(ascii: "u"), let first = hexadecimal() else {
        throw ReplayFault("an escape is none")
      }
      var scalar = first
      if (0xD800...0xDBFF).contains(first) {
        guard rest.popFirst() == 92, rest.popFirst() == UInt8(ascii: "u"), let second = hexadecimal(),
          (0xDC00...0xDFFF).contains(second)
        else { throw ReplayFault("an escape is half a character") }
        scalar = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
      }
      guard let character = Unicode.Scalar(scalar) else { throw ReplayFault("an escape is half a character") }
      return Array(String(character).utf8)
    }

    private mutating func hexadecimal() -> UInt32? {
      let digits = rest.prefix(4)
      rest = rest.dropFirst(4)
      guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else {
        return nil
      }
      return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    }
  }
}
