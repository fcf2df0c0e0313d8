public import Domain

/// `undo [ORDER|last] [--entry N [--partly]]`: takes back the last action, the last on an order, an entry, or what can be of one.
public struct UndoVerb: Verb {
  public static let name = "ledger.undo"
  public static let words = ["undo"]
  public static let help = "Take an action back by name; facts are corrected, not undone"
  public static let parameters: [Parameter] = [
    .optional("action", .text, "last, or an order's number for the last action on it"),
    .option("entry", .number, "an entry of the ledger, by its number"),
    .flag("partly", "of that entry what can be, where some of its orders have gone on since")
  ]

  enum Wanted: Sendable {
    case last
    case entry(Int)
    case part(Int)
    case order(OrderReference)
  }

  let wanted: Wanted

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    let word = arguments.text("action")
    if let entry = try arguments.number("entry") {
      if let word { throw UsageFault("Either an order or an entry is undone, not both.", word: word) }
      wanted = arguments.has("partly") ? .part(entry) : .entry(entry)
    } else if arguments.has("partly") {
      throw UsageFault("--partly is said of an entry: --entry N names it.", word: "--partly")
    } else if let word, word.folded != "last" {
      wanted = .order(try arguments.order("action", in: context))
    } else {
      wanted = .last
    }
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    switch wanted {
    case .last: return .submit(Proposal(verb: Self.name, takingBack: .last))
    case .entry(let entry): return .submit(Proposal(verb: Self.name, takingBack: .entry(entry)))
    case .part(let entry): return .submit(Proposal(verb: Self.name, takingBack: .part(entry)))
    case .order(let reference):
      let order = try context.order(reference)
      return .submit(
        Proposal(
          verb: Self.name, orders: [order.number], takingBack: .order(order.id, number: order.number)))
    }
  }
}
