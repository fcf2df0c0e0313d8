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
  /// The same without what waits for the office.
  let confirmed: OfficeState
  /// Whether this id had been submitted before, so that the answer is the one of then.
  public let isRepeat: Bool
  /// Whether it waits for the office's answer; `seq` is then where its entry would be now.
  public var isWaiting = false
  /// What waits, as the entry that it would be now.
  public var waiting: Entry?
  /// Whether an undo brings back what was before, and its person may do that.
  public var isUndoable = false
  /// The action that an undo took back or a redo did again.
  public var takenBack: Entry?
  /// What its person had done since and no undo takes back.
  public var steppedOver: Entry?
  /// Whether that action is done again, as by a redo.
  public var isRedo = false
}

/// What a submission would come to.
public struct Preview: Sendable {
  public let decision: Decision
  /// The action that an undo would take back or a redo would do again.
  public let takenBack: Entry?
  /// What its person has done since and no undo takes back.
  public var steppedOver: Entry?
  /// Whether that action would be done again, as by a redo.
  public var isRedo = false
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
