/// Whom a customer asks for and who is not to come, with the wishes of the groups that it belongs to and with the
/// office's own rules for such work; and who has declined it.
public struct SendingWishes: Hashable, Sendable {
  public var preferred: Set<Technician.ID> = []
  /// With the customer who says so.
  public var refused: [Technician.ID: Customer.ID] = [:]
  /// The office's rules that name who is sent.
  public var rules: [SendingRule] = []
  /// Who has said no to the visit that waits, and why.
  public var declined: [Technician.ID: String] = [:]

  /// What stands against somebody.
  public enum Objection: Hashable, Sendable {
    case customer(Customer.ID)
    case rule(String)
    case himself(String)
  }

  /// Whether somebody may have something against somebody.
  public var hasObjections: Bool { !refused.isEmpty || !rules.isEmpty || !declined.isEmpty }

  /// What stands against sending somebody, the office's rules first; nil for nothing.
  public func objection(to technician: Technician.ID) -> Objection? {
    if let rule = rules.first(where: { !$0.only.contains(technician) }) { return .rule(rule.name) }
    return refused[technician].map { .customer($0) } ?? declined[technician].map { .himself($0) }
  }
}

extension Office {
  /// What the customer of an order, of its site else, wishes, and what the office's rules say of such work; whom a
  /// customer names in both lists it asks for.
  public func wishes(for order: WorkOrder) -> SendingWishes {
    var wishes = SendingWishes()
    for customer in payers(of: order) {
      // The nearest wish counts: a store may ask for somebody whom its group does not.
      for one in customer.preferred ?? [] where wishes.refused[one] == nil { wishes.preferred.insert(one) }
      for one in customer.refused ?? []
      where !wishes.preferred.contains(one) && wishes.refused[one] == nil {
        wishes.refused[one] = customer.id
      }
    }
    if !sendingRules.isEmpty { wishes.rules = sendingRules(for: order).filter { !$0.only.isEmpty } }
    wishes.declined = order.declined
    return wishes
  }

  /// The customer of an order, of its site else, and the groups that it belongs to, the nearest first.
  func payers(of order: WorkOrder) -> [Customer] {
    var found: [Customer] = []
    var seen: Set<Customer.ID> = []
    var next = order.customer ?? site(order.site)?.customer
    while let customer = customer(next), seen.insert(customer.id).inserted {
      found.append(customer)
      next = customer.parent
    }
    return found
  }
}

extension WorkOrder {
  /// Who declined the work that waits and has not been given it again since, with what they said. Whoever is sent after
  /// that gets a visit of his own, and what was declined before it stands until somebody has been there.
  fileprivate var declined: [Technician.ID: String] {
    guard let waiting = openVisit ?? latestVisit else { return [:] }
    let before = waiting.isFurther == nil ? visits.prefix { $0.id != waiting.id } : []
    var declined: [Technician.ID: String] = [:]
    for assignment in (before.filter { $0.isFurther == nil } + [waiting]).flatMap(\.assignments) {
      switch assignment.status {
      case .declined: declined[assignment.technician] = assignment.reason ?? ""
      case .done, .notDone: declined = [:]
      case .tentative, .scheduled, .dispatched, .seen, .accepted, .travelling, .onSite:
        declined[assignment.technician] = nil
      }
    }
    return declined
  }
}
