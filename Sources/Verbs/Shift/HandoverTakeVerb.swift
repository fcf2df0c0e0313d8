public import Domain

/// `handover take`: the desk is mine from now on, and the alerts with it.
public struct HandoverTakeVerb: Verb {
  public static let name = "handover.take"
  public static let words = ["handover", "take"]
  public static let help = "Take the desk over, once all of the handover is read"
  public static let permission: Permission? = ChangeHandover.permission
  public static let parameters: [Parameter] = []

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {}

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    .submit(Self.taking(in: context))
  }

  /// So many alerts that nobody has are taken with the desk; the rest is said.
  static let mostTaken = 100

  /// Taking over, together with every alert that whoever had the desk still has, put off as it is, and those that
  /// nobody has, the worst first; where nobody has taken it over before, those that others have, too.
  public static func taking(in context: VerbContext) -> Proposal {
    let office = context.office
    var commands: [Command] = [.changeHandover(ChangeHandover(.take))]
    var left = 0
    for alert in Board(office, now: context.now).alerts where alert.canBeOwned {
      let owner = alert.standing.owner
      if owner == context.person { continue }
      if let owner, owner != office.handover.taken?.by ?? owner { continue }
      if owner == nil, commands.count > mostTaken {
        left += 1
        continue
      }
      commands.append(.changeAlert(alert.id, ChangeAlert(.owned(context.person), replacing: owner)))
      if case .returns(let until) = alert.standing.next {
        commands.append(
          .changeAlert(alert.id, ChangeAlert(.snoozed(until: until), replacing: context.person)))
      }
    }
    let more = left == 0 ? [] : ["\(left) more alerts stay with nobody: o takes one, marked ones together."]
    return Proposal(verb: name, commands: commands, warnings: more)
  }
}

extension Alert {
  /// Whether it is about something that remembers whose it is.
  fileprivate var canBeOwned: Bool {
    id.order != nil || id.customer != nil || id.conflict != nil || id.console != nil
  }
}
