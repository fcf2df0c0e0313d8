/// A message read once, from front to back, into a flat row of nodes: checked, references resolved, and every
/// container knowing where it ends. Whatever is asked of it afterwards can neither trap nor run away.
///
///     {at: 5, ids: [a, b]}   →   map(end 5) · at 5 · ids list(end 5) · a · b
final class CompactTape {
  struct Node {
    enum Kind: UInt8 {
      case unsigned, negative, bytes, text, list, map, no, yes, null, double, identifier, name
    }

    /// The number; the bits of a double; the start of bytes in the upper half and their length in the lower.
    var value: UInt64 = 0
    /// The index of the node after this one and all within it.
    var end: UInt32 = 0
    /// A name's code, or the place of a text in `textKeys` with the top bit set.
    var key: UInt32 = 0
    /// In a map, the child that is probably asked for next.
    var cursor: UInt32 = 0
    var kind: Kind
  }

  static let textKeyBit: UInt32 = 1 << 31

  let bytes: [UInt8]
  let userInfo: [CodingUserInfoKey: Any]
  /// Plain memory, because the cursors move while it is read; every index into it comes from itself.
  let nodes: UnsafeMutablePointer<Node>
  /// Keys that are no names of the table: start and length, as in a node's value.
  let textKeys: [UInt64]

  init(_ bytes: [UInt8], userInfo: [CodingUserInfoKey: Any] = [:]) throws(CompactCodingError) {
    guard bytes.count <= CompactLimit.messageBytes else { throw .tooLong }
    self.bytes = bytes
    self.userInfo = userInfo
    var reading = CompactTapeReading(bytes)
    try reading.value(key: 0, depth: 0)
    guard reading.position == bytes.count else { throw .trailingBytes(atByte: reading.position) }
    nodes = .allocate(capacity: reading.nodes.count)
    nodes.initialize(from: reading.nodes, count: reading.nodes.count)
    textKeys = reading.textKeys
  }

  deinit { nodes.deallocate() }

  func range(_ value: UInt64) -> Range<Int> {
    let start = Int(value >> 32)
    return start..<start + Int(value & 0xFFFF_FFFF)
  }
}
