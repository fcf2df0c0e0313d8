public import Domain

/// `handover add WORDS`: a line by hand for whoever comes next.
public struct HandoverAddVerb: Verb {
  public static let name = "handover.add"
  public static let words = ["handover", "add"]
  public static let help = "Add a line to the handover by hand"
  public static let permission: Permission? = ChangeHandover.permission
  public static let parameters: [Parameter] = [.needed("words", .longText)]

  let words: String

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    words = try arguments.needed("words")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    Self.proposal([.changeHandover(ChangeHandover(.add(context.newID(), words: words)))])
  }
}
