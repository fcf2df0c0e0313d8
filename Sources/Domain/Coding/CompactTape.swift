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

  /// What the reading has found, behind a pointer: to look at it counts no references.
  struct Contents {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Plain memory, because the cursors move while it is read; every index into it comes from itself.
    let nodes: UnsafeMutablePointer<Node>
    /// Keys that are no names of the table: start and length, as in a node's value.
    let textKeys: [UInt64]
    let userInfo: [CodingUserInfoKey: Any]
    /// The tape that this is the contents of.
    unowned(unsafe) let whole: CompactTape
  }

  static let textKeyBit: UInt32 = 1 << 31

  let contents: UnsafeMutablePointer<Contents>
  var nodes: UnsafeMutablePointer<Node> { contents.pointee.nodes }

  init(_ bytes: [UInt8], userInfo: [CodingUserInfoKey: Any] = [:]) throws(CompactCodingError) {
    guard bytes.count <= CompactLimit.messageBytes else { throw .tooLong }
    var reading = CompactTapeReading(bytes)
    try reading.value(key: 0, depth: 0)
    guard reading.position == bytes.count else { throw .trailingBytes(atByte: reading.position) }
    let kept = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = kept.initialize(fromContentsOf: bytes)
    let nodes = UnsafeMutablePointer<Node>.allocate(capacity: reading.nodes.count)
    nodes.initialize(from: reading.nodes, count: reading.nodes.count)
    contents = .allocate(capacity: 1)
    contents.initialize(
      to: Contents(
        bytes: UnsafeBufferPointer(kept), nodes: nodes, textKeys: reading.textKeys, userInfo: userInfo,
        whole: self))
  }

  deinit {
    contents.pointee.bytes.deallocate()
    contents.pointee.nodes.deallocate()
    contents.deinitialize(count: 1)
    contents.deallocate()
  }
}

extension CompactTape.Contents {
  func range(_ value: UInt64) -> Range<Int> {
    let start = Int(value >> 32)
    return start..<start + Int(value & 0xFFFF_FFFF)
  }

  /// Nothing when the bytes are no UTF-8.
  func text(_ value: UInt64) -> String? {
    String(validating: UnsafeBufferPointer(rebasing: bytes[range(value)]), as: UTF8.self)
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
    let code = CompactNameIndex.shared.code(of: name).map(UInt32.init) ?? .max
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
    if key & CompactTape.textKeyBit == 0 { return CompactNameIndex.shared.isName(name, of: Int(key)) }
    return bytes[range(textKeys[Int(key & ~CompactTape.textKeyBit)])].elementsEqual(name)
  }
}

extension CompactTape {
  /// The bits that a key sets in its map: a map without them does not have it. A key that is a text sets all.
  static func sign(ofKey key: UInt32) -> UInt64 { key & textKeyBit == 0 ? 1 << UInt64(key & 63) : .max }
}
