/// Where new ids come from: randomness in the executable, a counter in a test.
public protocol IdentifierSource: Sendable {
  func next() -> (high: UInt64, low: UInt64)
}
