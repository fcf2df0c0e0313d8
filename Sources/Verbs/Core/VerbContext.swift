public import DayPlan
public import Domain

/// What a verb may know when it is read: the office, the time, who asks and what is selected.
public struct VerbContext: Sendable {
  public let office: Office
  public let now: Timestamp
  /// Who acts; nil before anybody is known.
  public let person: Person.ID?
  /// What `.` stands for.
  public let selection: [WorkOrder.ID]
  /// What `-` stands for.
  public let last: WorkOrder.ID?
  public let identifiers: any IdentifierSource
  /// Work that ended before the running day, from the rows.
  public let olderOrder: @Sendable (OrderReference) -> WorkOrder?
  /// The rules of a zone that the office has not met yet, by IANA name.
  public let zoneRules: @Sendable (String) -> ZoneRules?
  public let isScript: Bool
  /// By what plans are made.
  public var rules: PlanRules
  /// Numbers that no order has, where several were named and each stands for itself.
  var strangers: Set<Int> = []

  public init(
    office: Office, now: Timestamp, person: Person.ID?, selection: [WorkOrder.ID] = [],
    last: WorkOrder.ID? = nil,
    identifiers: any IdentifierSource,
    olderOrder: @escaping @Sendable (OrderReference) -> WorkOrder? = { _ in nil },
    zoneRules: @escaping @Sendable (String) -> ZoneRules? = { _ in nil }, isScript: Bool = false,
    rules: PlanRules = .usual
  ) {
    self.office = office
    self.now = now
    self.person = person
    self.selection = selection
    self.last = last
    self.identifiers = identifiers
    self.olderOrder = olderOrder
    self.zoneRules = zoneRules
    self.isScript = isScript
    self.rules = rules
  }

  /// A new id of whatever is being made.
  public func newID<Subject>(_: Subject.Type = Subject.self) -> Identifier<Subject> { identifiers.newID() }

  public var today: CivilDate { office.today(at: now) }
}
