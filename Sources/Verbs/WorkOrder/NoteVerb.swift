public import Domain

/// `note ORDER… TEXT`: writes something down about an order.
public struct NoteVerb: Verb {
  public static let name = "work-order.note"
  public static let words = ["note"]
  public static let help = "Write something down about an order"
  public static let permission: Permission? = AddNote.permission
  public static let parameters: [Parameter] = [.orders, .needed("text", .longText)]

  let orders: [OrderReference]
  let text: String

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
    text = try arguments.needed("text")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    try Self.onOrders(orders, in: context) { order throws(Refusal) in .addNote(order.id, AddNote(text)) }
  }
}
