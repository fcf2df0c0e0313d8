import Verbs

/// Ids from the system's randomness.
struct RandomIdentifiers: IdentifierSource {
  func next() -> (high: UInt64, low: UInt64) {
    (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max))
  }
}
