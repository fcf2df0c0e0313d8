public import Domain

/// The running day as it was known after an entry.
public struct PastState: Sendable {
  public let office: Office
  /// The entry it ends with; nil before the first one.
  public let entry: Entry?
  /// The ledger's last entry now.
  public let lastSeq: Int
  /// How many entries were folded to get there.
  public let foldedEntries: Int

  public var seq: Int { entry?.seq ?? 0 }
}
