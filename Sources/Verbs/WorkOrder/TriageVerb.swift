public import Domain

/// `triage ORDER…`: settles what an order needs before somebody is sent.
public struct TriageVerb: Verb {
  public static let name = "work-order.triage"
  public static let words = ["triage"]
  public static let help = "Settle trade, priority, skills and estimate"
  public static let permission: Permission? = TriageWorkOrder.permission
  public static let parameters: [Parameter] = [
    .orders, .option("trade", .trade), .option("priority", .priority, "else the proposed one is confirmed"),
    .option("reason", .text, "why the priority is not the proposed one"), .options("skill", .skill),
    .option("estimate", .length), .option("category", .text), .option("nte", .money),
    .choice("service", ServiceType.self, .option)
  ]

  let orders: [OrderReference]
  let fields: [String]
  let priority: Priority?
  let reason: String?

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
    priority = try arguments.priority()
    reason = arguments.text("reason")
    var fields: [String] = []
    for name in ["trade", "estimate", "category", "nte", "service"] {
      if let text = arguments.text(name) { fields.append("\(name)=\(text)") }
    }
    let skills = try arguments.skills(in: context)
    if !skills.isEmpty {
      fields.append("skills=" + skills.map { "\($0.trade.name):\($0.level)" }.joined(separator: " "))
    }
    self.fields = fields
    try WorkOrderFields.check(fields, on: orders, in: context)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    try Self.onOrders(orders, in: context) { order throws(Refusal) in
      do throws(UsageFault) {
        let changes = try WorkOrderFields.changes(of: order, fields, in: context)
        let proposed = context.office.proposedPriority(of: order, after: changes).priority
        return .triageWorkOrder(
          order.id,
          TriageWorkOrder(
            changes: changes, priority: priority ?? (order.priorityIsConfirmed ? nil : proposed),
            reason: reason, replacingPriority: order.priority))
      } catch {
        throw Refusal.fault(FieldFault(field: "field", word: error.word ?? "", expected: error.message))
      }
    }
  }
}
