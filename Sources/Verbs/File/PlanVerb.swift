public import Domain

/// `plan --problem FILE [--seconds S] [--out FILE]`: who does what and when, for a day that a file tells.
public struct PlanVerb: Verb {
  public static let name = "file.plan"
  public static let words = ["plan"]
  public static let help = "Plan the day of a problem file"
  public static let needsOffice = false
  public static let parameters: [Parameter] = [
    Parameter("problem", .file, .option, isRequired: true, help: "a callout-plan-problem/1 file"),
    .option("seconds", .text, "of processor time in all, 1 unless said"),
    .option("iterations", .number, "instead of seconds: the same plan every time"),
    .option("seed", .number, "another seed, another plan"),
    Parameter("threads", .choice(["1", "2"]), .option, help: "searches side by side, the better counts"),
    .option("out", .file, "else standard output"),
    .option("score", .file, "looks through this plan instead of making one"),
    .option("explain", .text, "a job: why it is where it is, or why nobody has it")
  ]

  let wish: PlanWish

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    let seconds = try arguments.text("seconds").map { text throws(UsageFault) in try PlanVerb.seconds(text) }
    let iterations = try arguments.number("iterations")
    if seconds != nil, iterations != nil {
      throw UsageFault("plan takes --seconds or --iterations, one of the two.", word: "--iterations")
    }
    let seed = try arguments.number("seed") ?? 1
    wish = PlanWish(
      problem: try arguments.needed("problem"), seconds: iterations == nil ? seconds ?? 1 : nil,
      iterations: iterations, seed: UInt64(seed), threads: arguments.text("threads") == "2" ? 2 : 1,
      out: arguments.text("out"), score: arguments.text("score"),
      explain: arguments.text("explain"))
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act { .chore(.plan(wish)) }

  private static func seconds(_ text: String) throws(UsageFault) -> Double {
    guard let seconds = Double(text), seconds > 0, seconds <= 86_400 else {
      throw UsageFault(
        "\"\(text.clipped(24))\" is no number of seconds above 0, such as 0.5 or 10.", word: text)
    }
    return seconds
  }
}
