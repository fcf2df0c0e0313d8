/// The office's own word on who is sent to certain work, and whether such work is given without asking.
public struct SendingRule: Codable, Hashable, Sendable {
  /// The longest name, in characters.
  public static let longestName = 32

  /// The work that a rule is about; what is nil does not narrow it.
  public struct Scope: Codable, Hashable, Sendable {
    /// The customer or one that belongs to it.
    public var customer: Customer.ID?
    public var site: Site.ID?
    public var equipment: Equipment.ID?
    /// The type of the equipment as the register has it, in large or small letters.
    public var type: String?
    public var trade: Trade?
    public var service: ServiceType?

    public init() {}

    public var isEverything: Bool { self == Scope() }
  }

  /// What people call it; one office has it once.
  public let name: String
  public var scope: Scope
  /// Nobody else is sent; empty for anybody.
  public var only: [Technician.ID] = []
  /// What whoever is sent must hold on that day, beside what the trade asks for.
  public var skills: [SkillRequirement] = []
  /// Whether triaged work that waits is given to whoever is there first and breaks no rule, once.
  public var gives = false

  public init(_ name: String, for scope: Scope) {
    (self.name, self.scope) = (name, scope)
  }

  /// Whether an order is work of the kind that it is about.
  public func covers(_ order: WorkOrder, in office: Office) -> Bool {
    func allows<Value: Equatable>(_ wanted: Value?, _ actual: Value?) -> Bool {
      wanted == nil || wanted == actual
    }
    guard allows(scope.site, order.site), allows(scope.equipment, order.equipment),
      allows(scope.trade, order.trade), allows(scope.service, order.service)
    else { return false }
    if let type = scope.type, office.equipment(order.equipment)?.details[.type]?.folded != type.folded {
      return false
    }
    return scope.customer.map { customer in office.payers(of: order).contains { $0.id == customer } } ?? true
  }
}

extension Office {
  public func sendingRule(_ name: String) -> SendingRule? {
    sendingRules.first { $0.name == name }
  }

  /// The office's rules that are about an order, in the order of their names.
  public func sendingRules(for order: WorkOrder) -> [SendingRule] {
    sendingRules.filter { $0.covers(order, in: self) }
  }

  /// What a rule of the office does with work that waits: once for each rule, however it came out.
  func giving(_ order: WorkOrder) -> [AutomaticStep] {
    guard limits.isOn(.sendingRule), order.isUnassigned, order.status == .ready, order.claim == nil
    else { return [] }
    return sendingRules(for: order).filter(\.gives).map { rule in
      AutomaticStep(
        Automation(.sendingRule, on: order.id, cause: rule.name),
        [.giveWork(order.id, GiveWork(by: rule.name))], dueAt: order.triagedAt ?? order.receivedAt)
    }.filter { !order.has(done: $0.automation) }
  }

  /// Every step that the rules have before them for an order.
  func steps(for order: WorkOrder, _ clocks: [ServiceClock]) -> [AutomaticStep] {
    let own = order.automaticSteps(clocks, limits)
    return sendingRules.isEmpty || order.needsNewerConsole ? own : own + giving(order)
  }
}
