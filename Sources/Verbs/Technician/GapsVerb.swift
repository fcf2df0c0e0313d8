public import Domain

/// `gaps [DAY]`: who has time left on a day, and who has more than fits, as text.
public struct GapsVerb: Verb {
  public static let name = "timeline.gaps"
  public static let words = ["gaps"]
  public static let help = "List who has time left on a day, and who has too much"
  public static let permission: Permission? = .seeAllWork
  public static let parameters: [Parameter] = [.optional("day", .day, "else the shift day that runs")]

  let day: CivilDate

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    day = try arguments.day("day", in: context) ?? context.office.shiftDate(at: context.now)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act { .ask(.gaps(day)) }
}
