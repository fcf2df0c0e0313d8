/// Something that somebody must look at; derived from the office and the time, never stored.
public struct Alert: Hashable, Sendable, Identifiable {
  /// The same cause gives the same alert, a new cause a new one.
  public struct ID: Codable, Hashable, Sendable, Comparable, CustomStringConvertible {
    public let kind: Kind
    public let order: Int?
    public let technician: String?
    /// Of a complaint.
    public let customer: Customer.ID?
    /// Of what the office refused.
    public let conflict: Conflict.ID?
    /// Of a console whose folder was copied.
    public let console: ConsoleID?
    public let cause: Timestamp

    public init(
      _ kind: Kind, order: Int? = nil, technician: String? = nil, customer: Customer.ID? = nil,
      conflict: Conflict.ID? = nil, console: ConsoleID? = nil, cause: Timestamp
    ) {
      self.kind = kind
      self.order = order
      self.technician = technician
      self.customer = customer
      self.conflict = conflict
      self.console = console
      self.cause = cause
    }

    public var description: String {
      let thing = conflict.map(\.description) ?? console.map(\.description)
      let about = thing.map { String($0.prefix(8)) } ?? order.map { String($0) } ?? technician
      let customer = customer.map { String($0.description.suffix(6)) }
      return "\(kind.rawValue)-\(about ?? customer ?? "office")-\(cause.seconds)"
    }

    public static func < (left: ID, right: ID) -> Bool {
      if left.cause != right.cause { return left.cause < right.cause }
      if left.order != right.order { return (left.order ?? 0) < (right.order ?? 0) }
      if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
      if left.conflict != right.conflict {
        return (left.conflict?.description ?? "") < (right.conflict?.description ?? "")
      }
      if left.console != right.console {
        return (left.console?.description ?? "") < (right.console?.description ?? "")
      }
      return (left.technician ?? "") < (right.technician ?? "")
    }
  }

  public enum Kind: String, CompactCodable, Hashable, Sendable, CaseIterable {
    case atRisk, breached, p1Unassigned, overrun, noCheckIn, overlap, holdReview, messageFailed
    case unassigned, stalled, longHold, partMissing, windowInDanger, declined, noShow, complaint, breachCause
    case notSeen, notAccepted, offerEnded, technicianAway, conflict, unread
    case consoleCopied, notReached, notDone, notTheirs, workOnHold
  }

  public enum Severity: Int, Hashable, Sendable, Comparable, CaseIterable {
    case low = 1, medium, high
    public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
  }

  /// What the sentence needs.
  public enum Evidence: Hashable, Sendable {
    case clock(ClockFace, Priority)
    case unassigned(responseDue: Timestamp?)
    case overrun(by: Span, technician: String, next: Int?)
    case silence(Span, limit: Span, technician: String)
    case overlap(with: Int, technician: String, from: Timestamp)
    case hold(HoldReason, since: Timestamp, reviewAt: Timestamp)
    /// Told then, on one of the two roads, and nothing heard of it since.
    case unseen(since: Timestamp, by: TellingRoad)
    /// Seen then and not accepted.
    case unanswered(since: Timestamp)
    /// A rule took it back, as nobody answered.
    case offerEnded
    /// A message that could not be handed over or did not arrive.
    case message(Recipient, why: String, attempts: Int)
    /// Nobody has it for longer than its priority allows.
    case waiting(Priority, since: Timestamp)
    case stalled(WorkOrderStatus, since: Timestamp, limit: Span)
    case longHold(HoldReason, since: Timestamp, workingDays: Int?)
    case part(due: Timestamp, nextStep: String?)
    /// He would arrive then, and the latest that is not late.
    case window(technician: String, arrival: Timestamp, latest: Timestamp)
    /// He is planned for then, before the time that was promised begins.
    case early(technician: String, start: Timestamp, opens: Timestamp)
    case declined(technician: String, reason: String)
    /// Whoever has it is away at the time that stands, so that nobody comes.
    case away(BrokenRule.Absent, technician: String, start: Timestamp)
    case noAccess(technician: String, evidence: String, charges: Bool)
    /// Somebody was there or on his way and left it undone, and nobody has it since; what he said is to come next.
    case notDone(technician: String, reason: String, nextStep: String?)
    /// Somebody has set out to it or is there, and it is not his any more.
    case notTheirs(technician: String, AssignmentStatus)
    /// Somebody is there, or on his way, although it is held and a clock may stand still.
    case workOnHold(HoldReason, technician: String, AssignmentStatus)
    case complaint(customer: String, words: String)
    /// A clock that was met too late, and nobody has said why.
    case unexplained(ClockFace)
    /// What a technician said, and nobody at the desk has read; how many words of his in all.
    case unread(ThreadWords, count: Int)
    /// What somebody wanted and the office refused.
    case conflict(Conflict)
    /// Whoever was told of it does not know that it was called off; since when he is there or on his way.
    case unreached(AssignmentStatus, since: Timestamp?)
    /// A second console of somebody goes by the copy of a folder.
    case copied(CopiedConsole)
  }

  /// What usually solves an alert, by the verb that does it.
  public enum Remedy: Hashable, Sendable {
    case assign, replan, move, open, accept, release, note, say, message, breachCause, resolve, settle, revoke
  }

  public let id: ID
  public let severity: Severity
  /// When it became true.
  public let since: Timestamp
  public let orderID: WorkOrder.ID?
  public let technicianID: Technician.ID?
  public let evidence: Evidence
  /// What usually solves it.
  public let remedy: Remedy
  /// Who has it and what happens next.
  public internal(set) var standing: AlertStanding

  public init(
    id: ID, severity: Severity, since: Timestamp, orderID: WorkOrder.ID?, technicianID: Technician.ID?,
    evidence: Evidence, remedy: Remedy, standing: AlertStanding = .fresh
  ) {
    self.id = id
    self.severity = severity
    self.since = since
    self.orderID = orderID
    self.technicianID = technicianID
    self.evidence = evidence
    self.remedy = remedy
    self.standing = standing
  }
}

extension Alert.ID: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    kind = try fields.kind
    order = try fields.order
    technician = try fields.technician
    customer = try fields.customer
    conflict = try fields.conflict
    console = try fields.console
    cause = try fields.cause
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("kind", kind)
    fields.put("order", order)
    fields.put("technician", technician)
    fields.put("customer", customer)
    fields.put("conflict", conflict)
    fields.put("console", console)
    fields.put("cause", cause)
  }
}
