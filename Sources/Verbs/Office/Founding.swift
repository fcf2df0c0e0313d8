public import Domain

/// How a new office begins: with its profile, zone and usual contracts, an owner who may everything, and the rules
/// that it has otherwise than one that was made before.
public struct Founding: Sendable {
  public let commands: [Command]
  public let owner: Person.ID

  /// Who says no name is known by `account`.
  public init(_ office: NewOffice, zone: ZoneRules, account: String, identifiers: any IdentifierSource) {
    let handle = office.handle ?? account
    let owner = Person(
      id: identifiers.newID(), handle: handle,
      name: PersonalText(id: identifiers.newID(), words: office.owner ?? handle), role: .owner)
    let found = FoundOffice(
      profile: OfficeProfile(name: office.name, zone: zone.name, currency: office.currency), zone: zone,
      firstNumber: office.firstNumber,
      contracts: Contract.usual(
        gold: identifiers.newID(), silver: identifiers.newID(), standard: identifiers.newID()),
      owner: owner)
    commands = [.foundOffice(found), .changeOffice(ChangeOffice(limits: Self.limits))]
    self.owner = owner.id
  }

  /// A pin takes a reason to be passed over.
  private static var limits: Limits {
    var limits = Limits()
    limits.severities[.pinned] = .block
    return limits
  }
}
