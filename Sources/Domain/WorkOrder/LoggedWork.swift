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
  /// What the call left open.
  public var unasked: [UnaskedQuestion] = []

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

extension LoggedWork: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    id = try fields.id
    number = try fields.number
    reference = try fields.reference
    request = try fields.request
    receivedAt = try fields.receivedAt
    summary = try fields.summary
    description = try fields.description
    category = try fields.category
    trade = try fields.trade
    service = try fields.service
    priority = try fields.priority
    priorityIsConfirmed = try fields.priorityIsConfirmed
    skills = try fields.skills
    estimate = try fields.estimate
    window = try fields.window
    windowKind = try fields.windowKind
    moneyLimit = try fields.moneyLimit
    customer = try fields.customer
    site = try fields.site
    equipment = try fields.equipment
    impact = try fields.impact
    let open: [UnaskedQuestion]? = try fields.unasked
    unasked = open ?? []
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("id", id)
    fields.put("number", number)
    fields.put("reference", reference)
    fields.put("request", request)
    fields.put("receivedAt", receivedAt)
    fields.put("summary", summary)
    fields.put("description", description)
    fields.put("category", category)
    fields.put("trade", trade)
    fields.put("service", service)
    fields.put("priority", priority)
    fields.put("priorityIsConfirmed", priorityIsConfirmed)
    fields.put("skills", skills)
    fields.put("estimate", estimate)
    fields.put("window", window)
    fields.put("windowKind", windowKind)
    fields.put("moneyLimit", moneyLimit)
    fields.put("customer", customer)
    fields.put("site", site)
    fields.put("equipment", equipment)
    fields.put("impact", impact)
    fields.put("unasked", unasked.isEmpty ? nil : unasked)
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
  /// What came of it there: what was done and why, with what, and what it cost.
  public var report: CompletionReport?
  /// Instants that contradict each other, by name; accepted and flagged.
  public var contradictions: [String]

  public init(logged: LoggedWork) {
    self.logged = logged
    visits = []
    notes = []
    contradictions = []
  }
}

extension ImportedWork: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    logged = try fields.logged
    visits = try fields.visits
    closedAt = try fields.closedAt
    endedAs = try fields.endedAs
    notes = try fields.notes
    report = try fields.report
    contradictions = try fields.contradictions
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("logged", logged)
    fields.put("visits", visits)
    fields.put("closedAt", closedAt)
    fields.put("endedAs", endedAs)
    fields.put("notes", notes)
    fields.put("report", report)
    fields.put("contradictions", contradictions)
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

extension ImportedVisit: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    id = try fields.id
    technician = try fields.technician
    assignedAt = try fields.assignedAt
    acceptedAt = try fields.acceptedAt
    travellingAt = try fields.travellingAt
    onSiteAt = try fields.onSiteAt
    doneAt = try fields.doneAt
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("id", id)
    fields.put("technician", technician)
    fields.put("assignedAt", assignedAt)
    fields.put("acceptedAt", acceptedAt)
    fields.put("travellingAt", travellingAt)
    fields.put("onSiteAt", onSiteAt)
    fields.put("doneAt", doneAt)
  }
}

public enum ImportedEnding: String, CompactCodable, Hashable, Sendable, CaseIterable {
  case closed, cancelled, duplicate, notDone
}

extension LoggedWork {
  /// Refuses a length that no edit would take, and an instant that no clock can have told: clocks and boards would have
  /// to reckon with them for good.
  func check() throws(Refusal) {
    if !estimate.isEstimate { throw .fault(estimate.fault(in: WorkOrder.Field.estimate.rawValue)) }
    let told = [("received", receivedAt), ("window", window?.start), ("window", window?.end)]
    for case (let field, let instant?) in told where !Timestamp.possible.contains(instant) {
      throw .fault(FieldFault(field: field, word: "\(instant.seconds)", expected: "a time from 1900 to 2199"))
    }
  }
}

extension Span {
  /// That no work can take so long.
  func fault(in field: String) -> FieldFault {
    FieldFault(field: field, word: "\(wholeMinutes)m", expected: "a length such as 90m or 1h30")
  }
}
