import HashTreeCollections

/// A collection whose own order differs between processes; compactly it is written sorted, in the shape in
/// which it decodes itself.
protocol CompactUnordered {
  func encodeInOrder(to writer: CompactWriter) throws
}

extension Dictionary: CompactUnordered where Key: Encodable, Value: Encodable {
  func encodeInOrder(to writer: CompactWriter) throws { try writer.encodeSorted(Array(self)) }
}

extension TreeDictionary: CompactUnordered where Key: Encodable, Value: Encodable {
  func encodeInOrder(to writer: CompactWriter) throws {
    try writer.encodeSorted(self.map { ($0.key, $0.value) })
  }
}

extension Set: CompactUnordered where Element: Encodable {
  func encodeInOrder(to writer: CompactWriter) throws { try writer.encodeSorted(Array(self)) }
}

extension TreeSet: CompactUnordered where Element: Encodable {
  func encodeInOrder(to writer: CompactWriter) throws { try writer.encodeSorted(Array(self)) }
}

extension CompactWriter {
  fileprivate func encodeSorted<Key: Encodable, Value: Encodable>(_ pairs: [(key: Key, value: Value)]) throws
  {
    if let textKey = CompactWriter.textKey(of: Key.self) {
      let level = open(isMap: true)
      let entries = pairs.map { (key: textKey($0.key), value: $0.value) }
      for entry in entries.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
        element(at: level)
        writeKey(entry.key, isData: true)
        try encodeValue(entry.value)
      }
    } else {
      let level = open(isMap: false)
      for pair in try sortedByBytes(pairs, \.key) {
        element(at: level)
        try encodeValue(pair.key)
        element(at: level)
        try encodeValue(pair.value)
      }
    }
  }

  fileprivate func encodeSorted<Element: Encodable>(_ elements: [Element]) throws {
    let level = open(isMap: false)
    for element in try sortedByBytes(elements, \.self) {
      self.element(at: level)
      try encodeValue(element)
    }
  }

  /// Each key is written alone first: within the message its bytes depend on what came before.
  private func sortedByBytes<Element, Key: Encodable>(
    _ elements: [Element], _ key: KeyPath<Element, Key>
  ) throws -> [Element] {
    if elements.count < 2 { return elements }
    return try elements.map { element in
      let alone = CompactWriter(userInfo: [:], nameCount: 0)
      try alone.encodeValue(element[keyPath: key])
      return (bytes: alone.takeBytes(), element: element)
    }.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }.map(\.element)
  }

  /// Which keys dictionaries write as fields: the same that they expect when they are read.
  private static func textKey<Key>(of type: Key.Type) -> ((Key) -> String)? {
    if type == String.self { return { $0 as? String ?? "" } }
    if type == Int.self { return { String($0 as? Int ?? 0) } }
    if type is any CodingKeyRepresentable.Type {
      return { ($0 as? any CodingKeyRepresentable)?.codingKey.stringValue ?? "" }
    }
    return nil
  }
}
