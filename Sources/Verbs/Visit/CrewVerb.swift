public import Domain

/// `crew ORDER TECHNICIAN [--off]`: somebody comes along to a visit, or does not any more.
public struct CrewVerb: Verb {
  public static let name = "work-order.crew"
  public static let words = ["crew"]
  public static let help = "Send somebody along to a visit, beside its technician"
  public static let permission: Permission? = CrewVisit.permission
  public static let parameters: [Parameter] = [
    .order, .needed("technician", .technician), .flag("off", "he does not come along any more")
  ]

  let order: OrderReference
  let technician: Technician.ID
  let isOff: Bool

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    order = try arguments.order(in: context)
    technician = try context.technician(try arguments.needed("technician"))
    isOff = arguments.has("off")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    try Self.onOrders([order], in: context) { order throws(Refusal) in
      let present = order.openVisit?.helpers ?? []
      let others = present.filter { $0 != technician }
      return .crewVisit(order.id, CrewVisit(isOff ? others : others + [technician], replacing: present))
    }
  }
}
