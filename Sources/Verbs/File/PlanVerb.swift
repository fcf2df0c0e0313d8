public import Domain

/// `plan --problem FILE [--seconds S] [--out FILE]`: who does what and when, for a day that a file tells.
/// `plan --explain ORDER` without a file: why an order of the office is where it is, or why nobody has it.
public struct PlanVerb: Verb {
  public static let name = "file.plan"
  public static let words = ["plan"]
  public static let help = "Plan the day of a problem file, or explain an order of the office"
  public static let needsOffice = false
  public static let parameters: [Parameter] = [
    .option("problem", .file, "a callout-plan-problem/1 file"),
    .option("seconds", .text, "of processor time in all, 1 unless said"),
    .option("iterations", .number, "instead of seconds: the same plan every time"),
    .option("seed", .number, "another seed, another plan"),
    Parameter("threads", .choice(["1", "2"]), .option, help: "searches side by side, the better counts"),
    .option("out", .file, "else standard output"),
    .option("score", .file, "looks through this plan instead of making one"),
    .option("explain", .text, "a job of the file, else an order: why it is where it is, or why nobody has it")
  ]

  private enum Subject: Sendable {
    case file(PlanWish)
    case order(OrderReference)
  }

  private let subject: Subject

  /// Only an order of the office is explained from the office.
  public static func needsOffice(_ words: [String]) -> Bool {
    func has(_ option: String) -> Bool { words.contains { $0 == option || $0.hasPrefix(option + "=") } }
    return has("--explain") && !has("--problem")
  }

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    guard let problem = arguments.text("problem") else {
      subject = .order(try PlanVerb.order(arguments, in: context))
      return
    }
    let seconds = try arguments.text("seconds").map { text throws(UsageFault) in try PlanVerb.seconds(text) }
    let iterations = try arguments.number("iterations")
    if seconds != nil, iterations != nil {
      throw UsageFault("plan takes --seconds or --iterations, one of the two.", word: "--iterations")
    }
    let seed = try arguments.number("seed") ?? 1
    let threads = arguments.text("threads") ?? "1"
    guard let count = Int(threads), (1...2).contains(count) else {
      throw UsageFault("--threads is 1 or 2, not \"\(threads.clipped(12))\".", word: "--threads")
    }
    subject = .file(
      PlanWish(
        problem: problem, seconds: iterations == nil ? seconds ?? 1 : nil,
        iterations: iterations, seed: UInt64(seed), threads: count,
        out: arguments.text("out"), score: arguments.text("score"),
        explain: arguments.text("explain")))
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    switch subject {
    case .file(let wish): return .chore(.plan(wish))
    case .order(let reference):
      let order = try context.orders([reference])[0]
      if order.isEnded { throw .workEnded(order.number, order.status) }
      return .ask(.explain(order.id))
    }
  }

  /// The order that is to be explained, where no file is named.
  private static func order(
    _ arguments: Arguments, in context: VerbContext
  ) throws(UsageFault) -> OrderReference {
    guard arguments.has("explain") else {
      throw UsageFault(
        "plan needs a file (--problem FILE) or an order of the office (--explain 20418). plan day plans what waits.",
        word: "plan")
    }
    for name in ["seconds", "iterations", "seed", "threads", "out", "score"] where arguments.has(name) {
      throw UsageFault("--\(name) is for a file, and no --problem FILE is named.", word: "--\(name)")
    }
    return try arguments.order("explain", in: context)
  }

  private static func seconds(_ text: String) throws(UsageFault) -> Double {
    guard let seconds = Double(text), seconds > 0, seconds <= 86_400 else {
      throw UsageFault(
        "\"\(text.clipped(24))\" is no number of seconds above 0, such as 0.5 or 10.", word: text)
    }
    return seconds
  }
}
