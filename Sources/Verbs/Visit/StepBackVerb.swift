public import Domain

/// `step-back ORDER…`: the last step was reported by a slip.
public struct StepBackVerb: Verb {
  public static let name = "work-order.step-back"
  public static let words = ["step-back"]
  public static let help = "Take back the last step that was a slip: accepted, travelling, on site"
  public static let permission: Permission? = TakeBackStep.permission
  public static let parameters: [Parameter] = [.orders]

  let orders: [OrderReference]

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    try Self.onOrders(orders, in: context) { order throws(Refusal) in
      guard let visit = order.openVisit, let active = visit.activeAssignment,
        TakeBackStep.steps.contains(active.status)
      else { throw .wrongState(order.number, order.status, wanted: .justReported) }
      return .takeBackStep(order.id, TakeBackStep(active.status, of: visit.id))
    }
  }
}
