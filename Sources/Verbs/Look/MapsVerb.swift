public import Domain

/// `maps [NAME]`: the import maps that are built in, or one of them.
public struct MapsVerb: Verb {
  public static let name = "maps.show"
  public static let words = ["maps"]
  public static let help = "List the built-in import maps, or print one"
  public static let needsOffice = false
  public static let parameters: [Parameter] = [.optional("name", .longText)]

  let map: String?

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    map = arguments.text("name")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act { .ask(.maps(map)) }
}
