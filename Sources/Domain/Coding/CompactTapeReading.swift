/// One pass over the bytes.
struct CompactTapeReading {
  private let bytes: [UInt8]
  private(set) var position = 0
  private(set) var nodes: [CompactTape.Node] = []
  private(set) var textKeys: [UInt64] = []
  /// Identifiers and texts that may be referred to, in the order of their first occurrence.
  private var said: [(value: UInt64, kind: CompactTape.Node.Kind)] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    nodes.reserveCapacity(min(bytes.count, 4 + bytes.count / 3))
  }

  mutating func value(key: UInt32, depth: Int) throws(CompactCodingError) {
    let start = position
    let head = try byte()
    switch head & 0xE0 {
    case CompactKind.unsigned: add(.unsigned, try number(head), key)
    case CompactKind.negative: add(.negative, try number(head), key)
    case CompactKind.bytes: add(.bytes, try content(try number(head)), key)
    case CompactKind.text:
      let content = try content(try number(head))
      if CompactLimit.interned.contains(Int(content & 0xFFFF_FFFF)) { said.append((content, .text)) }
      add(.text, content, key)
    case CompactKind.list: try list(head, key, depth)
    case CompactKind.map: try map(head, key, depth)
    case CompactKind.reference:
      let place = try number(head)
      guard place < UInt64(said.count) else { throw .malformed(atByte: start) }
      add(said[Int(place)].kind, said[Int(place)].value, key)
    default: try simple(head, key, start)
    }
  }

  private mutating func simple(_ head: UInt8, _ key: UInt32, _ start: Int) throws(CompactCodingError) {
    switch head {
    case CompactSimple.no: add(.no, 0, key)
    case CompactSimple.yes: add(.yes, 1, key)
    case CompactSimple.null: add(.null, 0, key)
    case CompactSimple.double: add(.double, try bigEndian(8), key)
    case CompactSimple.float:
      let short = Float(bitPattern: UInt32(truncatingIfNeeded: try bigEndian(4)))
      add(.double, Double(short).bitPattern, key)
    case CompactSimple.identifier:
      let content = try content(16)
      said.append((content, .identifier))
      add(.identifier, content, key)
    case CompactSimple.name: add(.name, UInt64(try code(try byte())), key)
    default: throw .malformed(atByte: start)
    }
  }

  private mutating func list(_ head: UInt8, _ key: UInt32, _ depth: Int) throws(CompactCodingError) {
    let index = try open(.list, head, key, depth)
    var count: UInt64 = 0
    while try goesOn(head, count) {
      try value(key: 0, depth: depth + 1)
      count += 1
    }
    close(index, count)
  }

  private mutating func map(_ head: UInt8, _ key: UInt32, _ depth: Int) throws(CompactCodingError) {
    let index = try open(.map, head, key, depth)
    var count: UInt64 = 0
    var signs: UInt64 = 0
    while try goesOn(head, count) {
      let fieldKey = try self.key()
      try value(key: fieldKey, depth: depth + 1)
      signs |= CompactTape.sign(ofKey: fieldKey)
      count += 1
    }
    close(index, signs)
  }

  private mutating func open(
    _ kind: CompactTape.Node.Kind, _ head: UInt8, _ key: UInt32, _ depth: Int
  ) throws(CompactCodingError) -> Int {
    guard depth < CompactLimit.depth else { throw .tooDeep }
    let least = Int(head & 31) == 31 ? 1 : Int(head & 31) * (kind == .map ? 2 : 1)
    guard least <= bytes.count - position else { throw .truncated }
    add(kind, 0, key)
    return nodes.count - 1
  }

  private mutating func goesOn(_ head: UInt8, _ count: UInt64) throws(CompactCodingError) -> Bool {
    if head & 31 < 31 { return count < UInt64(head & 31) }
    guard position < bytes.count else { throw .truncated }
    if bytes[position] != CompactSimple.end { return true }
    guard count > UInt64(CompactLimit.counted) else { throw .malformed(atByte: position) }
    position += 1
    return false
  }

  private mutating func close(_ index: Int, _ value: UInt64) {
    nodes[index].value = value
    nodes[index].end = UInt32(nodes.count)
    nodes[index].cursor = UInt32(index + 1)
  }

  private mutating func key() throws(CompactCodingError) -> UInt32 {
    let start = position
    let first = try byte()
    if first < CompactLimit.textKey { return UInt32(try code(first)) }
    guard first == CompactLimit.textKey else { throw .malformed(atByte: start) }
    try value(key: 0, depth: CompactLimit.depth)
    let text = nodes.removeLast()
    guard text.kind == .text else { throw .malformed(atByte: start) }
    textKeys.append(text.value)
    return CompactTape.textKeyBit | UInt32(textKeys.count - 1)
  }

  @inline(__always)
  private mutating func add(_ kind: CompactTape.Node.Kind, _ value: UInt64, _ key: UInt32) {
    nodes.append(CompactTape.Node(value: value, end: UInt32(nodes.count + 1), key: key, kind: kind))
  }

  @inline(__always)
  private mutating func byte() throws(CompactCodingError) -> UInt8 {
    guard position < bytes.count else { throw .truncated }
    position += 1
    return bytes[position - 1]
  }

  private mutating func code(_ first: UInt8) throws(CompactCodingError) -> Int {
    if first < CompactLimit.wideCode { return Int(first) }
    guard first < CompactLimit.textKey else { throw .malformed(atByte: position - 1) }
    return Int(CompactLimit.wideCode) + Int(first - CompactLimit.wideCode) << 8 + Int(try byte())
  }

  /// A number is taken only in its shortest form: there is one way to write a value.
  private mutating func number(_ head: UInt8) throws(CompactCodingError) -> UInt64 {
    let argument = head & 31
    if argument < 24 { return UInt64(argument) }
    let start = position
    let number = try bigEndian(Int(argument) - 23)
    guard argument == 24 ? number >= 24 : bytes[start] != 0 else { throw .malformed(atByte: start) }
    return number
  }

  private mutating func bigEndian(_ size: Int) throws(CompactCodingError) -> UInt64 {
    guard bytes.count - position >= size else { throw .truncated }
    var number: UInt64 = 0
    for index in position..<position + size { number = number << 8 | UInt64(bytes[index]) }
    position += size
    return number
  }

  private mutating func content(_ length: UInt64) throws(CompactCodingError) -> UInt64 {
    guard length <= UInt64(bytes.count - position) else { throw .truncated }
    defer { position += Int(length) }
    return UInt64(position) << 32 | length
  }
}
