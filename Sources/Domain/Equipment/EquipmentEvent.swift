/// What happens to a piece of equipment's record.
public enum EquipmentEvent: Codable, Hashable, Sendable {
  case added(Equipment)
  case edited([FieldChange<Equipment.Field>])
}
