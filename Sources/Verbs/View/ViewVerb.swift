public import Domain

/// `view [NAME]`: looks at a pane through a saved view, or lists the views.
public struct ViewVerb: Verb {
  public static let name = "view.show"
  public static let words = ["view"]
  public static let help = "Show a pane by a saved view, or list the views"
  public static let parameters: [Parameter] = [.optional("name", .text, "its name, or the beginning of it")]

  let view: String?

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    view = arguments.text("name")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act { .show(.view(view)) }
}
