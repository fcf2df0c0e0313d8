/// What a check of a file found: the whole chain, the rows against the fold of the ledger, SQLite's own check.
public struct CheckReport: Hashable, Sendable {
  public let entries: Int
  public let head: Digest
  /// The hash of the state, the same on every console of one scope.
  public let digest: Digest
  public let problems: [String]
  /// Whether entries of the ledger are among what is wrong: nothing can be made anew from it then.
  public let isLedgerBroken: Bool
  /// Attached files that are not here yet: another console or the office has them.
  public let awaited: Int
  /// What was taken over from the office and is not verified here; nil where the whole ledger is.
  public let takenOver: TakenOverReport?

  public init(
    entries: Int, head: Digest, digest: Digest, problems: [String], isLedgerBroken: Bool = false,
    awaited: Int = 0, takenOver: TakenOverReport? = nil
  ) {
    self.isLedgerBroken = isLedgerBroken
    self.takenOver = takenOver
    self.awaited = awaited
    self.entries = entries
    self.head = head
    self.digest = digest
    self.problems = problems
  }
}
