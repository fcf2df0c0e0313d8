public import Domain

/// `ledger --since N`: the record itself, entry by entry.
public struct LedgerVerb: Verb {
  public static let name = "ledger.show"
  public static let words = ["ledger"]
  public static let help = "Print the ledger's entries after a number"
  public static let permission: Permission? = .seeAllWork
  public static let parameters: [Parameter] = [.option("since", .number, "0 for all of it")]

  let since: Int

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    since = try arguments.number("since") ?? 0
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act { .ask(.ledger(since: since)) }
}
