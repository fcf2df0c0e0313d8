extension Person: CommandTarget {
  static func found(_ id: ID, in office: Office) -> Person? { office.person(id) }
  static func subject(_ id: ID) -> Subject { .person(id.description) }

  func events(of change: PersonEvent, in office: Office) -> [Event] {
    [.person(id, change)] + office.followers(of: change, self)
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
