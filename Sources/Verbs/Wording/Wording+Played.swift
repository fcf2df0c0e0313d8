public import Domain

extension Wording {
  /// Beside the time in the header of a sandbox.
  public static func sandbox(speed: Int, isPlayed: Bool) -> String {
    isPlayed ? "sandbox \(speed)x" : "sandbox, stands"
  }

  /// Said when a recorded day begins to be played.
  public static func replayBegins(lines: Int, in path: String, speed: Int) -> String {
    "Playing \(lines) lines at \(speed)x. In another terminal: callout --db \(path)"
  }

  public static func refusedLine(_ line: Int, _ reason: String) -> String {
    "Line \(line) was left out: \(reason)."
  }

  /// How far a day has come, while it is played.
  public static func played(
    _ counts: PlayedCounts, of lines: Int, at now: Timestamp, in zone: ZoneRules
  ) -> String {
    "\(zone.clock(at: now))  \(counts.read) of \(lines) lines, \(counts.flagged) flagged"
  }

  /// How far a made-up day has come that was played without a console.
  public static func livePlayed(calls: Int, until now: Timestamp, in zone: ZoneRules) -> String {
    "\(calls) calls came in; it is \(zone.civil(at: now).text)."
  }

  /// What became of a day's lines.
  public static func played(_ counts: PlayedCounts, isDryRun: Bool, isStopped: Bool) -> [String] {
    let head = isDryRun ? "Would be: " : ""
    var lines = [
      "\(head)\(counts.read) lines read = \(counts.applied) applied + \(counts.skipped) skipped + "
        + "\(counts.refused) refused"
    ]
    if counts.flagged > 0 {
      lines.append("\(counts.flagged) came out of order or against what was known: taken and flagged")
    }
    if isStopped { lines.append("The day is not over: the same command goes on from here.") }
    return lines
  }
}
