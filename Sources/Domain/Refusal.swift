/// Why a rule said no, with what the sentence needs. The words are made elsewhere.
public enum Refusal: Error, Codable, Hashable, Sendable {
  case notFound(Subject)
  case notAllowed(Permission, role: Role)
  /// A claim replaced something that has changed since it was seen.
  case changedSince(Subject, field: String, now: String?)
  /// A scheduling rule is broken: blocked, or warned and not confirmed.
  case broken(BrokenRule)
  case overrideNeedsReason(Rule)
  case workEnded(Int, WorkOrderStatus)
  case wrongState(Int, WorkOrderStatus, wanted: WantedState)
  case alreadyOnHold(Int, Hold)
  case notOnHold(Int)
  /// Something the command needs was not said.
  case missing(Subject, fields: [String])
  case fault(FieldFault)
  /// A name or handle that somebody else has.
  case taken(Subject)
  /// What it refers to would then be lost or circular.
  case inUse(Subject)
  case undoImpossible(UndoObstacle)
  /// A message about an order that has left the office and cannot be taken back.
  case messageLeft(Int, OutgoingMessage)
  /// The desk is not taken over before these parts of the handover are read.
  case handoverUnread([HandoverSection])
  case needsNewerConsole(Subject)
  /// Somebody who has left the office, by his handle, can do nothing in it.
  case personLeft(String)
  /// What was planned was seen before the office changed or the minutes passed on which it rests.
  case planMovedOn
}

/// What a command would have needed an order to be.
public enum WantedState: String, Codable, Hashable, Sendable {
  case assigned, unassigned, started, done, ended, planned
  /// A clock of it was missed.
  case late
  /// Another order than the one that the command is on.
  case another
  /// An original that goes on, so that what is said of its duplicate is not lost.
  case goingOn
  /// A step that is not on record yet in other words.
  case unreported
  /// A step that was reported just now.
  case justReported
}

/// A rule that would be broken, and by what.
public struct BrokenRule: Codable, Hashable, Sendable {
  public let rule: Rule
  public let severity: Severity
  public let order: Int
  public let technician: String
  public let evidence: Evidence

  public enum Evidence: Codable, Hashable, Sendable {
    /// Another visit that was told, and when the technician is free again.
    case overlap(order: Int, TimeRange, freeFrom: Timestamp)
    case skill(needed: SkillRequirement, held: Int?, expiredOn: CivilDate?)
    case notWorking(Absent, until: Timestamp?)
    /// His usual break would come while he works on it.
    case overBreak(TimeRange)
    /// The order waits for something, and giving it to somebody does not end that.
    case held(HoldReason, reviewAt: Timestamp)
    /// It would have begun a while ago.
    case past(start: Timestamp)
    case window(TimeRange, arrival: Timestamp)
    case travel(Span, from: Int, available: Span)
    case overtime(until: Timestamp, shiftEnds: Timestamp)
    case moneyLimit(Money, spent: Money)
    /// A time, or a technician by his handle, that somebody has pinned.
    case pinned(at: Timestamp?, to: String?)
    /// Who has it, by his handle, has set out to it since then.
    case underWay(String, since: Timestamp)
    /// Who has it, by his handle, is there since then.
    case onSite(String, since: Timestamp)
    /// Somebody else, by his name, works on it since then.
    case claimed(by: String, since: Timestamp)
    /// The customer, by its name, does not want him to come.
    case refused(by: String)
    /// A rule of the office, by its name, sends others.
    case ruledOut(by: String)
    /// He has said no to this visit, and why.
    case hasDeclined(String)
    /// The site lets nobody in: until then, or from then on.
    case siteClosed(String, opens: Timestamp?, closes: Timestamp?)
  }

  public enum Absent: Codable, Hashable, Sendable {
    case off, onBreak, unavailable, absent(String), outsideShift, inactive
  }

  public init(rule: Rule, severity: Severity, order: Int, technician: String, evidence: Evidence) {
    self.rule = rule
    self.severity = severity
    self.order = order
    self.technician = technician
    self.evidence = evidence
  }
}

extension Refusal {
  /// The code that scripts rely on.
  public var code: String {
    switch self {
    case .notFound: "notFound"
    case .notAllowed, .personLeft: "notAllowed"
    case .changedSince, .planMovedOn: "changedSince"
    case .broken(let broken): broken.rule.rawValue
    case .overrideNeedsReason: "overrideNeedsReason"
    case .workEnded: "workEnded"
    case .wrongState, .taken, .inUse, .needsNewerConsole, .handoverUnread: "wrongState"
    case .alreadyOnHold: "alreadyOnHold"
    case .notOnHold: "notOnHold"
    case .missing, .fault: "missing"
    case .undoImpossible: "undoImpossible"
    case .messageLeft: "messageLeft"
    }
  }
}
