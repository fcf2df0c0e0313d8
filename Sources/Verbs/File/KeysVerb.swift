public import Domain

/// `keys --check FILE` or `keys --dump`: the keymap.
public struct KeysVerb: Verb {
  public static let name = "keys"
  public static let words = ["keys"]
  public static let help = "Check a keymap file, or print the keymap in force"
  public static let needsOffice = false
  public static let parameters: [Parameter] = [
    .option("check", .file, "a keymap to check"), .flag("dump", "prints the keymap in force")
  ]

  let file: String?

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    file = arguments.text("check")
    guard (file != nil) != arguments.has("dump") else {
      throw UsageFault("keys takes --check FILE or --dump, one of the two.", word: "keys")
    }
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    .chore(file.map { .keysCheck(file: $0) } ?? .keysDump)
  }
}
