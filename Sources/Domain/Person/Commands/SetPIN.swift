/// Sets a person's PIN, or takes it away. It guards the desk: who set it is on record, what it is is not.
public struct SetPIN: RecordCommand {
  public static let permission = Permission.managePeople
  public static let kind = CommandKind.fact

  /// The sealed PIN, a salted slow hash made outside; nil takes the present one away.
  public var pin: PersonalText?

  public init(_ pin: PersonalText?) { self.pin = pin }

  public func decide(on person: Person, in moment: Moment) throws(Refusal) -> [PersonEvent] {
    if !person.isActive { throw .personLeft(person.handle) }
    if person.pin == pin { return [] }
    return pin.map { [.pinSet($0)] } ?? [.pinRemoved]
  }

  /// Everybody sets his own, which ``Office/authorize(_:by:)`` knows; that of an owner is for who manages the office.
  func permissions(on person: Person?) -> [Permission] {
    [Self.permission] + (person?.role == .owner ? [.manageOffice] : [])
  }
}
