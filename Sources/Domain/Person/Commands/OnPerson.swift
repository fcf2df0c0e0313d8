/// The rule of a command about one person.
public protocol PersonCommand: Codable, Hashable, Sendable {
  static var permission: Permission { get }
  static var kind: CommandKind { get }

  func decide(on person: Person, in moment: Moment) throws(Refusal) -> [PersonEvent]
  func inverse(on person: Person, in moment: Moment) -> [Command]
}

/// Such a command on the one it is about.
struct OnPerson<Rule: PersonCommand>: CommandRule {
  let id: Person.ID
  let rule: Rule

  static var permission: Permission { Rule.permission }
  static var kind: CommandKind { Rule.kind }

  func decide(in moment: Moment) throws(Refusal) -> [Event] {
    guard let person = moment.office.person(id) else { throw .notFound(.person(id.description)) }
    let events = try rule.decide(on: person, in: moment)
    return events.flatMap { [.person(id, $0)] + moment.office.followers(of: $0, person) }
  }

  func inverse(in moment: Moment) -> [Command] {
    guard let person = moment.office.person(id) else { return [] }
    return rule.inverse(on: person, in: moment)
  }
}

extension Office {
  /// The technician this person is goes along with a new name, handle or phone.
  fileprivate func followers(of event: PersonEvent, _ person: Person) -> [Event] {
    guard case .edited(let changes) = event, let technician = technician(person.technician) else { return [] }
    let same = changes.compactMap { change -> FieldChange<Technician.Field>? in
      guard let field = Technician.Field(rawValue: change.field.rawValue),
        technician.text(of: field) == change.from?.words
      else { return nil }
      return FieldChange(field, from: change.from, to: change.to)
    }
    return same.isEmpty ? [] : [.technician(technician.id, .edited(same))]
  }
}
