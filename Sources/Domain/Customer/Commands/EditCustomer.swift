/// Changes a customer's record; a group cannot become part of itself.
public struct EditCustomer: RecordCommand {
  public static let permission = Permission.managePlaces
  public static let kind = CommandKind.claim

  public var changes: [FieldChange<Customer.Field>]

  public init(_ changes: [FieldChange<Customer.Field>]) { self.changes = changes }

  public func decide(on customer: Customer, in moment: Moment) throws(Refusal) -> [CustomerEvent] {
    let kept = try customer.decided(changes, of: .customer(customer.name))
    var after = customer
    after.apply(kept)
    if after.name.folded != customer.name.folded { try moment.office.checkName(of: after) }
    try moment.office.checkReferences(of: after)
    return kept.isEmpty ? [] : [.edited(kept)]
  }

  public func inverse(on customer: Customer, in moment: Moment) -> [Command] {
    [.editCustomer(customer.id, EditCustomer(customer.kept(of: changes).reversedChanges()))]
  }

  func restated(on customer: Customer) -> Restatement {
    .anew(.editCustomer(customer.id, EditCustomer(changes.restated(on: customer))))
  }
}
