public import Domain

/// `themes` and `themes --check FILE`: which themes there are, and whether one can be used.
public struct ThemesVerb: Verb {
  public static let name = "themes"
  public static let words = ["themes"]
  public static let help = "List the themes, or check a theme file"
  public static let needsOffice = false
  public static let parameters: [Parameter] = [.option("check", .file, "a theme to check")]

  let file: String?

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    file = arguments.text("check")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act { .chore(.themesCheck(file: file)) }
}
