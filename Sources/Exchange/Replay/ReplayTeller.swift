public import Domain

/// Tells an office what happened on a recorded day, line by line, as facts of those who were there.
///
/// Nothing of it is refused for not fitting: what contradicts the office is told all the same, or noted where there
/// is nothing to be told.
public struct ReplayTeller: Sendable {
  /// What makes the ids of its submissions its own.
  private let source: Digest
  private let console: ConsoleID
  private let zone: ZoneRules

  public init(source: Digest, console: ConsoleID, zone: ZoneRules) {
    self.source = source
    self.console = console
    self.zone = zone
  }

  /// What an event comes to in an office; `order` is the one of its call, wherever it is.
  public func submissions(
    of event: ReplayEvent, line: Int, at time: PlacedDay.Time, order: WorkOrder?, in office: Office
  ) -> [Submission] {
    var telling = Telling(event: event, at: time.at, id: Self.order(event.call), order: order, office: office)
    telling.tell(time, zone)
    return telling.said.enumerated().map { index, said in
      submission(said.commands, by: said.by, line: line, part: index, at: time.at)
    }
  }

  /// A note instead of what the office would not take, or had on record already.
  public func note(
    _ event: ReplayEvent, line: Int, at time: PlacedDay.Time, because reason: String
  ) -> Submission {
    let detail = [event.kind.rawValue, event["unit"], reason].compactMap(\.self).joined(separator: " ")
    return submission(
      [.reportAnomaly(Self.order(event.call), ReportAnomaly(.outOfOrder, detail: detail))],
      by: ReplayOffice.teller, line: line, part: 99, at: time.at)
  }

  /// What begins the office.
  public func founding(_ office: ReplayOffice, for day: ReplayDay) -> [Submission] {
    office.commands(for: day).enumerated().map { index, command in
      submission([command], by: office.owner.id, line: 0, part: index, at: office.founded)
    }
  }

  public static func order(_ call: String) -> WorkOrder.ID { StableIdentifier.make("call", call) }

  private func submission(
    _ commands: [Command], by person: Person.ID, line: Int, part: Int, at instant: Timestamp
  ) -> Submission {
    Submission(
      id: StableIdentifier.make("submission", "\(source) \(line) \(part)"),
      stamp: Stamp(by: person, at: instant, console: console), commands: commands, acceptsWarnings: true)
  }
}
