/// Says who comes along to the open visit beside its technician: they are busy as long as it takes, and go where it goes.
public struct CrewVisit: WorkOrderCommand {
  public static let permission = Permission.dispatchWork
  public static let kind = CommandKind.claim

  /// In the order in which they were named; nobody where it is empty.
  public var helpers: [Technician.ID]
  public var replacing: [Technician.ID]
  /// What for, of those of whom it is said.
  public var roles: [CrewRole]?

  public init(_ helpers: [Technician.ID], replacing: [Technician.ID], roles: [CrewRole]? = nil) {
    self.helpers = helpers
    self.replacing = replacing
    self.roles = roles
  }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    if order.isEnded { throw .workEnded(order.number, order.status) }
    guard let visit = order.openVisit, let holder = order.technician else {
      throw .wrongState(order.number, order.status, wanted: .planned)
    }
    let present = visit.helpers ?? []
    if present == helpers, visit.roles == kept { return [] }
    if present != replacing {
      let names = present.compactMap { moment.office.technician($0)?.handle }
      throw .changedSince(
        .order(order.number), field: "crew", now: names.isEmpty ? nil : names.joined(separator: ", "))
    }
    for id in helpers {
      guard let technician = moment.office.technician(id), technician.isActive else {
        throw .notFound(.technician(id.description))
      }
      guard id != holder, helpers.count(where: { $0 == id }) == 1 else {
        throw .fault(
          FieldFault(
            field: "helper", word: technician.handle,
            expected: "somebody beside whoever has the visit, named once"))
      }
    }
    try checkRoles()
    try moment.enforcePlace(brokenRules(on: order, in: moment))
    return [.visitCrewed(visit.id, helpers, roles: kept)]
  }

  /// The roles of those who come along; nil where nothing is said of any.
  private var kept: [CrewRole]? {
    let kept = (roles ?? []).filter { helpers.contains($0.technician) }
    return kept.isEmpty ? nil : kept
  }

  private func checkRoles() throws(Refusal) {
    for one in roles ?? [] where !(1...CrewRole.longest).contains(one.role.trimmed.count) {
      throw .fault(
        FieldFault(
          field: "role", word: String(one.role.prefix(12)), expected: "a word or two, at most 40 characters"))
    }
  }

  public func inverse(on order: WorkOrder, in moment: Moment) -> [Command] {
    [
      .crewVisit(
        order.id,
        CrewVisit(order.openVisit?.helpers ?? [], replacing: helpers, roles: order.openVisit?.roles))
    ]
  }

  /// What stands against those who are new.
  public func brokenRules(on order: WorkOrder, in moment: Moment) -> [BrokenRule] {
    guard let visit = order.openVisit, let range = visit.range else { return [] }
    let index = ScheduleIndex(moment.office, at: moment.now)
    return helpers.filter { !(visit.helpers ?? []).contains($0) }.flatMap { id in
      moment.office.brokenRules(helping: order, id, in: range, index, for: moment.person?.role)
    }
  }
}
