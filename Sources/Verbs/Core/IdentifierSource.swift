public import Domain

/// Where new ids come from: randomness in the executable, a counter in a test.
public protocol IdentifierSource: Sendable {
  func next() -> (high: UInt64, low: UInt64)
}

extension IdentifierSource {
  /// A new id of whatever is being made.
  public func newID<Subject>(_: Subject.Type = Subject.self) -> Identifier<Subject> {
    let (high, low) = next()
    return Identifier(high: high, low: low)
  }
}
