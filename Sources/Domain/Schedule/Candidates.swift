/// Who could take an order, best first, and why the others cannot.
public struct Candidates: Hashable, Sendable {
  public let order: WorkOrder.ID
  public let number: Int
  public let eligible: [Candidate]
  public let others: [NoCandidate]

  /// What `@best` means.
  public var best: Candidate? { eligible.first }
}

/// A technician who could take an order, and what speaks for and against it.
public struct Candidate: Hashable, Sendable, Identifiable {
  public let id: Technician.ID
  public let handle: String
  public let name: String
  /// When he would arrive, and until when the work would take him.
  public let range: TimeRange
  public let travel: Travel
  public let from: StartingPlace
  /// The trade the order needs and the level he has in it; nil for an order without a trade.
  public let skill: SkillRequirement?
  /// The day's planned share of his working time in percent, without the order and with it.
  public let loadBefore: Int
  public let loadAfter: Int
  public let facts: [Fact]
  /// Rules that only warn.
  public let warnings: [BrokenRule]

  public var arrival: Timestamp { range.start }

  /// What speaks for him.
  public enum Fact: Hashable, Sendable {
    case freeNow
    /// When his present work, by its order's number, or his break is expected to be over, or his shift begins.
    case freeFrom(Timestamp, after: Int?)
    case hereBefore(times: Int)
    case onCall
    case nothingMoves
  }
}

/// A technician who cannot take an order, and each rule that says so.
public struct NoCandidate: Hashable, Sendable, Identifiable {
  public let id: Technician.ID
  public let handle: String
  public let name: String
  public let loadPercent: Int
  /// What would be broken if he were sent now; never empty.
  public let reasons: [BrokenRule]
}
