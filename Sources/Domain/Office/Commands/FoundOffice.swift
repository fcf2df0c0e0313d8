/// Begins an office: its name and zone, the usual contracts of the three tiers, and its first person.
public struct FoundOffice: CommandRule {
  public static let permission = Permission.manageOffice
  public static let kind = CommandKind.claim

  public var profile: OfficeProfile
  public var zone: ZoneRules
  public var firstNumber: Int
  public var contracts: [Contract]
  public var owner: Person

  public init(profile: OfficeProfile, zone: ZoneRules, firstNumber: Int, contracts: [Contract], owner: Person)
  {
    self.profile = profile
    self.zone = zone
    self.firstNumber = firstNumber
    self.contracts = contracts
    self.owner = owner
  }

  public func decide(in moment: Moment) throws(Refusal) -> [Event] {
    guard moment.office.people.isEmpty else { throw .taken(.office(moment.office.profile.name)) }
    if profile.name.trimmed.isEmpty { throw .missing(.office(""), fields: ["name"]) }
    if profile.zone != zone.name {
      throw .fault(
        FieldFault(field: "zone", word: profile.zone, expected: "the zone whose rules come with it"))
    }
    try profile.check()
    if firstNumber < 1 {
      throw .fault(FieldFault(field: "firstNumber", word: String(firstNumber), expected: "a number from 1"))
    }
    try moment.office.checkHandle(owner.handle)
    if owner.role != .owner {
      throw .fault(FieldFault(field: "role", word: owner.role.rawValue, expected: Role.owner.rawValue))
    }
    return [
      .office(.founded(profile, firstNumber: firstNumber)), .office(.zoneLearnt(zone)),
      .person(owner.id, .added(owner))
    ] + contracts.map { .office(.contractAdded($0)) }
  }
}
