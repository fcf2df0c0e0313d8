/// The fields of a record that are words to people and nothing to the rules.
public struct Details<Field: RecordField>: Hashable, Sendable {
  private var words: [Field: String] = [:]

  public init() {}

  public subscript(field: Field) -> String? {
    get { words[field] }
    set { words[field] = newValue }
  }

  public var isEmpty: Bool { words.isEmpty }
}

extension Details: CompactReadable {
  public init(_ node: CompactNode) throws(CompactCodingError) {
    try node.fields().forEach { name, node throws(CompactCodingError) in
      if let field = Field(rawValue: name) { words[field] = try node.text() }
    }
  }
}

extension Details: CompactWritable {
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(
      Dictionary(words.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: { first, _ in first }))
  }
}
