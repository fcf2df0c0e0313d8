/// What is known, by the office's clock, of when the commands of a console can have been made that it sends next.
public struct Contact: Hashable, Sendable {
  /// The last instant at which nothing waited there; nil where that is not known.
  public let settledAt: Timestamp?
  /// What time it is at the office.
  public let now: Timestamp
  /// So far a console's clock may be off, and a message may take so long, without anything counting otherwise.
  public static let slack = Span.minutes(2)

  public init(settledAt: Timestamp?, now: Timestamp) {
    self.settledAt = settledAt
    self.now = now
  }

  /// Where no clock says anything, as in a sandbox, whose time jumps: whatever is told counts.
  public static let untimed = Contact(settledAt: nil, now: Timestamp(seconds: .max))

  /// The instant that counts for one that a console tells: itself, or the nearest at which it can have been.
  ///
  /// Whoever was without the line keeps his true times: nothing that waits when he comes back was made before nothing
  /// waited.
  public func counted(_ told: Timestamp) -> Timestamp {
    if told > now + Self.slack { return now }
    // What is later than now was noted by a clock that was wrong itself.
    guard let settledAt, settledAt <= now, told < settledAt - Self.slack else { return told }
    return settledAt
  }
}

extension Submission {
  /// The same at another instant.
  public func counted(at instant: Timestamp) -> Submission {
    if instant == stamp.at { return self }
    return Submission(
      id: id, stamp: Stamp(by: stamp.by, at: instant, console: stamp.console),
      commands: commands.map { $0.counted(stamp.at, as: instant) },
      override: override, acceptsWarnings: acceptsWarnings, acceptsClaims: acceptsClaims, reversal: reversal,
      automation: automation, acceptedWarnings: acceptedWarnings, isJudgedTogether: isJudgedTogether,
      undoes: undoes)
  }
}

extension Decision {
  /// The same with a note on each order that something happened to: it was told as of another instant than counts.
  public func noting(told: Timestamp, countedAs stamp: Stamp) -> Decision {
    let counted = stamp.at
    if told == counted { return self }
    var orders: [WorkOrder.ID] = []
    for id in events.compactMap(\.order) where !orders.contains(id) { orders.append(id) }
    let facts = Anomaly.Facts(told: told, counted: counted)
    let notes = orders.map { Event.workOrder($0, .anomalyFound(.otherTime, facts: facts)) }
    var after = after
    for note in notes { after.apply(note, stamp) }
    return Decision(events: events + notes, inverse: inverse, warnings: warnings, after: after)
  }
}
