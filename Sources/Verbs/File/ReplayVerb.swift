public import Domain

/// `replay FILE --speed 100`: plays a recorded day into a sandbox while consoles watch.
public struct ReplayVerb: Verb {
  public static let name = "file.replay"
  public static let words = ["replay"]
  public static let help = "Play a recorded day into a sandbox of its own"
  public static let needsOffice = false
  public static let parameters: [Parameter] = [
    .needed("file", .file, "one JSON object a line"),
    .option("speed", .number, "so many times as fast, 1 to 86400; 1 unless said"),
    .choice("only", PlayedPart.self, .option, help: "calls: they come in, the dispatching is yours"),
    .option("from", .text, "a clock time such as 08:00: what was before is there at once"),
    .option("until", .text, "a clock time to stop at; the same command goes on from there"),
    .flag("keep-dates", "on the day of the file; else today"),
    .option("zone", .text, "the time zone of its times; else the system's")
  ]

  let replay: ReplayedDay

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    replay = ReplayedDay(
      file: try arguments.needed("file"), speed: try ReplayVerb.speed(arguments) ?? 1,
      isCallsOnly: try arguments.choice("only", PlayedPart.self) == .calls,
      from: try ReplayVerb.clockTime("from", arguments), until: try ReplayVerb.clockTime("until", arguments),
      keepsDates: arguments.has("keep-dates"), zone: arguments.text("zone"))
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act { .chore(.replay(replay)) }

  /// How many times as fast, where it was said.
  static func speed(_ arguments: Arguments) throws(UsageFault) -> Int? {
    guard let speed = try arguments.number("speed") else { return nil }
    guard SandboxClock.speeds.contains(speed) else {
      throw UsageFault("\(speed) is no speed. It is 1 to 86400 times as fast.", word: String(speed))
    }
    return speed
  }

  private static func clockTime(_ name: String, _ arguments: Arguments) throws(UsageFault) -> TimeOfDay? {
    guard let text = arguments.text(name) else { return nil }
    guard let time = TimeOfDay(text.trimmed) else {
      throw UsageFault("\"\(text.clipped(24))\" is no clock time. 08:00 or 14:30 are.", word: text)
    }
    return time
  }
}

/// What of a recorded day is played, where it is not all.
enum PlayedPart: String, CaseIterable {
  case calls
}

/// Which recorded day is played, and how.
public struct ReplayedDay: Hashable, Sendable {
  public var file: String
  /// Seconds of the day in one second.
  public var speed: Int
  /// Calls come in; who goes is the person's to say.
  public var isCallsOnly: Bool
  /// What was before is there at once; nil is midnight.
  public var from: TimeOfDay?
  /// Where it stops; nil plays to the end.
  public var until: TimeOfDay?
  public var keepsDates: Bool
  /// The IANA zone of the day's times; nil for the system's.
  public var zone: String?
}
