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
    .option("part-due", .instant, "when the part is expected; a day means 9:00"),
    .option("next", .text, "the next step"), .option("options", .text, "what the customer may choose from"),
    .option("owner", .person, "whose it is; you unless said"),
    .flag("quiet", "tells the customer nothing")
  ]

  let orders: [OrderReference]
  let command: HoldWorkOrder
  let isQuiet: Bool

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
    var owner: Person.ID?
    if let word = arguments.text("owner") { owner = try context.person(word) }
    isQuiet = arguments.has("quiet")
    command = HoldWorkOrder(
      reason: try arguments.neededChoice("reason"), note: try arguments.needed("note"),
      nextStep: arguments.text("next"), options: arguments.text("options"), owner: owner,
      reviewAt: try arguments.instant("review", in: context, dayMeans: TimeOfDay(clamping: 540)),
      partDue: try arguments.instant("part-due", in: context, dayMeans: TimeOfDay(clamping: 540)))
    if let word = arguments.text("review"), let review = command.reviewAt, review <= context.now {
      throw UsageFault(
        "\"\(word.clipped(24))\" is over: a review is at a time to come. tomorrow or 2026-11-26 are.",
        word: word)
    }
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    let orders = try context.orders(orders)
    var commands: [Command] = []
    for order in orders {
      commands.append(.holdWorkOrder(order.id, command))
      if !isQuiet, order.hold == nil, !order.isEnded,
        let told = Telling.command("held", of: order, with: Self.name, in: context)
      {
        commands.append(told)
      }
    }
    return Self.proposal(
      commands, orders: orders.map(\.number), warnings: orders.compactMap { runningOn($0, in: context) })
  }

  /// That the promise to come runs on although nobody has the work, with when it falls due.
  private func runningOn(_ order: WorkOrder, in context: VerbContext) -> String? {
    let office = context.office
    guard order.technician == nil, order.hold == nil, !order.isEnded,
      office.contract(of: order).map({ !$0.stops(.response, command.reason) }) ?? false,
      let response = office.clocks(of: order, at: context.now).first(where: { $0.kind == .response }),
      response.isTicking
    else { return nil }
    let due = Wording(office: office, now: context.now).time(response.dueAt)
    return "\(order.number): the response due \(due) runs on, and nobody has it."
  }
}
