public import Domain

/// A recorded day: calls, who was sent, who arrived and who was free again, one JSON object a line, in the order in
/// which it was told.
public struct ReplayDay: Sendable {
  public let lines: [ReplayLine]
  /// The day it is of, in its own calendar.
  public let date: CivilDate

  /// Reads a whole file; lines that cannot be used stay in it with the reason. Empty lines are none.
  public init(_ bytes: [UInt8]) {
    var lines: [ReplayLine] = []
    var number = 0
    for line in bytes.split(separator: 10, omittingEmptySubsequences: false) {
      number += 1
      guard line.contains(where: { $0 != 32 && $0 != 9 && $0 != 13 }) else { continue }
      lines.append(ReplayLine(number, line))
    }
    self.lines = lines
    date = ReplayDay.date(of: lines)
  }

  /// Whether nothing in it can be played.
  public var isEmpty: Bool { !events.contains { _ in true } }

  /// What happened, of all lines.
  var events: some Sequence<ReplayEvent> {
    lines.lazy.compactMap { if case .event(let event) = $0.content { event } else { nil } }
  }

  private static func date(of lines: [ReplayLine]) -> CivilDate {
    for line in lines {
      guard case .event(let event) = line.content else { continue }
      let local = event.localSeconds - (event.secondOfDay.map { min(max($0, -864_000), 864_000) } ?? 0)
      return ZoneRules.utc.date(at: Timestamp(seconds: local))
    }
    return CivilDate(daysSinceEpoch: 0)
  }
}

/// When each line of a day happened and when it is told, in one zone and on one date.
public struct PlacedDay: Sendable {
  public struct Time: Hashable, Sendable {
    /// When it happened, as the line says it; never after it was told.
    public let at: Timestamp
    /// When it is played.
    public let due: Timestamp
    /// What the line says, where it lies after what was told later: nobody can tell what is still to come.
    public let claimed: Timestamp?
    /// Whether a line before it about the same call is of a later time.
    public let isLate: Bool
  }

  /// One for each line of the day.
  public let times: [Time]

  /// Lines are told in their order: one that is of an earlier time than the line before it comes late. One that is
  /// ahead of what follows it cannot have known, and is told with the line before it. What happened before `begins`
  /// is told at once.
  public init(_ day: ReplayDay, on date: CivilDate, in zone: ZoneRules, begins: Timestamp) {
    let shift = Int64(day.date.days(to: date)) * 86_400
    let said = day.lines.map { line -> Timestamp? in
      guard case .event(let event) = line.content else { return nil }
      let civil = ZoneRules.utc.civil(at: Timestamp(seconds: event.localSeconds + shift))
      return zone.timestamp(of: civil)
    }
    var latest: [String: Timestamp] = [:]
    var due = begins
    var times: [Time] = []
    times.reserveCapacity(said.count)
    for (index, line) in day.lines.enumerated() {
      guard case .event(let event) = line.content, let instant = said[index] else {
        times.append(Time(at: due, due: due, claimed: nil, isLate: false))
        continue
      }
      let isAhead = PlacedDay.isAhead(index, of: said, after: due)
      if !isAhead { due = max(due, instant) }
      let at = min(instant, due)
      let isLate = latest[event.call].map { at < $0 } ?? false
      latest[event.call] = max(latest[event.call] ?? at, at)
      times.append(Time(at: at, due: due, claimed: isAhead ? instant : nil, isLate: isLate))
    }
    self.times = times
  }

  /// So many lines after one are asked whether it is ahead of its time, and so long a silence is believed.
  private static let witnesses = 8
  private static let longestSilence = Span.days(1)

  private static func isAhead(_ index: Int, of said: [Timestamp?], after due: Timestamp) -> Bool {
    guard let instant = said[index] else { return false }
    if instant > due + longestSilence { return true }
    let next = said[(index + 1)...].lazy.compactMap(\.self).prefix(witnesses)
    let earlier = next.count { $0 < instant }
    return earlier * 2 > witnesses
  }
}
