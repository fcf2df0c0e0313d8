public import Domain

/// `dispatch ORDER… [--by phone]`, `dispatch --day today`: tells technicians of visits that were kept from them so far.
public struct DispatchVerb: Verb {
  public static let name = "work-order.dispatch"
  public static let words = ["dispatch"]
  public static let help = "Tell the technician now, or all of them what a day holds; no undo"
  public static let permission: Permission? = DispatchVisit.permission
  public static let parameters: [Parameter] = [
    Parameter("order", .orders, isRepeated: true, help: "number, . or -"),
    .option("day", .day, "every visit of that day that nobody was told of"),
    .choice("by", TellingRoad.self, .option, help: "how; else as each usually is")
  ]

  let orders: [OrderReference]
  let day: CivilDate?
  let road: TellingRoad?

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    day = try arguments.day("day", in: context)
    road = try arguments.choice("by")
    if day != nil, arguments.has("order") {
      throw UsageFault("Either orders or a day are told, not both.", word: arguments.text("order"))
    }
    orders = day == nil ? try arguments.orders(in: context) : []
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    let orders: [WorkOrder]
    if let day { orders = context.office.untold(on: day) } else { orders = try context.orders(self.orders) }
    let told = Proposal(
      verb: Self.name, commands: orders.map { .dispatchVisit($0.id, DispatchVisit(by: road)) },
      orders: orders.map(\.number))
    return .submit(told.tellingTechnicians(in: context))
  }
}
