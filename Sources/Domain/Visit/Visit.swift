/// One planned attendance at a site.
public struct Visit: Codable, Hashable, Sendable, Identifiable {
  public typealias ID = Identifier<Visit>

  public let id: ID
  /// Nil while no time is set.
  public var start: Timestamp?
  public var estimate: Span
  /// Everybody who was ever on it, oldest first; the last one counts.
  public var assignments: [Assignment]
  /// What somebody has said is to stay as it is; nil while nobody has said anything.
  public var pin: Pin?
  /// Who comes along beside its technician and is busy as long; nil where nobody does.
  public var helpers: [Technician.ID]?
  /// What for, of those of whom somebody has said.
  public var roles: [CrewRole]?
  /// Whether it was planned beside one that was open: it waits until that one is over; nil for every other visit.
  public var isFurther: Bool?

  public init(id: ID, start: Timestamp?, estimate: Span, assignments: [Assignment] = []) {
    self.id = id
    self.start = start
    self.estimate = estimate
    self.assignments = assignments
  }

  public var assignment: Assignment? { assignments.last }
  public var activeAssignment: Assignment? { assignment.flatMap { $0.status.isOver ? nil : $0 } }
  public var end: Timestamp? { start.map { $0 + estimate } }

  /// The planned time; nil while no start is set.
  public var range: TimeRange? { start.map { TimeRange(start: $0, end: $0 + estimate) } }

  /// Whether it still waits for somebody or for its work: never assigned, given back or declined.
  public var isOpen: Bool {
    switch assignment?.status {
    case nil, .declined: true
    case .done, .notDone: false
    case .tentative, .scheduled, .dispatched, .seen, .accepted, .travelling, .onSite: true
    }
  }

  /// Whether a technician has it, had it before somebody else, or comes along.
  func isOrWas(of technician: Technician.ID) -> Bool {
    assignments.contains { $0.technician == technician } || helpers?.contains(technician) ?? false
  }

  /// By end; what has not ended comes first.
  static func endsEarlier(_ left: Visit, _ right: Visit) -> Bool {
    (left.assignment?.endedAt ?? .distantPast) < (right.assignment?.endedAt ?? .distantPast)
  }

  /// By start; what has no time comes last.
  static func isEarlier(_ left: Visit, _ right: Visit) -> Bool {
    (left.start ?? Timestamp(seconds: .max), left.id) < (right.start ?? Timestamp(seconds: .max), right.id)
  }

  /// Whether somebody has it to do, or nobody was ever given it; a further one that was declined waits with nobody.
  var isInHand: Bool { (assignment.map { !$0.status.isOver } ?? isOpen) || isFurther != nil && isOpen }
}

extension Visit: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    id = try fields.id
    start = try fields.start
    estimate = try fields.estimate
    assignments = try fields.assignments
    pin = try fields.pin
    helpers = try fields.helpers
    roles = try fields.roles
    isFurther = try fields.isFurther
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("id", id)
    fields.put("start", start)
    fields.put("estimate", estimate)
    fields.put("assignments", assignments)
    fields.put("pin", pin)
    fields.put("helpers", helpers)
    fields.put("roles", roles)
    fields.put("isFurther", isFurther)
  }
}
