/// What happens to a person's record.
public enum PersonEvent: Codable, Hashable, Sendable {
  case added(Person)
  case edited([FieldChange<Person.Field>])
  case pinSet(PersonalText)
  case pinRemoved
}
