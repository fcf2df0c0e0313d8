public import Domain

/// `sync`: sends what waits and takes in what is new.
public struct SyncVerb: Verb {
  public static let name = "office.sync"
  public static let words = ["sync"]
  public static let help = "Send what waits to the office now, and take in what is new"
  public static let parameters: [Parameter] = [
    .flag("once", "kept for older scripts: it always ends by itself"),
    .flag("history", "also the older entries that this console took over as rows")
  ]

  let history: Bool

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    history = arguments.has("history")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act { .chore(.sync(history: history)) }
}
