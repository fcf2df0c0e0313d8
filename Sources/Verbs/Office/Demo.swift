public import Domain

/// `demo [--headless]`: a generated day to look at, to learn on and to measure.
public struct Demo: Verb {
  public static let name = "office.demo"
  public static let words = ["demo"]
  public static let help = "Make up a day and open the console on it"
  public static let needsOffice = false
  public static let parameters: [Parameter] = [
    .flag("headless", "only makes the file"), .option("open", .number, "open orders, 118 unless said"),
    .option("closed", .number, "closed orders, 2000 unless said"),
    .option("technicians", .number, "24 unless said"),
    .option("seed", .number, "the same seed, the same day")
  ]

  let demo: DemoOffice

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    demo = DemoOffice(
      open: try arguments.number("open") ?? 118, closed: try arguments.number("closed") ?? 2_000,
      technicians: try arguments.number("technicians") ?? 24, seed: UInt64(try arguments.number("seed") ?? 1),
      isHeadless: arguments.has("headless"))
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act { .chore(.demo(demo)) }
}
