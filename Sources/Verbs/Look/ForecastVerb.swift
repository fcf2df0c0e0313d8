public import Domain

/// `forecast [DAY] [--days N]`: the work of the coming days against the time that there is for it, by trade.
public struct ForecastVerb: Verb {
  public static let name = "timeline.forecast"
  public static let words = ["forecast"]
  public static let help = "Show the coming days' work against the time for it, by day and trade"
  public static let permission: Permission? = .seeAllWork
  public static let parameters: [Parameter] = [
    .optional("day", .day, "from then on, else from today"),
    .option("days", .number, "so many, at most 60; two weeks unless said")
  ]

  let day: CivilDate
  let days: Int

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    day = try arguments.day("day", in: context) ?? context.today
    if day < context.today {
      throw UsageFault(
        "\(day.iso) is over: what is to come is shown from today on.", word: arguments.text("day") ?? "")
    }
    days = try arguments.number("days") ?? 14
    if !(1...60).contains(days) {
      throw UsageFault("\(days) days are not shown: 1 to 60 are.", word: "--days")
    }
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act { .ask(.forecast(day, days: days)) }
}
