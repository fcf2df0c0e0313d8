/// Says who answers out of hours, for a trade or for all of them, or takes such a turn back.
public struct SetOnCall: CommandRule {
  public static let permission = Permission.managePeople
  public static let kind = CommandKind.claim

  public var turn: OnCallTurn
  public var isRemoved: Bool

  public init(_ turn: OnCallTurn, isRemoved: Bool = false) {
    self.turn = turn
    self.isRemoved = isRemoved
  }

  public func decide(in moment: Moment) throws(Refusal) -> [Event] {
    let isKnown = moment.office.onCall.contains(turn)
    if isRemoved { return isKnown ? [.office(.onCallRemoved(turn))] : [] }
    guard let technician = moment.office.technician(turn.technician) else {
      throw .notFound(.technician(turn.technician.description))
    }
    guard turn.from < turn.to else {
      throw .fault(FieldFault(field: "to", word: turn.to.rfc3339, expected: "a time after the turn begins"))
    }
    guard technician.isActive else { throw .inUse(.technician(technician.handle)) }
    return isKnown ? [] : [.office(.onCallSet(turn))]
  }

  public func inverse(in moment: Moment) -> [Command] {
    if isRemoved { return [.setOnCall(SetOnCall(turn))] }
    let before = moment.office.onCall.first { $0.isSameTurn(as: turn) }
    return [.setOnCall(before.map { SetOnCall($0) } ?? SetOnCall(turn, isRemoved: true))]
  }
}
