public import Domain

/// `list queue|…`: rows of one kind, in the order in which the console shows them.
public struct ListVerb: Verb {
  public static let name = "list"
  public static let words = ["list"]
  public static let help = "List rows of one kind, narrowed by words or NAME:VALUE"
  public static let parameters: [Parameter] = [
    .choice("kind", ListKind.self, isRequired: true),
    .optional(
      "filter", .text, "trade:lift zone:north technician:ana due<2h -held, or any column such as owner:sam")
  ]

  /// Nil for the views, which `view` lists.
  let kind: ListKind?
  let filter: String?

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    switch arguments.text("kind") {
    case "orders": kind = .workOrders
    case "views": kind = nil
    default: kind = try arguments.neededChoice("kind")
    }
    filter = arguments.text("filter")
    if let filter, kind == .queue || kind == .workOrders { _ = try QueueFilter(filter) }
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    guard let kind else { return .show(.view(nil)) }
    return .ask(.list(kind, filter: filter))
  }
}
