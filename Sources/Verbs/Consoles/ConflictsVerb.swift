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
