public import Domain

/// `cancel ORDER… REASON`: calls work off for good.
public struct CancelVerb: Verb {
  public static let name = "work-order.cancel"
  public static let words = ["cancel"]
  public static let help = "Call work off for good, with the reason and the fee"
  public static let permission: Permission? = CancelWorkOrder.permission
  public static let parameters: [Parameter] = [
    .orders, .choice("reason", CancelReason.self, help: "else it is other, in your words"),
    .optional("words", .longText, "the reason in words"),
    .flag("quiet", "tells the customer nothing; that is noted where he knows the time")
  ]

  let orders: [OrderReference]
  let reason: CancelReason
  let said: String
  let isQuiet: Bool

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
    let chosen: CancelReason? = try arguments.choice("reason")
    said = arguments.text("words") ?? ""
    guard chosen != nil || !said.trimmed.isEmpty else {
      throw UsageFault("cancel needs a reason: \(Usage.brief(of: Self.self))", word: "reason")
    }
    reason = chosen ?? .other
    isQuiet = arguments.has("quiet")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    let orders = try context.orders(orders)
    var commands: [Command] = []
    var warnings: [String] = []
    for order in orders {
      if !order.isEnded {
        let told = Telling.callingOff(order, with: Self.name, isQuiet: isQuiet, in: context)
        commands += told.commands
        warnings += told.warnings
      }
      let cancel = CancelWorkOrder(reason: reason, words: said, heard: context.heard(order))
      commands.append(.cancelWorkOrder(order.id, cancel))
    }
    return .submit(
      Proposal(verb: Self.name, commands: commands, orders: orders.map(\.number), warnings: warnings))
  }
}
