import Demo
import Domain
import Exchange
import Storage
import Verbs

/// Plays the lines of a recorded day into a sandbox, from where it stands.
final class DayPlayer {
  let begins: Timestamp
  private(set) var sandbox: Sandbox
  private let file: OfficeFile
  private let day: ReplayDay
  private let isCallsOnly: Bool
  private let teller: ReplayTeller
  /// Who does what the dispatcher says, where the dispatching is left to a person.
  private let crew: FieldCrew?
  private let founding: [Submission]
  private let times: [PlacedDay.Time]
  private let due: [Timestamp]
  /// What was before was dispatched by those who did; the rest may be left to a person.
  private let leftFrom: Timestamp
  /// How far it has played.
  private var now: Timestamp

  init(
    _ file: OfficeFile, _ day: ReplayDay, isCallsOnly: Bool, zone: ZoneRules, owner: Person
  ) throws(StorageError) {
    guard let sandbox = try file.sandbox() else { throw .realOffice(path: file.path) }
    self.file = file
    self.day = day
    self.isCallsOnly = isCallsOnly
    self.sandbox = sandbox
    begins = sandbox.begins
    now = sandbox.clock.base
    leftFrom = sandbox.clock.base
    crew =
      isCallsOnly
      ? FieldCrew(
        seed: UInt64(sandbox.hash.rawBytes.first ?? 1), begins: sandbox.begins,
        console: file.identity.console, isRecorded: true) : nil
    // A day that is gone on with keeps the zone that it was begun in.
    let zone = file.state.seq == 0 ? zone : file.state.office.zone
    teller = ReplayTeller(source: sandbox.hash, console: file.identity.console, zone: zone)
    founding = teller.founding(
      ReplayOffice(founded: sandbox.begins - .hours(12), zone: zone, owner: owner), for: day)
    times = PlacedDay(day, on: zone.date(at: sandbox.begins), in: zone, begins: sandbox.begins).times
    due = times.map { max($0.due, sandbox.position == 0 ? sandbox.clock.base : sandbox.begins) }
  }

  /// Whether every line was played.
  var isOver: Bool { sandbox.position >= day.lines.count }

  /// Founds the office, should it not be there yet, and sets the clock going from where it stands.
  func begin(speed: Int, at milliseconds: Int64) throws(StorageError) {
    sandbox = try file.play { playing in
      var sandbox = playing.sandbox
      let now = sandbox.clock.now(at: milliseconds)
      if playing.office.people.isEmpty {
        playing.now = sandbox.begins - .hours(12)
        for submission in founding {
          if case .refused(let refusal) = try playing.submit(submission) {
            throw StorageError.damaged(path: file.path, detail: "it cannot be begun: \(refusal.code)")
          }
        }
      }
      sandbox.clock = sandbox.clock.restarted(from: now, at: milliseconds, speed: speed)
      return sandbox
    }
  }

  /// Plays what is due; the milliseconds until there is something to do again, nil when there will be nothing.
  func step(
    stop: Timestamp?, at milliseconds: Int64, refused: (Int, String) -> Void
  ) throws(StorageError) -> Int64? {
    let pace = Pace(from: sandbox.position, of: due, clock: sandbox.clock, stop: stop, at: milliseconds)
    now = pace.now
    let isDayOver = !file.state.office.dayEndsDue(at: pace.now).isEmpty
    if !pace.steps.isEmpty || pace.clock != sandbox.clock || crew != nil || isDayOver {
      var told: [(Int, String)] = []
      sandbox = try file.play { playing in
        var sandbox = playing.sandbox
        playing.now = pace.now
        for index in pace.steps {
          try playing.endDays(until: due[index], from: file.identity.console)
          try play(index, &playing, &sandbox.counts) { told.append(($0, $1)) }
        }
        try playing.endDays(until: pace.now, from: file.identity.console)
        for submission in crew?.reports(in: playing.office, at: pace.now) ?? [] {
          _ = try playing.submit(submission)
        }
        sandbox.position = pace.steps.upperBound
        sandbox.clock = pace.clock
        return sandbox
      }
      for (line, reason) in told { refused(line, reason) }
    }
    return pace.wait(for: due, stop: stop, at: milliseconds)
  }

  /// Stops the clock where it is.
  func stand(at milliseconds: Int64) throws(StorageError) {
    let reached = max(file.now, now)
    sandbox = try file.play { playing in
      var sandbox = playing.sandbox
      sandbox.clock = sandbox.clock.restarted(from: reached, at: milliseconds)
      return sandbox
    }
  }
}

extension DayPlayer {
  private func play(
    _ index: Int, _ playing: inout Playing, _ counts: inout PlayedCounts, refused: (Int, String) -> Void
  ) throws {
    let line = day.lines[index]
    counts.read += 1
    switch line.content {
    case .skipped: counts.skipped += 1
    case .refused(let reason):
      counts.refused += 1
      refused(line.number, reason)
    case .event(let event) where isLeft(event, times[index]): counts.skipped += 1
    case .event(let event):
      counts.applied += 1
      if try isOdd(event, line.number, times[index], &playing) { counts.flagged += 1 }
    }
  }

  /// Whether it is for a person to do, or was done before he began.
  private func isLeft(_ event: ReplayEvent, _ time: PlacedDay.Time) -> Bool {
    isCallsOnly && !event.kind.isOfCalls && time.due >= leftFrom && time.at >= begins
  }

  /// Tells one event; whether anything of it did not fit. What the office will not take is noted.
  private func isOdd(
    _ event: ReplayEvent, _ line: Int, _ time: PlacedDay.Time, _ playing: inout Playing
  ) throws -> Bool {
    let order = try playing.order(ReplayTeller.order(event.call))
    var isOdd = false
    var isTold = false
    var reason = "again"
    for submission in teller.submissions(of: event, line: line, at: time, order: order, in: playing.office) {
      switch try playing.submit(submission) {
      case .recorded(_, let events):
        isTold = true
        isOdd = isOdd || events.contains(where: \.isAnomaly)
      case .same: break
      case .refused(let refusal):
        isTold = false
        reason = "not taken: \(refusal.code)"
      }
    }
    if isTold { return isOdd }
    _ = try playing.submit(teller.note(event, line: line, at: time, because: reason))
    return true
  }
}

extension Event {
  fileprivate var isAnomaly: Bool {
    if case .workOrder(_, .anomalyFound) = self { return true }
    return false
  }
}
