public import Domain

/// `window ORDER… am|9-11|10:00|after hours|flexible|none`: when the customer was promised that somebody comes.
public struct WindowVerb: Verb {
  public static let name = "work-order.window"
  public static let words = ["window"]
  public static let help = "Promise the customer a time: exact, hours, am, pm, after hours, flexible"
  public static let permission: Permission? = EditWorkOrder.permission
  public static let parameters: [Parameter] = [
    .orders, .needed("window", .text, "9-11, 10:00, am, tomorrow pm, after hours, flexible or none")
  ]

  let orders: [OrderReference]
  /// Nil takes the promise away.
  let word: String?

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
    let word = try arguments.needed("window")
    self.word = word.folded == "none" ? nil : word
    if let promise = self.word { _ = try TypedWindow.window(promise, at: nil, in: context) }
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    try Self.onOrders(orders, in: context) { order throws(Refusal) in
      do throws(UsageFault) {
        let site = context.office.site(order.site)
        let text = try word.map { word throws(UsageFault) in
          try TypedWindow.window(word, at: site, in: context).text
        }
        let change = FieldChange<WorkOrder.Field>(
          .window, from: order.text(of: .window).map { .plain($0) }, to: text.map { .plain($0) })
        return .editWorkOrder(order.id, EditWorkOrder([change]))
      } catch {
        throw Refusal.fault(FieldFault(field: "window", word: error.word ?? "", expected: error.message))
      }
    }
  }
}
