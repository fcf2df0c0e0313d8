extension Equipment: CommandTarget {
  static func found(_ id: ID, in office: Office) -> Equipment? { office.equipment(id) }
  static func subject(_ id: ID) -> Subject { .equipment(id.description) }
  func events(of change: EquipmentEvent, in office: Office) -> [Event] { [.equipment(id, change)] }
}
