/// The limits that alerts, clocks and rules use; one table, each with the office's usual value.
public struct Limits: Codable, Hashable, Sendable {
  /// A clock is at risk with this share of its time or less left, in percent.
  public var atRiskPercent = 25
  /// How long a technician may take to see what he was told, and then to accept it.
  public var seenWithin = Span.minutes(10)
  public var seenWithinP1 = Span.minutes(3)
  public var acceptWithin = Span.minutes(15)
  public var acceptWithinP1 = Span.minutes(5)
  /// How long after it was told an offer that nobody answers goes back to the queue.
  public var offerWithin = Span.minutes(30)
  public var offerWithinP1 = Span.minutes(10)
  public var checkInWithin = Span.minutes(30)
  public var stalledAfter = Span.hours(4)
  public var unassignedAfter = Span.hours(2)
  public var longHoldWorkingDays = 3
  /// An alert that nobody takes goes a level up after this; a P1's, or one of a P1 that nobody has, sooner.
  public var escalateAfter = Span.minutes(15)
  public var escalateAfterP1 = Span.minutes(5)
  /// So long an alert stays with who took it.
  public var ownFor = Span.hours(1)
  /// A gap of this length in the rest of a shift is room for more.
  public var roomFrom = Span.hours(1)
  /// How far work may put off a usual break; nil for the usual hour and a half, as in ledgers of before.
  public var breakMoves: Span?
  /// Work that has waited so long without anybody on it rises by one class.
  public var riseAfter = Span.days(14)
  /// How many response clocks are to be met in time, in percent.
  public var responseTargetPercent = 95
  /// How many fix clocks are to be met in time, in percent.
  public var fixTargetPercent = 93
  /// The rules that do not act, in the order of their names.
  public var switchedOff: [AutomaticRule] = []
  /// How long a message waits before it goes out, so that undo catches it.
  public var messageWait = Span.seconds(30)
  /// What calling off costs, by reason; a reason that is missing costs nothing.
  public var cancelFees: [CancelReason: Money] = [:]
  /// Where a rule is meant otherwise than usual; a rule that a newer version adds means what it says there.
  public var severities: [Rule: Severity] = [:]
  /// Where a role is meant otherwise than everybody.
  public var severitiesByRole: [Rule: [Role: Severity]] = [:]

  public init() {}

  /// How far work may put off a usual break, whether the office has said so or not.
  public var breaksMoveBy: Span {
    get { breakMoves ?? .minutes(90) }
    set { breakMoves = newValue }
  }

  public func isOn(_ rule: AutomaticRule) -> Bool { !switchedOff.contains(rule) }

  public mutating func turn(_ rule: AutomaticRule, on isOn: Bool) {
    switchedOff = AutomaticRule.allCases.filter { $0 == rule ? !isOn : switchedOff.contains($0) }
  }

  /// What a rule does to somebody of a role; with nil what it does to everybody who has no word of his own.
  public func severity(of rule: Rule, for role: Role? = nil) -> Severity {
    if let role, let own = severitiesByRole[rule]?[role] { return own }
    return severities[rule] ?? Rule.usualSeverities[rule] ?? .block
  }
}

/// A rule that may warn or block, by the office's choice.
public enum Rule: String, Codable, Hashable, Sendable, CaseIterable, CodingKeyRepresentable {
  case overlap, skill, notWorking, breaks, held, past, outsideWindow, travel, overtime, moneyLimit, pinned,
    underWay
  /// Somebody else works on the order.
  case claimed
  /// The customer does not want him.
  case refused

  public static let usualSeverities: [Rule: Severity] = [
    .overlap: .block, .skill: .block, .notWorking: .block,
    .breaks: .warn, .held: .warn, .past: .warn, .outsideWindow: .warn, .travel: .warn, .overtime: .warn,
    .moneyLimit: .warn, .pinned: .warn, .underWay: .warn, .claimed: .warn, .refused: .block
  ]
}

/// What a broken rule asks for: a yes, a reason, or somebody of another role.
public enum Severity: String, Codable, Hashable, Sendable, CaseIterable {
  case warn, block
  /// No reason passes it.
  case forbid

  /// How much it weighs, the most first.
  var weight: Int {
    switch self {
    case .forbid: 0
    case .block: 1
    case .warn: 2
    }
  }
}
