/// The rule of a command about one technician.
public protocol TechnicianCommand: Codable, Hashable, Sendable {
  static var permission: Permission { get }
  static var kind: CommandKind { get }

  func decide(on technician: Technician, in moment: Moment) throws(Refusal) -> [TechnicianEvent]
  func inverse(on technician: Technician, in moment: Moment) -> [Command]
}

/// Such a command on the one it is about.
struct OnTechnician<Rule: TechnicianCommand>: CommandRule {
  let id: Technician.ID
  let rule: Rule

  static var permission: Permission { Rule.permission }
  static var kind: CommandKind { Rule.kind }

  func decide(in moment: Moment) throws(Refusal) -> [Event] {
    guard let technician = moment.office.technician(id) else { throw .notFound(.technician(id.description)) }
    let events = try rule.decide(on: technician, in: moment)
    return events.flatMap { [.technician(id, $0)] + moment.office.followers(of: $0, technician) }
  }

  func inverse(in moment: Moment) -> [Command] {
    guard let technician = moment.office.technician(id) else { return [] }
    return rule.inverse(on: technician, in: moment)
  }
}

extension Office {
  /// A technician and the person who signs in as him are one: a new name, handle or phone goes to both.
  fileprivate func followers(of event: TechnicianEvent, _ technician: Technician) -> [Event] {
    guard case .edited(let changes) = event,
      let person = people.unordered.first(where: { $0.technician == technician.id })
    else { return [] }
    let same = changes.compactMap { change -> FieldChange<Person.Field>? in
      guard let field = Person.Field(rawValue: change.field.rawValue), field != .role,
        person.text(of: field) == change.from?.words
      else { return nil }
      return FieldChange(field, from: change.from, to: change.to)
    }
    return same.isEmpty ? [] : [.person(person.id, .edited(same))]
  }
}
