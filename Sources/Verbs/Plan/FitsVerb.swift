public import Domain

/// `fits ORDER`: who could take an order, when and at what cost, and why the others cannot.
public struct FitsVerb: Verb {
  public static let name = "work-order.fits"
  public static let words = ["fits"]
  public static let help = "Show where an order fits into everybody's day"
  public static let parameters: [Parameter] = [.order]

  let order: OrderReference

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    order = try arguments.order(in: context)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    let order = try context.orders([order])[0]
    if order.isEnded { throw .workEnded(order.number, order.status) }
    if order.openVisit?.activeAssignment?.status == .onSite {
      throw .wrongState(order.number, order.status, wanted: .planned)
    }
    return .ask(.fits(order.id))
  }
}
