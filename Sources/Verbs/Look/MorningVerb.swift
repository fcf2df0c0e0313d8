public import Domain

/// `morning [DAY]`: the backlog against the hours that the day has.
public struct MorningVerb: Verb {
  public static let name = "office.morning"
  public static let words = ["morning"]
  public static let help = "Show the backlog against the day's hours, and what does not fit"
  public static let permission: Permission? = .seeAllWork
  public static let parameters: [Parameter] = [.optional("day", .day, "today unless said")]

  let day: CivilDate?

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    day = try arguments.day("day", in: context)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act { .ask(.morning(day ?? context.today)) }
}
