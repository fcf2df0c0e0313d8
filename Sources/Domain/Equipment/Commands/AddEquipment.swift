/// Takes a piece of equipment into the register.
public struct AddEquipment: CommandRule {
  public static let permission = Permission.managePlaces
  public static let kind = CommandKind.fact

  public var equipment: Equipment

  public init(_ equipment: Equipment) { self.equipment = equipment }

  public func decide(in moment: Moment) throws(Refusal) -> [Event] {
    if moment.office.equipment(equipment.id) != nil { return [] }
    if equipment.name.trimmed.isEmpty { throw .missing(.equipment(equipment.name), fields: ["name"]) }
    try moment.office.checkReferences(customer: nil, site: equipment.site, equipment: equipment.parent)
    try moment.office.checkName(of: equipment)
    return [.equipment(equipment.id, .added(equipment))]
  }
}

extension Office {
  /// Two things at one site differ by name or by serial number.
  func checkName(of equipment: Equipment) throws(Refusal) {
    if twin(of: equipment) != nil { throw .taken(.equipment(equipment.name)) }
  }

  /// What stands at the same site by the same name and serial number.
  func twin(of equipment: Equipment) -> Equipment.ID? {
    let twins = self.equipment.namesakes(of: equipment).filter { id in
      id != equipment.id && self.equipment[id]?.details[.serial] == equipment.details[.serial]
    }
    return twins.min()
  }
}
