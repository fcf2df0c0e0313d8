extension Technician: CommandTarget {
  static func found(_ id: ID, in office: Office) -> Technician? { office.technician(id) }
  static func subject(_ id: ID) -> Subject { .technician(id.description) }

  func events(of change: TechnicianEvent, in office: Office) -> [Event] {
    [.technician(id, change)] + office.followers(of: change, self)
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
