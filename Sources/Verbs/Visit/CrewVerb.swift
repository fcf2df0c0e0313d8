public import Domain

/// `crew ORDER TECHNICIAN [--as ROLE] [--off]`: somebody comes along to a visit, or does not any more.
public struct CrewVerb: Verb {
  public static let name = "work-order.crew"
  public static let words = ["crew"]
  public static let help = "Send somebody along to a visit, beside its technician"
  public static let permission: Permission? = CrewVisit.permission
  public static let parameters: [Parameter] = [
    .order, .needed("technician", .technician),
    .option("as", .text, "what for, in a word: apprentice, second pair of hands"),
    .flag("off", "he does not come along any more")
  ]

  let order: OrderReference
  let technician: Technician.ID
  let role: String?
  let isOff: Bool

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    order = try arguments.order(in: context)
    technician = try context.technician(try arguments.needed("technician"))
    role = arguments.text("as")?.trimmed
    isOff = arguments.has("off")
    if isOff, let role {
      throw UsageFault("--as says what somebody comes along for, --off that he does not.", word: role)
    }
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    try Self.onOrders([order], in: context) { order throws(Refusal) in
      let present = order.openVisit?.helpers ?? []
      let others = present.filter { $0 != technician }
      let known = order.openVisit?.roles ?? []
      let own = role.map { [CrewRole(technician, $0)] } ?? known.filter { $0.technician == technician }
      // Who comes along already keeps his place when only his role is said.
      let helpers = isOff ? others : present.contains(technician) ? present : present + [technician]
      let roles = known.filter { $0.technician != technician } + (isOff ? [] : own)
      return .crewVisit(
        order.id, CrewVisit(helpers, replacing: present, roles: roles.isEmpty ? nil : roles))
    }
  }
}
