/// Which entry a submission takes back: an action of somebody's, or an undo, which is the action again.
public enum Reversal: Codable, Hashable, Sendable {
  case undoes(Submission.ID)
  case redoes(Submission.ID)

  public var entry: Submission.ID {
    switch self {
    case .undoes(let entry), .redoes(let entry): entry
    }
  }
  /// Whether it does an action again.
  public var isRedo: Bool {
    switch self {
    case .undoes: false
    case .redoes: true
    }
  }
}

/// What somebody wants taken back; which entry that is shows the ledger at the moment of the decision.
public enum TakingBack: Hashable, Sendable {
  /// The newest of his own actions that is not undone yet.
  case last
  /// The entry of this number in the ledger, whoever made it.
  case entry(Int)
  /// What can be of the entry of this number, where some of its orders have gone on since.
  case part(Int)
  /// The last action on an order, whoever made it.
  case order(WorkOrder.ID, number: Int)
  /// What he undid last, unless he has acted since; what he undid where he asks first.
  case undone

  public var isPartial: Bool { if case .part = self { true } else { false } }
}

/// Why nothing can be taken back.
public indirect enum UndoObstacle: Codable, Hashable, Sendable {
  case nothingToUndo
  case nothingToRedo
  case nothing(onOrder: Int)
  case noEntry(Int)
  /// What happened, a note, an import: it is corrected, not undone.
  case fact(Entry)
  case alreadyUndone(Entry)
  /// His last action was made elsewhere than where he asks for it, or undone there: it is taken back, or done again,
  /// by the number of that entry.
  case elsewhere(Entry, entry: Int, undoneAt: Timestamp? = nil)
  /// He has done something since that nothing takes back, or that a refusal keeps as it is by now: what is before it
  /// is taken back by the number of its entry.
  case stepsOver(Entry, because: Refusal? = nil, to: Entry, entry: Int)
  /// A group of which these orders go back, by the number of its entry, and the others stay: why, for each of them.
  case partly(Entry, goes: [Int], stays: [Refusal], entry: Int)
}

extension Entry {
  /// Whether an undo of it brings back what was before.
  public var isUndoable: Bool { !inverse.isEmpty }

  /// A submission that takes this entry back; what an action was allowed to break, it may break again.
  public func takenBack(by submission: Submission, override: String? = nil) -> Submission {
    let back: Reversal =
      switch reversal {
      case .undoes: .redoes(self.submission)
      case .redoes, nil: .undoes(self.submission)
      }
    return Submission(
      id: submission.id, stamp: submission.stamp, commands: inverse,
      override: submission.override ?? override, acceptsWarnings: submission.acceptsWarnings,
      acceptsClaims: submission.acceptsClaims, reversal: back,
      acceptedWarnings: submission.acceptedWarnings, undoes: back.isRedo ? nil : at)
  }
}
