public import Domain

/// The office as one file tells it, and how far in the ledger that is.
public struct OfficeState: Sendable {
  public let office: Office
  /// The number of the last entry applied, 0 before the first.
  public let seq: Int
  /// The hash of that entry.
  public let head: Digest
}
