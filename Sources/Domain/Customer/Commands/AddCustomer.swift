/// Takes a customer onto the books.
public struct AddCustomer: CommandRule {
  public static let permission = Permission.managePlaces
  public static let kind = CommandKind.fact

  public var customer: Customer

  public init(_ customer: Customer) { self.customer = customer }

  public func decide(in moment: Moment) throws(Refusal) -> [Event] {
    if moment.office.customer(customer.id) != nil { return [] }
    if customer.name.trimmed.isEmpty { throw .missing(.customer(customer.name), fields: ["name"]) }
    try moment.office.checkName(of: customer)
    try moment.office.checkReferences(of: customer)
    return [.customer(customer.id, .added(customer))]
  }
}

extension Office {
  func checkName(of customer: Customer) throws(Refusal) {
    if customers.namesakes(of: customer).contains(where: { $0 != customer.id }) {
      throw .taken(.customer(customer.name))
    }
  }

  /// Refuses a group or a contract that the office does not have, and a group that is part of the customer.
  func checkReferences(of customer: Customer) throws(Refusal) {
    if let parent = customer.parent, self.customer(parent) == nil {
      throw .notFound(.customer(parent.description))
    }
    if let contract = customer.contract, self.contract(contract) == nil {
      throw .notFound(.contract(contract.description))
    }
    var above = self.customer(customer.parent)
    var seen: Set<Customer.ID> = [customer.id]
    while let one = above {
      if !seen.insert(one.id).inserted { throw .inUse(.customer(one.name)) }
      above = self.customer(one.parent)
    }
  }
}
