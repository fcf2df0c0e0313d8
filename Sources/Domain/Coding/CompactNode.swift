/// One node of a tape, as a value that reads itself sees it. It does not keep the tape alive: whoever asks for
/// a value holds on to it until the value stands.
public struct CompactNode {
  let tape: UnsafePointer<CompactTape.Contents>
  let index: Int

  private var node: CompactTape.Node { tape.pointee.nodes[index] }

  var isNull: Bool { node.kind == .null }

  public func fields() throws(CompactCodingError) -> CompactFields {
    guard node.kind == .map else { throw unexpected("fields") }
    return CompactFields(tape: tape, map: index)
  }

  func flag() throws(CompactCodingError) -> Bool {
    switch node.kind {
    case .no: false
    case .yes: true
    case .unsigned, .negative, .bytes, .text, .list, .map, .null, .double, .identifier, .name:
      throw unexpected("true or false")
    }
  }

  func text() throws(CompactCodingError) -> String {
    let node = node
    if node.kind == .name, node.value < UInt64(CompactNames.table.count) {
      return CompactNames.table[Int(node.value)]
    }
    guard node.kind == .text else { throw unexpected("a text") }
    guard let text = tape.pointee.text(node.value) else { throw unexpected("a text in UTF-8") }
    return text
  }

  func double() throws(CompactCodingError) -> Double {
    let node = node
    if node.kind == .double { return Double(bitPattern: node.value) }
    if node.kind == .unsigned { return Double(node.value) }
    guard node.kind == .negative else { throw unexpected("a number") }
    return -1 - Double(node.value)
  }

  func integer<Number: FixedWidthInteger>(
    _ type: Number.Type = Number.self
  ) throws(CompactCodingError) -> Number {
    let node = node
    if node.kind == .unsigned, let number = Number(exactly: node.value) { return number }
    if node.kind == .negative, let number = Number(exactly: ~Int128(node.value)) { return number }
    throw unexpected("a whole number that fits \(type)")
  }

  func identifier() throws(CompactCodingError) -> (high: UInt64, low: UInt64) {
    let node = node
    guard node.kind == .identifier else { throw unexpected("an identifier") }
    let start = tape.pointee.range(node.value).lowerBound
    let bytes = UnsafeRawBufferPointer(tape.pointee.bytes)
    return (
      UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)),
      UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: start + 8, as: UInt64.self))
    )
  }

  func rawBytes() throws(CompactCodingError) -> [UInt8] {
    let node = node
    guard node.kind == .bytes else { throw unexpected("bytes") }
    return Array(tape.pointee.bytes[tape.pointee.range(node.value)])
  }

  /// The nodes of a list in order.
  func elements<Element>(
    _ read: (CompactNode) throws(CompactCodingError) -> Element
  ) throws(CompactCodingError) -> [Element] {
    let list = node
    guard list.kind == .list else { throw unexpected("a list") }
    var elements: [Element] = []
    elements.reserveCapacity(Int(list.value))
    var child = index + 1
    while child < Int(list.end) {
      do throws(CompactCodingError) {
        elements.append(try read(CompactNode(tape: tape, index: child)))
      } catch {
        throw error.within(String(elements.count))
      }
      child = Int(tape.pointee.nodes[child].end)
    }
    return elements
  }

  func unexpected(_ wanted: String) -> CompactCodingError { .unexpected(wanted: wanted, path: []) }
}
