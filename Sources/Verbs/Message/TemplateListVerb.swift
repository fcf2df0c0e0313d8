public import Domain

/// `template list`: the texts that messages are made from.
public struct TemplateListVerb: Verb {
  public static let name = "template.list"
  public static let words = ["template", "list"]
  public static let help = "List the texts that messages are made from"
  public static let parameters: [Parameter] = []

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {}

  public func act(in context: VerbContext) throws(Refusal) -> Act { .ask(.templates(nil)) }
}
