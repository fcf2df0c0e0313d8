public import Domain

/// `equipment show NAME`: the record with all that was done to it.
public struct EquipmentShowVerb: Verb {
  public static let name = "equipment.open"
  public static let words = ["equipment", "show"]
  public static let help = "Show a piece of equipment with its history"
  public static let parameters: [Parameter] = [
    .needed("equipment", .equipment, "its name or serial number"),
    .after("at", "place", .site, "where names repeat")
  ]

  let equipment: Equipment.ID

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    var site: Site.ID?
    if let word = arguments.text("place") { site = try context.site(word) }
    equipment = try context.equipment(try arguments.needed("equipment"), at: site)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    context.isScript ? .ask(.equipment(equipment)) : .show(.openEquipment(equipment))
  }
}
