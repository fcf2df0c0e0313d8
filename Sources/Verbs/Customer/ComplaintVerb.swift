public import Domain

/// `complaint CUSTOMER|ORDER WORDS`: a complaint, open until it is settled.
public struct ComplaintVerb: Verb {
  public static let name = "customer.complaint"
  public static let words = ["complaint"]
  public static let help = "Record a customer's complaint; alert resolve settles it"
  public static let permission: Permission? = TakeComplaint.permission
  public static let parameters: [Parameter] = [
    .needed("about", .text, "a customer, or the number of an order"),
    .needed("words", .longText, "what is complained of")
  ]

  let customer: Customer.ID?
  let order: OrderReference?
  let words: String

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    let about = try arguments.needed("about")
    order = OrderReference.looksRight(about) ? try context.references(about).first : nil
    customer = order == nil ? try context.customer(about) : nil
    words = try arguments.needed("words")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    var holder = customer
    var number: Int?
    if let order {
      let found = try context.order(order)
      number = found.number
      holder = context.office.customer(of: found)?.id
      if holder == nil { throw .missing(.order(found.number), fields: ["customer"]) }
    }
    guard let holder else { throw .notFound(.customer("")) }
    let complaint = TakeComplaint(id: context.newID(), words: words, order: number)
    return Self.proposal([.takeComplaint(holder, complaint)], orders: [number].compactMap(\.self))
  }
}
