public import Domain

/// `conflicts`: what consoles wanted and the office refused.
public struct ConflictsVerb: Verb {
  public static let name = "conflict.list"
  public static let words = ["conflicts"]
  public static let help = "List what consoles wanted and the office refused"
  public static let parameters: [Parameter] = []

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {}

  public func act(in context: VerbContext) throws(Refusal) -> Act { .ask(.list(.conflicts, filter: nil)) }
}

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

extension VerbContext {
  /// The conflict that a word means: its id or the beginning of it, or the one about an order by its number. One that is
  /// settled where none is open: what became of it is said then.
  func conflict(_ word: String) throws(Refusal) -> Conflict {
    let number = OrderReference.number(word)
    let named = office.conflicts.filter { conflict in
      conflict.id.description.hasPrefix(word.folded)
        || conflict.orders.contains { id in number != nil && office.order(id)?.number == number }
    }
    let open = named.filter(\.isOpen)
    let found = open.isEmpty ? named : open
    guard found.count == 1, let conflict = found.first else { throw .notFound(.conflict(word)) }
    return conflict
  }
}
