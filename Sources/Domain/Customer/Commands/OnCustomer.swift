/// The rule of a command about one customer record.
public protocol CustomerCommand: Codable, Hashable, Sendable {
  static var permission: Permission { get }
  static var kind: CommandKind { get }

  func decide(on customer: Customer, in moment: Moment) throws(Refusal) -> [CustomerEvent]
  func inverse(on customer: Customer, in moment: Moment) -> [Command]
}

/// Such a command on the record it is about.
struct OnCustomer<Rule: CustomerCommand>: CommandRule {
  let id: Customer.ID
  let rule: Rule

  static var permission: Permission { Rule.permission }
  static var kind: CommandKind { Rule.kind }

  func decide(in moment: Moment) throws(Refusal) -> [Event] {
    guard let customer = moment.office.customer(id) else { throw .notFound(.customer(id.description)) }
    return try rule.decide(on: customer, in: moment).map { .customer(id, $0) }
  }

  func inverse(in moment: Moment) -> [Command] {
    guard let customer = moment.office.customer(id) else { return [] }
    return rule.inverse(on: customer, in: moment)
  }
}
