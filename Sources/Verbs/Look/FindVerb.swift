public import Domain

/// `find TEXT`: orders by any word of theirs, open ones first.
public struct FindVerb: Verb {
  public static let name = "work-order.find"
  public static let words = ["find"]
  public static let help = "Find orders by a word, ended ones too"
  public static let parameters: [Parameter] = [.needed("text", .longText)]

  /// So many orders of the running day are listed, and so many older ones.
  public static let mostListed = 200

  let text: String

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    text = try arguments.needed("text")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    context.isScript ? .ask(.find(text)) : .show(.find(text))
  }
}
