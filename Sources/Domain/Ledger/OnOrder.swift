/// The rule of a command about one work order. What has a default means the same as in ``CommandRule``.
protocol WorkOrderCommand: Codable, Hashable, Sendable {
  static var permission: Permission { get }
  static var kind: CommandKind { get }
  /// Whether somebody is asked first who gives it for an order that somebody else has claimed. Facts are never held
  /// up, nor is what leaves the other's work as it is.
  static var heedsClaims: Bool { get }

  /// The further visit that it is about; nil for the order as it is, with the visit in hand.
  var furtherVisit: Visit.ID? { get }

  func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent]
  func inverse(on order: WorkOrder, in moment: Moment) -> [Command]
  func brokenRules(on order: WorkOrder, in moment: Moment) -> [BrokenRule]
  /// The orders that it needs besides the one it is about.
  var otherOrders: [WorkOrder.ID] { get }
  /// The order is nil where the office does not have it.
  func permissions(on order: WorkOrder?) -> [Permission]
  func takesBack(_ order: WorkOrder, by person: Person.ID) -> Bool
  /// The order is nil where the office does not have it.
  func restated(on order: WorkOrder?) -> Restatement
}

extension WorkOrderCommand {
  static var heedsClaims: Bool { kind == .claim }
  var furtherVisit: Visit.ID? { nil }

  func inverse(on order: WorkOrder, in moment: Moment) -> [Command] { [] }
  func brokenRules(on order: WorkOrder, in moment: Moment) -> [BrokenRule] { [] }
  var otherOrders: [WorkOrder.ID] { [] }
  func permissions(on order: WorkOrder?) -> [Permission] { [Self.permission] }
  func takesBack(_ order: WorkOrder, by person: Person.ID) -> Bool { false }
  func restated(on order: WorkOrder?) -> Restatement { .usual(for: Self.kind) }
}

/// A work order's command on the order it is about.
struct OnOrder<Rule: WorkOrderCommand>: CommandRule {
  let id: WorkOrder.ID
  let rule: Rule

  static var permission: Permission { Rule.permission }
  static var kind: CommandKind { Rule.kind }
  var touchedOrders: [WorkOrder.ID] { [id] + rule.otherOrders }

  func decide(in moment: Moment) throws(Refusal) -> [Event] {
    guard let order = moment.office.order(id) else { throw .notFound(.order(0)) }
    if order.needsNewerConsole { throw .needsNewerConsole(.order(order.number)) }
    return try rule.decide(on: order.facing(rule.furtherVisit), in: moment).map { .workOrder(id, $0) }
  }

  func inverse(in moment: Moment) -> [Command] {
    faced(in: moment.office).map { rule.inverse(on: $0, in: moment) } ?? []
  }

  func brokenRules(in moment: Moment) -> [BrokenRule] {
    faced(in: moment.office).map { rule.brokenRules(on: $0, in: moment) } ?? []
  }

  func brokenClaim(in moment: Moment) -> BrokenRule? {
    guard Rule.heedsClaims, let order = moment.office.order(id) else { return nil }
    return moment.brokenClaim(on: order)
  }

  func permissions(of person: Person.ID, in office: Office) -> [Permission] {
    rule.permissions(on: office.order(id))
  }

  func takesBackOwn(of person: Person.ID, in office: Office) -> Bool {
    office.order(id).map { rule.takesBack($0, by: person) } ?? false
  }

  func restated(on office: Office) -> Restatement { rule.restated(on: faced(in: office)) }

  /// The order with the visit that this is about in hand.
  private func faced(in office: Office) -> WorkOrder? { office.order(id)?.facing(rule.furtherVisit) }
}
