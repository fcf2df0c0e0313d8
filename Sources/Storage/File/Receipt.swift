public import Domain

/// What became of a submission that was not refused.
public struct Receipt: Sendable {
  /// The entry's place in the ledger; nil when everything was so already (*same*).
  public let seq: Int?
  public let events: [Event]
  /// Rules that were broken and accepted.
  public let warnings: [BrokenRule]
  /// The office right after it, older work that it touched included.
  public let after: Office
  /// What the file published: the running day.
  public let state: OfficeState
  /// Whether this id had been submitted before, so that the answer is the one of then.
  public let isRepeat: Bool
}

/// Why a submission did not get into the ledger.
public enum SubmitError: Error, Hashable, Sendable {
  /// A rule said no.
  case refused(Refusal)
  /// Something broke; nothing was written.
  case failed(Failure)
}

/// What became of each of many submissions that were recorded at once.
public struct BulkReceipt: Sendable {
  public enum Outcome: Sendable {
    case recorded(seq: Int, events: [Event])
    /// Everything was so already, or this id had been submitted before.
    case same
    case refused(Refusal)
  }

  /// One for each submission, in their order.
  public let outcomes: [Outcome]
  public let state: OfficeState
}
