/// A value that reads itself from its compact form.
///
/// The coding that the compiler writes asks at run time which type each field has, and costs several times what
/// reading does. Whatever a console reads by the thousand at its start says itself what it is made of: see
/// `CompactRecord`. What is rare keeps the compiler's coding and only says that it may stand in such a record.
public protocol CompactReadable: Decodable {
  init(_ node: CompactNode) throws(CompactCodingError)

  /// What stands for a field that is not there; without a value of its own that is an error.
  static func absent(_ name: StaticString) throws(CompactCodingError) -> Self
}

extension CompactReadable {
  public init(_ node: CompactNode) throws(CompactCodingError) { try self.init(asCompiled: node) }

  /// By the coding that the compiler has written.
  init(asCompiled node: CompactNode) throws(CompactCodingError) {
    do {
      self = try Self(from: CompactNodeDecoder(tape: node.tape.pointee.whole, index: node.index))
    } catch {
      throw CompactCodingError(error)
    }
  }

  public static func absent(_ name: StaticString) throws(CompactCodingError) -> Self {
    throw .missing(path: ["\(name)"])
  }
}

extension CompactReadable where Self: RawRepresentable, RawValue: CompactReadable {
  public init(_ node: CompactNode) throws(CompactCodingError) {
    guard let value = Self(rawValue: try RawValue(node)) else { throw node.unexpected("\(Self.self)") }
    self = value
  }
}

extension Bool: CompactReadable {
  public init(_ node: CompactNode) throws(CompactCodingError) { self = try node.flag() }
}

extension Int: CompactReadable {
  public init(_ node: CompactNode) throws(CompactCodingError) { self = try node.integer() }
}

extension Int32: CompactReadable {
  public init(_ node: CompactNode) throws(CompactCodingError) { self = try node.integer() }
}

extension Int64: CompactReadable {
  public init(_ node: CompactNode) throws(CompactCodingError) { self = try node.integer() }
}

extension String: CompactReadable {
  public init(_ node: CompactNode) throws(CompactCodingError) { self = try node.text() }
}

extension Array: CompactReadable where Element: CompactReadable {
  public init(_ node: CompactNode) throws(CompactCodingError) {
    self = try node.elements { element throws(CompactCodingError) in try Element(element) }
  }
}

extension Optional: CompactReadable where Wrapped: CompactReadable {
  public init(_ node: CompactNode) throws(CompactCodingError) { self = node.isNull ? nil : try Wrapped(node) }

  public static func absent(_ name: StaticString) throws(CompactCodingError) -> Self { nil }
}
