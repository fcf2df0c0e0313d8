import Domain
import TestSupport
import Testing

@Suite("Pausable clock")
struct PausableClockTests {
  @Test("reads as a look at every minute does", .timeLimit(.minutes(2)))
  func oracle() throws {
    var numbers = SeededNumbers(seed: 99)
    for round in 0..<120 {
      let (calendar, start) = try SampleCalendars.random(&numbers)
      var clock = PausableClock(
        start: start, target: .minutes(.random(in: 0...4_000, using: &numbers)), calendar: calendar)
      for _ in 0..<Int.random(in: 0...4, using: &numbers) {
        let from = start + .minutes(.random(in: -500...6_000, using: &numbers))
        let end =
          Int.random(in: 0...4, using: &numbers) == 0
          ? nil : from + .minutes(.random(in: 0...3_000, using: &numbers))
        clock.pauses.append(.init(start: from, end: end))
      }
      if Bool.random(using: &numbers) {
        clock.stop = start + .minutes(.random(in: 0...8_000, using: &numbers))
      }
      let now = start + .minutes(.random(in: 0...9_000, using: &numbers))
      let reading = clock.reading(at: now)
      let (elapsed, paused) = naive(clock, now)
      #expect(reading.elapsed == elapsed, "round \(round)")
      #expect(reading.pausedOpenTime == paused, "round \(round)")
      #expect(reading.remaining == clock.target - elapsed)
      #expect(reading.dueAt == naiveDue(clock, now), "round \(round) \(calendar.hours) now \(now.rfc3339)")
      #expect((reading.state == .met) == (clock.stop.map { $0 <= now } ?? false))
      if let breach = clock.instant(ofRemaining: .seconds(-1), after: now) {
        var unpaused = clock
        unpaused.pauses.removeAll { $0.start > now }
        unpaused.stop = nil
        #expect(unpaused.reading(at: breach).remaining == .seconds(-1))
        #expect(unpaused.reading(at: breach - .seconds(1)).remaining == .zero)
      }
    }
  }

  /// Elapsed and paused open time, minute by minute.
  private func naive(_ clock: PausableClock, _ now: Timestamp) -> (Span, Span) {
    let calendar = NaiveCalendar(calendar: clock.calendar)
    var (elapsed, paused) = (Span.zero, Span.zero)
    var minute = clock.start
    while minute < min(now, clock.stop ?? now) {
      if calendar.isOpen(minute) {
        if isPaused(clock, minute) { paused += .minutes(1) } else { elapsed += .minutes(1) }
      }
      minute += .minutes(1)
    }
    return (elapsed, paused)
  }

  /// Runs on from now, or from the stop, as if released there.
  private func naiveDue(_ clock: PausableClock, _ now: Timestamp) -> Timestamp {
    let calendar = NaiveCalendar(calendar: clock.calendar)
    let moment = min(now, clock.stop ?? now)
    var left = clock.target
    var minute = clock.start
    while left > .zero {
      let counts = calendar.isOpen(minute) && !(minute < moment && isPaused(clock, minute))
      if counts { left -= .minutes(1) }
      minute += .minutes(1)
    }
    return minute
  }

  private func isPaused(_ clock: PausableClock, _ minute: Timestamp) -> Bool {
    clock.pauses.contains { $0.start <= minute && ($0.end.map { minute < $0 } ?? true) }
  }

  private let start = Timestamp(seconds: 1_795_516_920)

  @Test("stands still while paused, and falls due later by the pause", .verifies("SLA-01", "SLA-04"))
  func pause() {
    var clock = PausableClock(start: start, target: .hours(4), calendar: .roundTheClock)
    clock.pauses = [.init(start: start + .hours(1))]
    let early = clock.reading(at: start + .hours(2))
    let late = clock.reading(at: start + .hours(5))
    #expect(early.state == .paused && late.state == .paused)
    #expect(early.remaining == .hours(3) && late.remaining == .hours(3))
    #expect(early.dueAt == start + .hours(5) && late.dueAt == start + .hours(8))
    clock.pauses[0].end = start + .hours(6)
    #expect(clock.reading(at: start + .hours(7)).dueAt == start + .hours(9))
    #expect(clock.reading(at: start + .hours(7)).state == .running)
  }

  @Test("is breached once more time has passed than there was, and stays so when paused")
  func breach() {
    var clock = PausableClock(start: start, target: .hours(1), calendar: .roundTheClock)
    #expect(clock.reading(at: start + .hours(1)).state == .running)
    let after = clock.reading(at: start + .hours(1) + .seconds(1))
    #expect(after.state == .breached && after.remaining == .seconds(-1) && after.dueAt == start + .hours(1))
    clock.pauses = [.init(start: start + .hours(2))]
    let paused = clock.reading(at: start + .hours(9))
    #expect(paused.state == .breached && paused.isPaused && paused.remaining == .hours(-1))
  }

  @Test("keeps its remainder once met, late or not")
  func met() {
    var clock = PausableClock(
      start: start, target: .hours(4), calendar: .roundTheClock, stop: start + .hours(1))
    let reading = clock.reading(at: start + .days(3))
    #expect(reading.state == .met && reading.remaining == .hours(3) && reading.metAt == start + .hours(1))
    #expect(reading.dueAt == start + .hours(4) && !reading.isLate)
    #expect(clock.reading(at: start).state == .running)
    clock.stop = start + .hours(5)
    #expect(clock.reading(at: start + .hours(6)).isLate)
    #expect(clock.instant(ofRemaining: .zero, after: start + .hours(6)) == nil)
  }
}
