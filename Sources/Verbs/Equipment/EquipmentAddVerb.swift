public import Domain

/// `equipment add NAME --site S`: takes a piece of equipment into the register.
public struct EquipmentAddVerb: Verb {
  public static let name = "equipment.add"
  public static let words = ["equipment", "add"]
  public static let help = "Take a piece of equipment into the register"
  public static let permission: Permission? = AddEquipment.permission
  public static let parameters: [Parameter] =
    [.needed("name", .longText)]
    + Equipment.Field.allCases.filter { $0 != .name }.map { field in
      Parameter(field.rawValue, EquipmentFields.kind(of: field), .option, isRequired: field == .site)
    }

  let equipment: Equipment

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    var made = Equipment(id: context.newID(), name: try arguments.needed("name"), site: nil)
    for field in Equipment.Field.allCases where field != .name {
      guard let text = arguments.text(field.rawValue) else { continue }
      let value = try EquipmentFields.value(field, text, at: made.site, in: context)
      _ = try Editing.change(of: made, field, to: value, in: context)
      do { try made.set(field, to: value) } catch { throw UsageFault(error.expected, word: error.word) }
    }
    equipment = made
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    let same = EquipmentFields.sameSerial(equipment.details[.serial], but: equipment.id, in: context.office)
    return Self.proposal([.addEquipment(AddEquipment(equipment))], warnings: [same].compactMap(\.self))
  }
}

/// How the fields of equipment are asked for.
enum EquipmentFields {
  /// That another piece has the serial number, too.
  static func sameSerial(_ serial: String?, but id: Equipment.ID, in office: Office) -> String? {
    guard let serial else { return nil }
    return office.equipment.inOrder.first { $0.id != id && $0.details[.serial] == serial }.map {
      "The serial number \(serial) is that of \($0.name.clipped(24)) at "
        + "\(office.site($0.site)?.name.clipped(24) ?? "no site") too."
    }
  }

  static func kind(of field: Equipment.Field) -> Parameter.Kind {
    switch field {
    case .site: .site
    case .parent: .equipment
    case .purchased, .warranty: .day
    case .status: .choice(EquipmentStatus.allCases.map(\.rawValue))
    case .criticality: .choice(Criticality.allCases.map(\.rawValue))
    case .name, .building, .floor, .area, .type, .maker, .model, .serial, .owner, .user, .specification: .text
    }
  }

  /// Names for ids.
  static func value(
    _ field: Equipment.Field, _ text: String, at site: Site.ID?, in context: VerbContext
  )
    throws(UsageFault) -> String
  {
    switch field {
    case .site: try context.site(text).description
    case .parent: try context.equipment(text, at: site).description
    case .name, .building, .floor, .area, .type, .maker, .model, .serial, .owner, .user, .purchased,
      .warranty, .specification, .status, .criticality:
      text
    }
  }
}
