/// Whom a customer asks for and who is not to come, with the wishes of the groups that it belongs to.
public struct CustomerWishes: Hashable, Sendable {
  public var preferred: Set<Technician.ID> = []
  /// With the customer who says so.
  public var refused: [Technician.ID: Customer.ID] = [:]
}

extension Office {
  /// What the customer of an order, of its site else, wishes; whom it names in both lists it asks for.
  public func wishes(for order: WorkOrder) -> CustomerWishes {
    var wishes = CustomerWishes()
    var seen: Set<Customer.ID> = []
    var next = order.customer ?? site(order.site)?.customer
    while let customer = customer(next), seen.insert(customer.id).inserted {
      // The nearest wish counts: a store may ask for somebody whom its group does not.
      for one in customer.preferred ?? [] where wishes.refused[one] == nil { wishes.preferred.insert(one) }
      for one in customer.refused ?? []
      where !wishes.preferred.contains(one) && wishes.refused[one] == nil {
        wishes.refused[one] = customer.id
      }
      next = customer.parent
    }
    return wishes
  }
}
