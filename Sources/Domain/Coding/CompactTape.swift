/// A message read once, from front to back, into a flat row of nodes: checked, references resolved, and every
/// container knowing where it ends. Whatever is asked of it afterwards can neither trap nor run away.
///
///     {at: 5, ids: [a, b]}   →   map(end 5) · at 5 · ids list(end 5) · a · b
final class CompactTape {
  struct Node {
    enum Kind: UInt8 {
      case unsigned, negative, bytes, text, list, map, no, yes, null, double, identifier, name
    }

    /// The number; the bits of a double; the start of bytes in the upper half and their length in the lower; how
    /// many elements a list has; the signs of a map's keys.
    var value: UInt64 = 0
    /// The index of the node after this one and all within it.
    var end: UInt32 = 0
    /// A name's code, or the place of a text in `textKeys` with the top bit set.
    var key: UInt32 = 0
    /// In a map, the child that is probably asked for next.
    var cursor: UInt32 = 0
    var kind: Kind
  }

  /// What the reading has found, as plain memory: to look at it counts no references.
  struct Contents {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Their cursors move while they are read; every index into them comes from themselves.
    let nodes: UnsafeMutablePointer<Node>
    /// Keys that are no names of the table: start and length, as in a node's value.
    let textKeys: UnsafeMutablePointer<UInt64>
    let names: CompactNameIndex
    /// The tape that this is the contents of.
    unowned(unsafe) let whole: CompactTape
  }

  static let textKeyBit: UInt32 = 1 << 31

  let userInfo: [CodingUserInfoKey: Any]
  let contents: UnsafeMutablePointer<Contents>
  var nodes: UnsafeMutablePointer<Node> { contents.pointee.nodes }

  init(_ bytes: [UInt8], userInfo: [CodingUserInfoKey: Any] = [:]) throws(CompactCodingError) {
    guard bytes.count <= CompactLimit.messageBytes else { throw .tooLong }
    var reading = CompactTapeReading(bytes)
    try reading.value(key: 0, depth: 0)
    guard reading.position == bytes.count else { throw .trailingBytes(atByte: reading.position) }
    let names = CompactNameIndex.shared
    self.userInfo = userInfo
    let (kept, nodes, textKeys) = (copied(bytes), copied(reading.nodes), copied(reading.textKeys))
    contents = .allocate(capacity: 1)
    contents.initialize(
      to: Contents(
        bytes: UnsafeBufferPointer(start: kept, count: bytes.count), nodes: nodes, textKeys: textKeys,
        names: names, whole: self))
  }

  deinit {
    contents.pointee.bytes.deallocate()
    contents.pointee.nodes.deallocate()
    contents.pointee.textKeys.deallocate()
    contents.deallocate()
  }
}

/// The same elements in plain memory, to be deallocated by whoever asks.
private func copied<Element: BitwiseCopyable>(_ elements: [Element]) -> UnsafeMutablePointer<Element> {
  let memory = UnsafeMutablePointer<Element>.allocate(capacity: elements.count)
  memory.initialize(from: elements, count: elements.count)
  return memory
}

extension CompactTape.Contents {
  func range(_ value: UInt64) -> Range<Int> {
    let start = Int(value >> 32)
    return start..<start + Int(value & 0xFFFF_FFFF)
  }

  /// Nothing when the bytes are no UTF-8.
  func text(_ value: UInt64) -> String? {
    let letters = UnsafeBufferPointer(rebasing: bytes[range(value)])
    // What is plain ASCII need not be looked at letter by letter.
    if letters.isASCII { return String(decoding: letters, as: UTF8.self) }
    return String(validating: letters, as: UTF8.self)
  }

  /// The name of a field; one that a newer console has added to the table is unknown here.
  func keyName(_ key: UInt32) -> String? {
    if key & CompactTape.textKeyBit != 0 { return text(textKeys[Int(key & ~CompactTape.textKeyBit)]) }
    return key < UInt32(CompactNames.table.count) ? CompactNames.table[Int(key)] : nil
  }

  /// The node of a field of a map; the next one is expected after it.
  func field(_ name: UnsafeBufferPointer<UInt8>, of map: Int, moves: Bool) -> Int? {
    let end = Int(nodes[map].end)
    let expected = Int(nodes[map].cursor)
    if expected < end, isKey(nodes[expected].key, name) {
      if moves { nodes[map].cursor = nodes[expected].end }
      return expected
    }
    let code = names.code(of: name).map(UInt32.init) ?? .max
    guard nodes[map].value & CompactTape.sign(ofKey: code) != 0 else { return nil }
    var child = map + 1
    while child < end {
      let key = nodes[child].key
      if key == code || key & CompactTape.textKeyBit != 0 && isKey(key, name) {
        if moves { nodes[map].cursor = nodes[child].end }
        return child
      }
      child = Int(nodes[child].end)
    }
    return nil
  }

  /// A name may stand as a text even though the table has it by now.
  private func isKey(_ key: UInt32, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    if key & CompactTape.textKeyBit == 0 { return names.isName(name, of: Int(key)) }
    return bytes[range(textKeys[Int(key & ~CompactTape.textKeyBit)])].elementsEqual(name)
  }
}

extension CompactTape {
  /// The bits that a key sets in its map: a map without them does not have it. A key that is a text sets all.
  static func sign(ofKey key: UInt32) -> UInt64 { key & textKeyBit == 0 ? 1 << UInt64(key & 63) : .max }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether no byte has its top bit set, looked at eight at a time.
  fileprivate var isASCII: Bool {
    let raw = UnsafeRawBufferPointer(self)
    var bits: UInt64 = 0
    var position = 0
    while position + 8 <= raw.count {
      bits |= raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      position += 8
    }
    while position < raw.count {
      bits |= UInt64(raw[position])
      position += 1
    }
    return bits & 0x8080_8080_8080_8080 == 0
  }
}
