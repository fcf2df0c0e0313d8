/// Any compact message as a tree, without knowing its type: for events that a newer console wrote, and for
/// people.
public enum CompactValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case unsigned(UInt64)
  /// Below zero; the smallest is -2⁶⁴.
  case negative(Int128)
  case double(Double)
  case text(String)
  case bytes([UInt8])
  case identifier(high: UInt64, low: UInt64)
  case list([CompactValue])
  case map([Field])

  /// In the order in which they were written.
  public struct Field: Hashable, Sendable {
    public let name: String
    public let value: CompactValue

    public init(name: String, value: CompactValue) {
      self.name = name
      self.value = value
    }
  }

  /// Reads any message; texts that are no UTF-8 come out repaired, names of a newer table as `#417`.
  public init(compact bytes: [UInt8]) throws(CompactCodingError) {
    let tape = try CompactTape(bytes)
    self = withExtendedLifetime(tape) { tape.contents.pointee.tree(0) }
  }

  /// The first field of that name, if this is a map.
  public subscript(_ name: String) -> CompactValue? {
    guard case .map(let fields) = self else { return nil }
    return fields.first { $0.name == name }?.value
  }
}

extension CompactTape.Contents {
  func tree(_ index: Int) -> CompactValue {
    let node = nodes[index]
    switch node.kind {
    case .null: return .null
    case .no: return .bool(false)
    case .yes: return .bool(true)
    case .unsigned: return .unsigned(node.value)
    case .negative: return .negative(~Int128(node.value))
    case .double: return .double(Double(bitPattern: node.value))
    case .name: return .text(keyName(UInt32(node.value)) ?? "#\(node.value)")
    case .text: return .text(String(decoding: bytes[range(node.value)], as: UTF8.self))
    case .bytes: return .bytes(Array(bytes[range(node.value)]))
    case .identifier:
      let identifier = Identifier<Never>(bytes: Array(bytes[range(node.value)])[...])
      return .identifier(high: identifier.high, low: identifier.low)
    case .list: return .list(children(index).map(tree))
    case .map:
      return .map(
        children(index).map { child in
          let key = nodes[child].key
          return .init(name: keyName(key) ?? "#\(key & ~CompactTape.textKeyBit)", value: tree(child))
        })
    }
  }

  private func children(_ index: Int) -> [Int] {
    var children: [Int] = []
    var child = index + 1
    while child < Int(nodes[index].end) {
      children.append(child)
      child = Int(nodes[child].end)
    }
    return children
  }
}
