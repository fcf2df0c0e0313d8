public import Domain

/// `template show NAME`: a text with its variants and what its fields stand for.
public struct TemplateShowVerb: Verb {
  public static let name = "template.show"
  public static let words = ["template", "show"]
  public static let help = "Show a text with its variants and fields"
  public static let parameters: [Parameter] = [.needed("template", .template)]

  let template: String

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    template = try context.template(try arguments.needed("template"))
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act { .ask(.templates(template)) }
}
