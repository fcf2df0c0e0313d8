public import Domain

/// `join URL --code CODE`: makes this console one of that office.
public struct JoinVerb: Verb {
  public static let name = "office.join"
  public static let words = ["join"]
  public static let help = "Join an office with a code, into a file that does not exist yet"
  public static let needsOffice = false
  public static let parameters: [Parameter] = [
    .needed(
      "address", .text, "such as https://office.example:7420, or unix:PATH on the office's own machine"),
    .option(
      "code", .text,
      "what enrol at the office printed; unix:PATH needs none for an account that is a person's"),
    .option("ca", .file, "the office's certificate, where the system does not trust it")
  ]

  let wish: NewMembership

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    wish = NewMembership(
      address: try arguments.needed("address"), code: arguments.text("code"), authority: arguments.text("ca"))
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act { .chore(.join(wish)) }
}
