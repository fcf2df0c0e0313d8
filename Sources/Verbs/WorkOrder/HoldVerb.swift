public import Domain

/// `hold ORDER REASON NOTE`: work that cannot go on for now.
public struct HoldVerb: Verb {
  public static let name = "work-order.hold"
  public static let words = ["hold"]
  public static let help = "Put on hold, with the reason and when to look again"
  public static let permission: Permission? = HoldWorkOrder.permission
  public static let parameters: [Parameter] = [
    .orders, .choice("reason", HoldReason.self, isRequired: true, help: "why it waits"),
    .needed("note", .longText, "what was found, or why it is blocked"),
    .option("review", .instant, "when somebody looks at it again; a day means 9:00"),
    .option("next", .text, "the next step"), .option("options", .text, "what the customer may choose from"),
    .option("owner", .person, "whose it is; you unless said")
  ]

  let orders: [OrderReference]
  let command: HoldWorkOrder

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
    var owner: Person.ID?
    if let word = arguments.text("owner") { owner = try context.person(word) }
    command = HoldWorkOrder(
      reason: try arguments.neededChoice("reason"), note: try arguments.needed("note"),
      nextStep: arguments.text("next"), options: arguments.text("options"), owner: owner,
      reviewAt: try arguments.instant("review", in: context, dayMeans: TimeOfDay(clamping: 540)))
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    try Self.onOrders(orders, in: context) { order throws(Refusal) in .holdWorkOrder(order.id, command) }
  }
}
