public import Domain

/// `themes --check FILE`: whether a theme can be used.
public struct Themes: Verb {
  public static let name = "themes"
  public static let words = ["themes"]
  public static let help = "Check a theme file"
  public static let needsOffice = false
  public static let parameters: [Parameter] = [Parameter("check", .file, .option, isRequired: true)]

  let file: String

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    file = try arguments.needed("check")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act { .chore(.themesCheck(file: file)) }
}
