public import Domain

/// `settle CONFLICT keep|redo`: what becomes of what the office refused.
public struct SettleVerb: Verb {
  public static let name = "conflict.settle"
  public static let words = ["settle"]
  public static let help = "Keep what the office has, or do what it refused all the same"
  public static let permission: Permission? = SettleConflict.permission
  public static let parameters: [Parameter] = [
    .needed("conflict", .text, "its id or the beginning of it, or its order's number"),
    .choice("answer", ConflictAnswer.self, isRequired: true)
  ]

  let conflict: String
  let answer: ConflictAnswer

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    conflict = try arguments.needed("conflict")
    answer = try arguments.neededChoice("answer")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    let conflict = try context.conflict(conflict)
    let numbers = conflict.orders.compactMap { context.office.order($0)?.number }
    let settled = Command.settleConflict(SettleConflict(conflict.id, answer))
    switch answer {
    case .keep: return Self.proposal([settled], orders: numbers)
    case .redo where conflict.isFact:
      // It stands as whoever told it did, not as what is done now.
      return Self.proposal(
        [.settleConflict(SettleConflict(conflict.id, answer, asTold: true))], orders: numbers)
    case .redo:
      guard let again = conflict.restated(on: context.office) else {
        throw .missing(.conflict(conflict.id.description), fields: ["value"])
      }
      // Whoever has the visit by now has heard of it since the wish was refused.
      let proposal = Proposal(verb: Self.name, commands: [settled] + again, orders: numbers)
      return .submit(proposal.tellingLosers(in: context))
    }
  }
}
