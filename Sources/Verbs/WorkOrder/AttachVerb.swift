public import Domain

/// `attach ORDER FILE`: puts a file with an order.
public struct AttachVerb: Verb {
  public static let name = "work-order.attach"
  public static let words = ["attach"]
  public static let help = "Put a file with an order"
  public static let permission: Permission? = AttachFile.permission
  public static let parameters: [Parameter] = [.order, .needed("file", .file)]

  let order: OrderReference
  let file: String

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    order = try arguments.order(in: context)
    file = try arguments.needed("file")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    let order = try context.order(order)
    return .chore(.attach(order.id, number: order.number, path: file))
  }
}
