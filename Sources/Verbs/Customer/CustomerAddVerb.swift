public import Domain

/// `customer add NAME [--tier gold]`: takes a customer onto the books.
public struct CustomerAddVerb: Verb {
  public static let name = "customer.add"
  public static let words = ["customer", "add"]
  public static let help = "Take a customer onto the books"
  public static let permission: Permission? = AddCustomer.permission
  public static let parameters: [Parameter] = [
    .needed("name", .longText), .choice("tier", Tier.self, .option),
    .option("parent", .customer, "its group"),
    .option("contract", .contract, "one of its own"), .option("phone", .text), .option("contact", .text),
    .option("preferences", .text),
    .option("prefers", .text, "technicians whom it asks for: ana,jo"),
    .option("refuses", .text, "technicians who are not to come")
  ]

  let customer: Customer

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    var made = Customer(
      id: context.newID(), name: try arguments.needed("name"), tier: try arguments.choice("tier") ?? .standard
    )
    if let word = arguments.text("parent") { made.parent = try context.customer(word) }
    if let word = arguments.text("contract") { made.contract = try context.contract(word) }
    made.phone = context.personal(arguments.text("phone"))
    made.contact = context.personal(arguments.text("contact"))
    made.preferences = arguments.text("preferences")
    made.preferred = try arguments.text("prefers").map { words throws(UsageFault) in
      try CustomerEditVerb.technicians(words, in: context)
    }
    made.refused = try arguments.text("refuses").map { words throws(UsageFault) in
      try CustomerEditVerb.technicians(words, in: context)
    }
    try CustomerEditVerb.refuseBoth(
      Set((made.preferred ?? []).map(\.description)), Set((made.refused ?? []).map(\.description)),
      in: context)
    customer = made
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    Self.proposal([.addCustomer(AddCustomer(customer))])
  }
}
