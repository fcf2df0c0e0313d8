public import Testing

/// Names the capabilities that a test would notice missing, such as `QUE-05`.
public struct Verifies: TestTrait, SuiteTrait {
  public let capabilities: [String]
  public var isRecursive: Bool { true }
}

extension Trait where Self == Verifies {
  /// Quotes capabilities by id; `make requirements` lists those that no test quotes.
  public static func verifies(_ capabilities: String...) -> Self { Verifies(capabilities: capabilities) }
}
