/// Changes a piece of equipment's record; a part cannot contain the whole it belongs to.
public struct EditEquipment: RecordCommand {
  public static let permission = Permission.managePlaces
  public static let kind = CommandKind.claim

  public var changes: [FieldChange<Equipment.Field>]

  public init(_ changes: [FieldChange<Equipment.Field>]) { self.changes = changes }

  public func decide(on equipment: Equipment, in moment: Moment) throws(Refusal) -> [EquipmentEvent] {
    let kept = try equipment.decided(changes, of: .equipment(equipment.name))
    var after = equipment
    after.apply(kept)
    try moment.office.checkReferences(customer: nil, site: after.site, equipment: after.parent)
    if after.name.folded != equipment.name.folded || after.site != equipment.site
      || after.details[.serial] != equipment.details[.serial]
    {
      try moment.office.checkName(of: after)
    }
    var above = moment.office.equipment(after.parent)
    var seen: Set<Equipment.ID> = [equipment.id]
    while let one = above {
      if !seen.insert(one.id).inserted { throw .inUse(.equipment(one.name)) }
      above = moment.office.equipment(one.parent)
    }
    return kept.isEmpty ? [] : [.edited(kept)]
  }

  public func inverse(on equipment: Equipment, in moment: Moment) -> [Command] {
    [.editEquipment(equipment.id, EditEquipment(equipment.kept(of: changes).reversedChanges()))]
  }

  func restated(on equipment: Equipment) -> Restatement {
    .anew(.editEquipment(equipment.id, EditEquipment(changes.restated(on: equipment))))
  }
}
