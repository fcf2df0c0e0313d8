public import Domain

/// `demo [--headless]`: a generated day to look at, to learn on and to measure; with `--live` one that goes on.
public struct DemoVerb: Verb {
  public static let name = "office.demo"
  public static let words = ["demo"]
  public static let help = "Make up a day and open the console on it; --live lets it go on"
  public static let needsOffice = false
  public static let parameters: [Parameter] = [
    .flag("headless", "only makes the file"), .option("open", .number, "open orders, 118 unless said"),
    .option("closed", .number, "closed orders, 2000 unless said"),
    .option("technicians", .number, "24 unless said"),
    .option("seed", .number, "the same seed, the same day"),
    .flag("live", "calls come in, technicians answer, travel and overrun: a sandbox"),
    .option("speed", .number, "of a live day, so many times as fast, 1 to 86400; 30 unless said"),
    .option(
      "hours", .number, "of a live day, until it stands; with --headless it is played without a console")
  ]

  let demo: DemoOffice

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    let speed = try ReplayVerb.speed(arguments)
    let hours = try arguments.number("hours")
    let isLive = arguments.has("live")
    if !isLive, let word = speed != nil ? "speed" : hours != nil ? "hours" : nil {
      throw UsageFault("--\(word) is of a live day: demo --live.", word: word)
    }
    demo = DemoOffice(
      open: try arguments.number("open") ?? 118, closed: try arguments.number("closed") ?? 2_000,
      technicians: try arguments.number("technicians") ?? 24, seed: UInt64(try arguments.number("seed") ?? 1),
      isHeadless: arguments.has("headless"),
      live: isLive ? LiveDemo(speed: speed ?? LiveDemo.usualSpeed, hours: hours.map { min($0, 10_000) }) : nil
    )
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act { .chore(.demo(demo)) }
}
