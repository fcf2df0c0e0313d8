public import Domain

/// `customer show NAME`: the record, its sites and its open work.
public struct CustomerShowVerb: Verb {
  public static let name = "customer.open"
  public static let words = ["customer", "show"]
  public static let help = "Show a customer, or the customer of an order"
  public static let parameters: [Parameter] = [
    .needed("customer", .customer, "a name, or the number of an order")
  ]

  enum Target: Hashable, Sendable {
    case customer(Customer.ID), order(OrderReference)
  }

  let target: Target

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    let word = try arguments.needed("customer")
    do {
      target = .customer(try context.customer(word))
    } catch {
      guard OrderReference.looksRight(word) else { throw error }
      target = .order(try arguments.order("customer", in: context))
    }
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    let id: Customer.ID
    switch target {
    case .customer(let known): id = known
    case .order(let reference):
      let order = try context.order(reference)
      guard let customer = context.office.customer(of: order) else {
        throw .missing(.order(order.number), fields: ["customer"])
      }
      id = customer.id
    }
    return context.isScript ? .ask(.customer(id)) : .show(.openCustomer(id))
  }
}
