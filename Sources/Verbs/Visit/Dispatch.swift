public import Domain

/// `dispatch ORDER…`, `dispatch --day today`: tells technicians of visits that were kept from them so far.
public struct Dispatch: Verb {
  public static let name = "work-order.dispatch"
  public static let words = ["dispatch"]
  public static let help = "Tell the technician now, or all of them what a day holds"
  public static let permission: Permission? = DispatchVisit.permission
  public static let parameters: [Parameter] = [
    Parameter("order", .orders, isRepeated: true, help: "number, . or -"),
    .option("day", .day, "every visit of that day that nobody was told of")
  ]

  let orders: [OrderReference]
  let day: CivilDate?

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    day = try arguments.day("day", in: context)
    if day != nil, arguments.has("order") {
      throw UsageFault("Either orders or a day are told, not both.", word: arguments.text("order"))
    }
    orders = day == nil ? try arguments.orders(in: context) : []
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    guard let day else {
      return try Self.onOrders(orders, in: context) { order throws(Refusal) in
        .dispatchVisit(order.id, DispatchVisit())
      }
    }
    let untold = context.office.untold(on: day)
    return Self.proposal(
      untold.map { .dispatchVisit($0.id, DispatchVisit()) }, orders: untold.map(\.number))
  }
}
