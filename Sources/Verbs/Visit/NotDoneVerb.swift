public import Domain

/// `not-done ORDER… REASON [--next TEXT]`: the visit ended without the work being done.
public struct NotDoneVerb: Verb {
  public static let name = "work-order.not-done"
  public static let words = ["not-done"]
  public static let help = "Report a visit that ended without the work done"
  public static let permission: Permission? = ReportNotDone.permission
  public static let parameters: [Parameter] = [
    .orders, .needed("reason", .longText), .option("next", .text, "what is to happen next"),
    .option("no-access", .text, "nobody there, or a closed door: what shows it"),
    .flag("charge", "the return visit is charged")
  ]

  let orders: [OrderReference]
  let reason: String
  let next: String?
  let noAccess: String?
  let charges: Bool

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
    reason = try arguments.needed("reason")
    next = arguments.text("next")
    noAccess = arguments.text("no-access")
    charges = arguments.has("charge")
    if charges, noAccess == nil {
      throw UsageFault("--charge goes with --no-access and what shows it.", word: "--charge")
    }
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    try Self.onOrders(orders, in: context) { order throws(Refusal) in
      .reportNotDone(
        order.id, ReportNotDone(reason: reason, nextStep: next, noAccess: noAccess, charges: charges))
    }
  }
}
