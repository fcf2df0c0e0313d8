/// The rule of a command about one equipment record.
public protocol EquipmentCommand: Codable, Hashable, Sendable {
  static var permission: Permission { get }
  static var kind: CommandKind { get }

  func decide(on equipment: Equipment, in moment: Moment) throws(Refusal) -> [EquipmentEvent]
  func inverse(on equipment: Equipment, in moment: Moment) -> [Command]
}

/// Such a command on the record it is about.
struct OnEquipment<Rule: EquipmentCommand>: CommandRule {
  let id: Equipment.ID
  let rule: Rule

  static var permission: Permission { Rule.permission }
  static var kind: CommandKind { Rule.kind }

  func decide(in moment: Moment) throws(Refusal) -> [Event] {
    guard let equipment = moment.office.equipment(id) else { throw .notFound(.equipment(id.description)) }
    return try rule.decide(on: equipment, in: moment).map { .equipment(id, $0) }
  }

  func inverse(in moment: Moment) -> [Command] {
    guard let equipment = moment.office.equipment(id) else { return [] }
    return rule.inverse(on: equipment, in: moment)
  }
}
