public import Domain

/// `customer erase NAME`: what is kept of a customer's people goes for good.
public struct CustomerEraseVerb: Verb {
  public static let name = "customer.erase"
  public static let words = ["customer", "erase"]
  public static let help = "Erase the names and numbers of a customer's people, everywhere"
  public static let permission: Permission? = .managePeople
  public static let parameters: [Parameter] = [
    .needed("customer", .customer), .flag("for-good", "erases them; without it they are counted")
  ]

  let customer: Customer.ID
  let isForGood: Bool

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    customer = try context.customer(try arguments.needed("customer"))
    isForGood = arguments.has("for-good")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    .chore(.erase(.customer(customer), isForGood: isForGood))
  }
}
