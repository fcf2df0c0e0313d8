/// Lets somebody act in the office.
public struct AddPerson: CommandRule {
  public static let permission = Permission.managePeople
  public static let kind = CommandKind.fact

  public var person: Person

  public init(_ person: Person) { self.person = person }

  public func decide(in moment: Moment) throws(Refusal) -> [Event] {
    if moment.office.person(person.id) != nil { return [] }
    if person.name.words.trimmed.isEmpty { throw .missing(.person(person.handle), fields: ["name"]) }
    try moment.office.checkHandle(person.handle, except: nil, person.technician)
    if let technician = person.technician {
      guard moment.office.technician(technician) != nil else {
        throw .notFound(.technician(technician.description))
      }
      if let other = moment.office.people.unordered.first(where: { $0.technician == technician }) {
        throw .taken(.person(other.handle))
      }
    }
    return [.person(person.id, .added(person))]
  }

  /// Only who manages the office makes an owner.
  func permissions(of person: Person.ID, in office: Office) -> [Permission] {
    [Self.permission] + (self.person.role == .owner ? [.manageOffice] : [])
  }
}
