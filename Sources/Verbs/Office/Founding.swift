public import Domain

/// The first command of a new office: its profile, zone, usual contracts and owner.
public enum Founding {
  public static func command(
    _ office: NewOffice, zone: ZoneRules, ownerName: String, ownerHandle: String,
    identifiers: any IdentifierSource
  ) -> (command: Command, owner: Person.ID) {
    func newID<Subject>() -> Identifier<Subject> {
      let (high, low) = identifiers.next()
      return Identifier(high: high, low: low)
    }
    let owner = Person(
      id: newID(), handle: ownerHandle, name: PersonalText(id: newID(), words: ownerName), role: .owner)
    let found = FoundOffice(
      profile: OfficeProfile(name: office.name, zone: zone.name, currency: office.currency), zone: zone,
      firstNumber: office.firstNumber,
      contracts: Contract.usual(gold: newID(), silver: newID(), standard: newID()), owner: owner)
    return (.foundOffice(found), owner.id)
  }
}
