/// A work order as it was when it was logged.
public struct LoggedWork: Codable, Hashable, Sendable {
  public var id: WorkOrder.ID
  public var number: Int
  public var reference: String?
  public var request: WorkRequest
  public var receivedAt: Timestamp
  public var summary: String
  public var description: String?
  public var category: String?
  public var trade: Trade?
  public var service: ServiceType
  public var priority: Priority
  public var priorityIsConfirmed: Bool
  public var skills: [SkillRequirement]
  public var estimate: Span
  public var window: TimeRange?
  public var windowKind: AppointmentWindow.Kind?
  public var moneyLimit: Money?
  public var customer: Customer.ID?
  public var site: Site.ID?
  public var equipment: Equipment.ID?
  public var impact: Impact?

  public init(
    id: WorkOrder.ID, number: Int, request: WorkRequest, receivedAt: Timestamp, summary: String,
    priority: Priority, priorityIsConfirmed: Bool = false, service: ServiceType = .reactive,
    estimate: Span = .minutes(60)
  ) {
    self.id = id
    self.number = number
    self.request = request
    self.receivedAt = receivedAt
    self.summary = summary
    self.priority = priority
    self.priorityIsConfirmed = priorityIsConfirmed
    self.service = service
    self.estimate = estimate
    skills = []
  }
}

/// A work order as another system told it, with the instants that system recorded.
public struct ImportedWork: Codable, Hashable, Sendable {
  public var logged: LoggedWork
  /// Who went there, in the order of going.
  public var visits: [ImportedVisit]
  public var closedAt: Timestamp?
  /// How it ended there; nil while it is open.
  public var endedAs: ImportedEnding?
  public var notes: [String]
  /// Instants that contradict each other, by name; accepted and flagged.
  public var contradictions: [String]

  public init(logged: LoggedWork) {
    self.logged = logged
    visits = []
    notes = []
    contradictions = []
  }
}

/// One attendance as another system told it.
public struct ImportedVisit: Codable, Hashable, Sendable {
  public var id: Visit.ID
  public var technician: Technician.ID
  public var assignedAt: Timestamp?
  public var acceptedAt: Timestamp?
  public var travellingAt: Timestamp?
  public var onSiteAt: Timestamp?
  public var doneAt: Timestamp?

  public init(id: Visit.ID, technician: Technician.ID) {
    self.id = id
    self.technician = technician
  }
}

public enum ImportedEnding: String, Codable, Hashable, Sendable, CaseIterable {
  case closed, cancelled, duplicate, notDone
}
