public import Domain

/// `tour`: two minutes through the four panes, with the keys in force.
public struct TourVerb: Verb {
  public static let name = "desk.tour"
  public static let words = ["tour"]
  public static let help = "Two minutes through the four panes, changing nothing"
  public static let parameters: [Parameter] = []

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {}

  public func act(in context: VerbContext) throws(Refusal) -> Act { .show(.tour) }
}
