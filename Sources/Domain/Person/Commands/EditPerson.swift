/// Changes a person's record; the last owner stays an owner.
public struct EditPerson: RecordCommand {
  public static let permission = Permission.managePeople
  public static let kind = CommandKind.claim

  public var changes: [FieldChange<Person.Field>]

  public init(_ changes: [FieldChange<Person.Field>]) { self.changes = changes }

  public func decide(on person: Person, in moment: Moment) throws(Refusal) -> [PersonEvent] {
    let kept = try person.decided(changes, of: .person(person.handle))
    for change in kept {
      if change.field == .handle {
        try moment.office.checkHandle(change.to?.words ?? "", except: person.id, person.technician)
      }
      let gives = change.field == .role || (change.field == .status && person.isActive)
      if gives, person.isActive, person.role == .owner, moment.office.ownerCount == 1 {
        throw .inUse(.person(person.handle))
      }
    }
    return kept.isEmpty ? [] : [.edited(kept)]
  }

  public func inverse(on person: Person, in moment: Moment) -> [Command] {
    [.editPerson(person.id, EditPerson(person.kept(of: changes).reversedChanges()))]
  }

  /// Only who manages the office makes an owner or touches one.
  func permissions(on person: Person?) -> [Permission] {
    let makesOwner = changes.contains { $0.field == .role && $0.to?.words == Role.owner.rawValue }
    return [Self.permission] + (makesOwner || person?.role == .owner ? [.manageOffice] : [])
  }

  func restated(on person: Person) -> Restatement {
    .anew(.editPerson(person.id, EditPerson(changes.restated(on: person))))
  }
}

extension Office {
  var ownerCount: Int { people.unordered.reduce(0) { $0 + ($1.role == .owner && $1.isActive ? 1 : 0) } }
}
