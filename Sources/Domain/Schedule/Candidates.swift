/// Who could take an order, best first, and why the others cannot.
public struct Candidates: Hashable, Sendable {
  public let order: WorkOrder.ID
  public let number: Int
  public let eligible: [Candidate]
  public let others: [NoCandidate]

  public init(order: WorkOrder.ID, number: Int, eligible: [Candidate], others: [NoCandidate]) {
    (self.order, self.number, self.eligible, self.others) = (order, number, eligible, others)
  }

  /// What `@best` means: nobody is sent to a closed door unasked.
  public var best: Candidate? { eligible.first { !$0.isShutOut } ?? eligible.first }
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
  public var facts: [Fact]
  /// Rules that only warn.
  public let warnings: [BrokenRule]
  /// His other visits that would begin at another time.
  public var moves: [CandidateMove] = []
  /// What it adds to the cost of the day, by term; empty where nothing but his first gap was looked at.
  public var costs: [PlanCost] = []
  /// What it means that he comes from another company; nil for the office's own people.
  public var vendor: VendorTerms?

  public var arrival: Timestamp { range.start }

  /// Whether the site would let him in at no such hour.
  var isShutOut: Bool {
    warnings.contains { if case .siteClosed = $0.evidence { true } else { false } }
  }

  /// What speaks for him.
  public enum Fact: Hashable, Sendable {
    case freeNow
    /// He is still on this order, so much over his estimate: nobody can say when he is done.
    case overrunning(Int, by: Span)
    /// When his present work, by its order's number, or his break is expected to be over, or his shift begins.
    case freeFrom(Timestamp, after: Int?)
    case hereBefore(times: Int)
    /// The customer asks for him.
    case askedFor
    case onCall
    case nothingMoves
    /// His usual break gives way to it, until then.
    case breakMoves(to: Timestamp)
  }

  public init(
    _ technician: Technician, range: TimeRange, travel: Travel, from: StartingPlace,
    skill: SkillRequirement?, loads: (before: Int, after: Int), facts: [Fact], warnings: [BrokenRule]
  ) {
    (id, handle, name) = (technician.id, technician.handle, technician.name.words)
    (self.range, self.travel, self.from, self.skill) = (range, travel, from, skill)
    (loadBefore, loadAfter) = loads
    (self.facts, self.warnings) = (facts, warnings)
  }
}

/// Another visit that begins at another time so that one more finds room.
public struct CandidateMove: Hashable, Sendable {
  public let order: WorkOrder.ID
  public let number: Int
  public let from: Timestamp
  public let to: Timestamp
  /// The rules that it would break there.
  public var broken: [BrokenRule] = []

  public init(order: WorkOrder.ID, number: Int, from: Timestamp, to: Timestamp) {
    (self.order, self.number, self.from, self.to) = (order, number, from, to)
  }
}

/// A term of what a day costs, in seconds of driving that weigh as much.
public struct PlanCost: Hashable, Sendable {
  public enum Term: String, Hashable, Sendable, CaseIterable {
    case late, travel, overtime, balance, preference, change
    /// A way that is only guessed counts as the longest that is known.
    case guess
    /// What customers thought of his work, for every point below the best.
    case rating
  }

  public let term: Term
  public let worth: Span
  /// The orders that it comes of, where that is told.
  public let orders: [Int]

  public init(_ term: Term, _ worth: Span, orders: [Int] = []) {
    (self.term, self.worth, self.orders) = (term, worth, orders)
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
  /// What would make room, from the plan as it is; nil where nothing short of that was found.
  public var remedy: Remedy?

  /// How it would fit after all.
  public enum Remedy: Hashable, Sendable {
    /// With so much more overtime than he may do.
    case overtime(Span)
    /// Were this visit moved.
    case moving(Int, Priority)
    /// It fits, and costs more than waiting does, in seconds of driving.
    case dearer(Span)
  }

  public init(
    _ technician: Technician, loadPercent: Int, reasons: [BrokenRule], remedy: Remedy? = nil
  ) {
    (id, handle, name) = (technician.id, technician.handle, technician.name.words)
    (self.loadPercent, self.reasons, self.remedy) = (loadPercent, reasons, remedy)
  }
}

extension Candidates {
  /// What keeps everybody from it: said of nobody by name where all of them lack the same skill, else of the first.
  public var obstacle: BrokenRule? {
    guard let first = others.lazy.compactMap(\.reasons.first).first else { return nil }
    guard case .skill(let needed, _, _) = first.evidence, others.count > 1 else { return first }
    let lacking = BrokenRule.Evidence.skill(needed: needed, held: nil, expiredOn: nil)
    guard others.allSatisfy({ other in other.reasons.contains { $0.evidence == lacking } }) else {
      return first
    }
    return BrokenRule(
      rule: first.rule, severity: first.severity, order: first.order, technician: "", evidence: lacking)
  }
}
