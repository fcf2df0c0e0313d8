/// Something that somebody must look at; derived from the office and the time, never stored.
public struct Alert: Hashable, Sendable, Identifiable {
  /// The same cause gives the same alert, a new cause a new one.
  public struct ID: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let kind: Kind
    public let order: Int?
    public let technician: String?
    public let cause: Timestamp

    public init(_ kind: Kind, order: Int? = nil, technician: String? = nil, cause: Timestamp) {
      self.kind = kind
      self.order = order
      self.technician = technician
      self.cause = cause
    }

    public var description: String {
      "\(kind.rawValue)-\(order.map(String.init) ?? technician ?? "office")-\(cause.seconds)"
    }

    public static func < (left: ID, right: ID) -> Bool {
      if left.cause != right.cause { return left.cause < right.cause }
      if left.order != right.order { return (left.order ?? 0) < (right.order ?? 0) }
      if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
      return (left.technician ?? "") < (right.technician ?? "")
    }
  }

  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case atRisk, breached, p1Unassigned, overrun, noCheckIn, overlap, holdReview, messageFailed
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
    /// A message that could not be handed over or did not arrive.
    case message(Recipient, why: String, attempts: Int)
  }

  public let id: ID
  public let severity: Severity
  /// When it became true.
  public let since: Timestamp
  public let orderID: WorkOrder.ID?
  public let technicianID: Technician.ID?
  public let evidence: Evidence
  /// The verb that usually solves it.
  public let remedy: String

  public init(
    id: ID, severity: Severity, since: Timestamp, orderID: WorkOrder.ID?, technicianID: Technician.ID?,
    evidence: Evidence, remedy: String
  ) {
    self.id = id
    self.severity = severity
    self.since = since
    self.orderID = orderID
    self.technicianID = technicianID
    self.evidence = evidence
    self.remedy = remedy
  }
}
