public import Domain

extension Wording {
  /// What an import came to, line by line.
  public static func report(_ report: ImportReport, isDryRun: Bool) -> [String] {
    let head = isDryRun ? "Would be: " : ""
    var lines = [
      "\(head)\(counted(report.read, "row")) read = \(report.created) created + \(report.updated) updated + "
        + "\(report.skipped) skipped + \(report.refused) refused"
    ]
    if report.flagged > 0 {
      let have = report.flagged == 1 ? "has" : "have"
      lines.append("\(report.flagged) \(have) times that contradict each other: taken and flagged")
    }
    for (reason, count) in report.reasons.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      lines.append("  \(count)  \(importReason(reason))")
    }
    if let left = report.leftBehind {
      lines.append("Not read back from an export: number, every order gets this office's next")
      if left > 0 {
        lines.append("  \(left)  were held or planned, or waited again: without the hold and the visit here")
      }
    }
    if let file = report.refusedFile { lines.append("The refused rows, with line and reason: \(file)") }
    return lines
  }

  /// Why rows were skipped or refused, by the code that a script reads.
  private static func importReason(_ code: String) -> String {
    switch code {
    case "sameAlready": "the same already"
    case "badDate": "a date that is none of the map's formats"
    case "badNumber": "a number that is none, or too small or large"
    case "badChoice": "a word that the field cannot have"
    case "undecodable": "bytes that are none in the map's encoding"
    case "unclosedQuote": "behind a quote that never closes"
    case "rowTooLarge": "over the size of a row, or behind such a row"
    case "ragged": "more or fewer fields than the header"
    case "shifted": "cells that a comma too many has shifted"
    case "handleTaken": "a handle that somebody else has"
    default: code
    }
  }

  /// How the file is and what is on it, line by line; `versions` are names of programs with theirs.
  public func health(_ report: HealthReport, versions: [(String, String)]) -> [String] {
    [
      "Office       \(office.profile.name), \(standing(report))", "Entries      \(report.entries)",
      "Orders       \(report.openOrders) open, \(report.allOrders) in all",
      "Size         \(Self.size(report.databaseBytes))\(room(report.freeBytes))",
      "Versions     "
        + (versions + [("schema", String(report.schemaVersion))]).map { "\($0) \($1)" }.joined(
          separator: ", "),
      "Last backup  \(report.lastBackupAt.map { time($0) } ?? "never: backup FILE makes one")"
    ] + takenOverLine(report) + linkLines(report.joined) + conflictsLine
  }

  private func takenOverLine(_ report: HealthReport) -> [String] {
    let taken = report.joined?.takenOver
    return (Self.takenOver(taken).map { ["Taken over   \($0)"] } ?? [])
      + (olderWork(taken).map { ["Older work   \($0)"] } ?? [])
  }

  /// What is free on the disk, with a word where that is little.
  private func room(_ bytes: Int?) -> String {
    guard let bytes else { return "" }
    return bytes < Self.littleRoom
      ? ", and only \(Self.size(bytes)) free: make room, or nothing can be saved"
      : ", \(Self.size(bytes)) free"
  }

  /// Less room than this is worth a word, in bytes.
  private static let littleRoom = 256 << 20

  /// `12 MB`, `340 GB`.
  private static func size(_ bytes: Int) -> String {
    bytes < 10 << 30 ? "\(bytes >> 20) MB" : "\(bytes >> 30) GB"
  }

  /// What is odd between this console and its office.
  private func linkLines(_ joined: JoinedReport?) -> [String] {
    var lines: [String] = []
    if let skew = Self.skew(joined?.clockSkew) {
      lines.append(
        "Clock        \(skew) the office's: nothing is refused for it, and the times here are wrong")
    }
    if let broken = joined?.brokenWord {
      lines.append(
        "Office       has no entry \(broken.entry) any more, which it had signed at \(time(broken.signedAt)), and "
          + "was not restored: ask whoever runs it; a copy of what was here lies beside the file")
    }
    return lines
  }

  /// How a clock goes that the office's is so far ahead of: `7 min behind`; nil where that is not worth a word.
  public static func skew(_ skew: Span?) -> String? {
    guard let skew, skew.seconds.magnitude > JoinedReport.oddSkew.seconds.magnitude else { return nil }
    return "\(TimeWords.length(skew)) \(skew > .zero ? "behind" : "ahead of")"
  }

  /// Whose office it is: `this console alone`, the office of so many consoles, or where the office is and what
  /// waits for it.
  private func standing(_ report: HealthReport) -> String {
    guard let joined = report.joined else {
      return report.consoles == 0
        ? "this console alone"
        : "the office of \(report.consoles) \(report.consoles == 1 ? "console" : "consoles")"
    }
    let heard = joined.lastSyncAt.map { "heard of \(time($0)), \(lag(now - $0))" } ?? "not heard of yet"
    let doubtful = joined.doubtful == 0 ? "" : ", \(joined.doubtful) of them would be refused now"
    let console = joined.console.map { " as console \(Self.short($0))" } ?? ""
    let away = joined.isTurnedAway ? ", turned away" : ""
    return
      "joined at \(joined.address.clipped(40))\(console)\(away), \(heard), \(joined.waiting) waiting\(doubtful)"
  }

  /// How long ago: `just now`, `12 min ago`.
  private func lag(_ span: Span) -> String {
    span < .minutes(1) ? "just now" : "\(TimeWords.length(span)) ago"
  }

  private var conflictsLine: [String] {
    let open = office.openConflicts.count
    return [
      "Conflicts    " + (open == 0 ? "none open" : "\(open) open: \(call(ConflictsVerb.name)) lists them")
    ]
  }
}

extension Wording {
  /// Where an import stands that was interrupted, and how it goes on.
  public static func stopped(_ report: ImportReport, isDryRun: Bool) -> String {
    if isDryRun { return "Stopped after \(counted(report.read, "row")). A dry run writes nothing." }
    return
      "Stopped after \(counted(report.read, "row")): \(report.created) created and \(report.updated) updated are in. "
      + "The same command goes on from there; nothing is taken twice."
  }
}
