/// One promise of a contract about one order, ready to be read at any instant.
///
/// What costs something to know, such as when it falls due, is worked out once; a reading is then a look at
/// the calendar. It holds for one state of the order: a new event makes a new clock. It never changes, and it
/// is a reference so that lists of them cost nothing to pass about.
final class ServiceClock: Sendable {
  let kind: ClockFace.Kind
  let clock: PausableClock
  /// Whether it is read from the closing, since it would be reckoned otherwise now: its contract has changed, or what
  /// stops a clock is seen otherwise than when it was stamped.
  let isStamped: Bool
  private let course: Course
  /// Whether every moment in which it runs counts as at risk.
  private let isP1: Bool
  /// With so much left or less it is at risk.
  private let riskBelow: Span

  private enum Course: Hashable {
    case met(ClockReading)
    /// Some hold stops it and has not been released.
    case standing
    case running(Run)
  }

  private struct Run: Hashable {
    /// The last release, or the start.
    let from: Timestamp
    let remaining: Span
    let paused: Span
    let dueAt: Timestamp
    let riskAt: Timestamp
    let breachAt: Timestamp
  }

  init(kind: ClockFace.Kind, clock: PausableClock, priority: Priority, atRiskPercent: Int) {
    self.kind = kind
    self.clock = clock
    isP1 = priority == .p1
    isStamped = false
    riskBelow = clock.target * Int64(atRiskPercent) / 100
    if let stop = clock.stop {
      course = .met(clock.reading(at: stop))
    } else if clock.pauses.contains(where: { $0.end == nil }) {
      course = .standing
    } else {
      course = .running(ServiceClock.run(of: clock, riskBelow: riskBelow))
    }
  }

  /// As it was stamped when its order was closed.
  init(kind: ClockFace.Kind, stamped outcome: ServiceLevelRecord.Outcome, from start: Timestamp) {
    self.kind = kind
    let target = outcome.dueAt - start - outcome.paused
    clock = PausableClock(start: start, target: target, calendar: .roundTheClock, stop: outcome.metAt)
    (isP1, riskBelow, isStamped) = (false, .zero, true)
    course = .met(
      ClockReading(
        state: .met, isPaused: false, dueAt: outcome.dueAt, remaining: outcome.remaining,
        pausedOpenTime: outcome.paused, elapsed: target - outcome.remaining, metAt: outcome.metAt))
  }

  /// Whether what is reckoned now is what was stamped: by its contract, its steps and what stops a clock it still ends
  /// as it did then.
  func ended(as outcome: ServiceLevelRecord.Outcome) -> Bool {
    guard case .met(let reading) = course else { return false }
    return reading.dueAt == outcome.dueAt && reading.metAt == outcome.metAt
      && reading.remaining == outcome.remaining
  }

  /// When its state changes if nothing happens, in order.
  var flips: [Timestamp] {
    switch course {
    case .met, .standing: []
    case .running(let run): isP1 ? [run.breachAt] : [run.riskAt, run.breachAt].sorted()
    }
  }

  /// Since when it is at risk, or will be; of a P1 since it runs.
  var atRiskSince: Timestamp {
    switch course {
    case .met, .standing: clock.start
    case .running(let run): isP1 ? run.from : run.riskAt
    }
  }

  /// The share of the target that is used up, in whole percent that are over: 0 of a fresh clock, 100 once it is missed.
  func usedPercent(_ face: ClockFace) -> Int {
    guard clock.target > .zero else { return 100 }
    return Int(((clock.target - face.remaining) * 100 / clock.target.seconds).seconds)
  }

  func face(at now: Timestamp) -> ClockFace {
    switch course {
    case .met(let reading): face(reading, state: .met, at: reading.metAt ?? now)
    case .standing:
      face(clock.reading(at: max(now, clock.start)), at: max(now, clock.start))
    case .running(let run): face(run, at: max(now, run.from))
    }
  }
}

extension ServiceClock {
  private static func run(of clock: PausableClock, riskBelow: Span) -> Run {
    let from = max(clock.start, clock.pauses.compactMap(\.end).max() ?? clock.start)
    let calendar = clock.calendar
    let reading = clock.pauses.isEmpty ? nil : clock.reading(at: from)
    let remaining = reading?.remaining ?? clock.target
    let dueAt = reading?.dueAt ?? calendar.adding(clock.target, to: from)
    let breachAt =
      remaining < .zero
      ? calendar.adding(.seconds(1), to: dueAt)
      : calendar.adding(remaining + .seconds(1), to: from)
    return Run(
      from: from, remaining: remaining, paused: reading?.pausedOpenTime ?? .zero, dueAt: dueAt,
      riskAt: calendar.adding(remaining - riskBelow, to: from), breachAt: breachAt)
  }

  private func face(_ run: Run, at now: Timestamp) -> ClockFace {
    let remaining = run.remaining - clock.calendar.openTime(from: run.from, to: now)
    let state: ClockFace.State
    var changesAt: Timestamp?
    if remaining < .zero {
      state = .breached
    } else if isP1 || remaining <= riskBelow {
      state = .atRisk
      changesAt = run.breachAt
    } else {
      state = .running
      changesAt = run.riskAt
    }
    return ClockFace(
      kind: kind, state: state, dueAt: run.dueAt, remaining: remaining,
      workday: clock.calendar.workday, skipsClosedHours: run.dueAt - now != remaining, paused: run.paused,
      metAt: nil, changesAt: changesAt)
  }

  private func face(
    _ reading: ClockReading, state: ClockFace.State? = nil, at instant: Timestamp
  ) -> ClockFace {
    let standing: ClockFace.State = reading.remaining < .zero ? .breached : .paused
    return ClockFace(
      kind: kind, state: state ?? standing, dueAt: reading.dueAt, remaining: reading.remaining,
      workday: clock.calendar.workday, skipsClosedHours: reading.dueAt - instant != reading.remaining,
      paused: reading.pausedOpenTime, metAt: reading.metAt, changesAt: nil)
  }
}
