public import Domain

/// What differs between two offices, field by field, for whoever reads a failure.
public func differences(_ before: Office, _ after: Office) -> [String] {
  func fields(_ name: String, _ one: Any, _ other: Any) -> [String] {
    zip(Mirror(reflecting: one).children, Mirror(reflecting: other).children).compactMap { was, now in
      let (left, right) = (String(describing: was.value), String(describing: now.value))
      return left == right ? nil : "\(name) \(was.label ?? ""): \(left) → \(right)"
    }
  }
  var found: [String] = []
  for order in before.orders.inOrder {
    if let other = after.order(order.id) { found += fields("\(order.number)", order, other) }
  }
  for one in before.technicians.inOrder {
    if let other = after.technician(one.id) { found += fields(one.handle, one, other) }
  }
  for one in before.customers.inOrder {
    if let other = after.customer(one.id) { found += fields(one.name, one, other) }
  }
  for one in before.equipment.inOrder {
    if let other = after.equipment(one.id) { found += fields(one.name, one, other) }
  }
  return found
}
