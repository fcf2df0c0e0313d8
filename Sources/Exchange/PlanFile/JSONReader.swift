import Glibc

/// Reads JSON (RFC 8259) from bytes, byte by byte, as deep as files of ours go and no deeper.
struct JSONReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0
  private var depth = 0

  static let deepest = 64

  /// Refuses what is no JSON with the line on which it stops being any.
  static func read(_ bytes: [UInt8]) throws(ExchangeError) -> JSONTree {
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<JSONTree, ExchangeError> in
      var reader = JSONReader(bytes: buffer)
      do throws(ExchangeError) { return .success(try reader.whole()) } catch { return .failure(error) }
    }
    return try result.get()
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }
}

extension JSONReader {
  private mutating func whole() throws(ExchangeError) -> JSONTree {
    let tree = try value()
    skipBlanks()
    guard at == bytes.count else { throw fault() }
    return tree
  }

  private func fault() -> ExchangeError {
    .notJSON(line: 1 + bytes[..<min(at, bytes.count)].count { $0 == UInt8(ascii: "\n") })
  }

  private mutating func skipBlanks() {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x09, 0x0A, 0x0D: at += 1
      case _: return
      }
    }
  }

  private mutating func value() throws(ExchangeError) -> JSONTree {
    skipBlanks()
    guard at < bytes.count, depth < JSONReader.deepest else { throw fault() }
    depth += 1
    defer { depth -= 1 }
    switch bytes[at] {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case _: return try number()
    }
  }

  private mutating func word(_ word: StaticString, _ tree: JSONTree) throws(ExchangeError) -> JSONTree {
    let count = word.utf8CodeUnitCount
    guard at + count <= bytes.count, let base = bytes.baseAddress,
      memcmp(base + at, word.utf8Start, count) == 0
    else { throw fault() }
    at += count
    return tree
  }

  /// Whether the next byte that is no blank is this one; takes it if so.
  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard at < bytes.count, bytes[at] == UInt8(ascii: byte) else { return false }
    at += 1
    return true
  }

  private mutating func object() throws(ExchangeError) -> JSONTree {
    at += 1
    var members: [JSONTree.Member] = []
    if take("}") { return .object(members) }
    repeat {
      skipBlanks()
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { throw fault() }
      let key = try string()
      guard take(":") else { throw fault() }
      members.append(JSONTree.Member(key: key, value: try value()))
    } while take(",")
    guard take("}") else { throw fault() }
    return .object(members)
  }

  private mutating func array() throws(ExchangeError) -> JSONTree {
    at += 1
    var values: [JSONTree] = []
    if take("]") { return .array(values) }
    repeat { values.append(try value()) } while take(",")
    guard take("]") else { throw fault() }
    return .array(values)
  }
}

extension JSONReader {
  private mutating func number() throws(ExchangeError) -> JSONTree {
    let first = at
    if at < bytes.count, bytes[at] == UInt8(ascii: "-") { at += 1 }
    let digits = at
    try skipDigits()
    guard at - digits == 1 || bytes[digits] != UInt8(ascii: "0") else { throw fault() }
    let isWhole = !(try skipFraction())
    if isWhole, let number = Int(String(decoding: bytes[first..<at], as: UTF8.self)) {
      return .integer(number)
    }
    // The standard library reads to the nearest double, as every reader of coordinates must.
    guard let number = Double(String(decoding: bytes[first..<at], as: UTF8.self)), number.isFinite else {
      throw fault()
    }
    return .double(number)
  }

  private mutating func skipDigits() throws(ExchangeError) {
    let first = at
    while at < bytes.count, bytes[at] >= UInt8(ascii: "0"), bytes[at] <= UInt8(ascii: "9") { at += 1 }
    guard at > first else { throw fault() }
  }

  /// Whether there is a fraction or an exponent.
  private mutating func skipFraction() throws(ExchangeError) -> Bool {
    var isThere = false
    if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
      at += 1
      try skipDigits()
      isThere = true
    }
    if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      if at < bytes.count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") { at += 1 }
      try skipDigits()
      isThere = true
    }
    return isThere
  }

  private mutating func string() throws(ExchangeError) -> String {
    at += 1
    let first = at
    while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\"),
      bytes[at] >= 0x20
    {
      at += 1
    }
    guard at < bytes.count, bytes[at] >= 0x20 else { throw fault() }
    if bytes[at] == UInt8(ascii: "\"") {
      at += 1
      return String(decoding: bytes[first..<at - 1], as: UTF8.self)
    }
    return try escaped(from: first)
  }

  private mutating func escaped(from first: Int) throws(ExchangeError) -> String {
    var text = Array(bytes[first..<at])
    while at < bytes.count {
      let byte = bytes[at]
      guard byte >= 0x20 else { throw fault() }
      at += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\") else {
        text.append(byte)
        continue
      }
      try escape(into: &text)
    }
    throw fault()
  }

  private mutating func escape(into text: inout [UInt8]) throws(ExchangeError) {
    guard at < bytes.count else { throw fault() }
    let byte = bytes[at]
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var units = [try unit()]
      if UTF16.isLeadSurrogate(units[0]), at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
        bytes[at + 1] == UInt8(ascii: "u")
      {
        at += 2
        units.append(try unit())
      }
      text += Array(String(decoding: units, as: UTF16.self).utf8)
    case _: throw fault()
    }
  }

  private mutating func unit() throws(ExchangeError) -> UInt16 {
    guard at + 4 <= bytes.count,
      let unit = UInt16(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16),
      bytes[at] != UInt8(ascii: "+")
    else { throw fault() }
    at += 4
    return unit
  }
}
