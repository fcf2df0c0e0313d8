public import Domain

/// `equipment edit NAME FIELD=VALUE…`: changes a piece of equipment's record.
public struct EquipmentEditVerb: Verb {
  public static let name = "equipment.edit"
  public static let words = ["equipment", "edit"]
  public static let help = "Change a piece of equipment's record"
  public static let permission: Permission? = EditEquipment.permission
  public static let parameters: [Parameter] = [
    .needed("equipment", .equipment, "its name or serial number"), .fields(Equipment.Field.self),
    .after("at", "place", .site, "where names repeat")
  ]

  let equipment: Equipment.ID
  let command: EditEquipment

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    var site: Site.ID?
    if let word = arguments.text("place") { site = try context.site(word) }
    let id = try context.equipment(try arguments.needed("equipment"), at: site)
    guard let record = context.office.equipment(id) else { throw UsageFault("No equipment has this id.") }
    equipment = id
    command = EditEquipment(
      try Editing.changes(of: record, arguments.all("field"), in: context) { field, text throws(UsageFault) in
        try EquipmentFields.value(field, text, at: record.site, in: context)
      })
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    let serial = command.changes.last { $0.field == .serial }?.to?.words
    let same = EquipmentFields.sameSerial(serial, but: equipment, in: context.office)
    return Self.proposal([.editEquipment(equipment, command)], warnings: [same].compactMap(\.self))
  }
}
