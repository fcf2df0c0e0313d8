import Domain
import Storage
import Sync
import Synchronization

/// Which calls are in forms at which console, as each said last. In memory alone: who falls silent is forgotten.
struct CallsBoard: Sendable {
  /// A console with a call in a form says so every few seconds.
  static let term = Duration.seconds(15)

  private struct Word {
    let person: Person.ID
    let calls: [CallInHand]
    let at: ContinuousClock.Instant
  }

  private var words: [ConsoleID: Word] = [:]

  /// Takes what a console of somebody says, and answers with what everybody else has, the one that rang last before
  /// the others.
  mutating func exchange(
    _ said: CallsInHand, of console: ConsoleID, by person: Person.ID, at now: ContinuousClock.Instant,
    clock: Timestamp
  ) -> [CallInHand] {
    forgetSilent(at: now)
    let calls = said.calls.prefix(CallsInHand.most).map { $0.believed(of: person, at: clock) }
    words[console] = calls.isEmpty ? nil : Word(person: person, calls: calls, at: now)
    let others = words.filter { $0.key != console && $0.value.person != person }
    return Self.lastFirst(others.values)
  }

  mutating func forgetSilent(at now: ContinuousClock.Instant) {
    words = words.filter { now - $0.value.at < Self.term }
  }

  /// What all consoles have.
  var all: [CallInHand] { Self.lastFirst(words.values) }

  private static func lastFirst(_ words: some Sequence<Word>) -> [CallInHand] {
    words.flatMap(\.calls).sorted { $1.begunAt < $0.begunAt }
  }
}

extension CallInHand {
  /// As the office takes it: of who asks, with a number of a length that there is, and a ring that was of late by the
  /// office's own clock.
  fileprivate func believed(of person: Person.ID, at clock: Timestamp) -> CallInHand {
    CallInHand(
      person: person,
      phone: phone.map { String($0.filter { $0.isASCII && $0.isNumber }.prefix(CallInHand.mostFigures)) },
      site: site, begunAt: min(clock, max(begunAt, clock - CallInHand.longest)))
  }
}

extension ServerDesk {
  /// What everybody else has in forms, for who may take calls; nil for anybody else. The windows on the office's own
  /// file are heard of by their drafts, and are told by the host.
  func calls(_ said: CallsInHand, _ caller: Registrar) async throws -> CallsInHand? {
    try await read { [self] in
      do throws(Refusal) {
        try file.state.office.authorize(.logWork, on: nil, by: caller.person)
      } catch {
        return nil
      }
      let others = calls.withLock {
        $0.exchange(said, of: caller.console, by: caller.person, at: host.instant(), clock: file.now)
      }
      tellCalls()
      let here = host.calls().filter { $0.person != caller.person }
      return CallsInHand(Array((here + others).prefix(CallsInHand.most)))
    }
  }

  /// Tells the windows on the office's own file what consoles have, without those that have fallen silent.
  func tellCalls() {
    // One after the other: the last that is told is the newest.
    calls.withLock { board in
      board.forgetSilent(at: host.instant())
      host.callsElsewhere(board.all)
    }
  }
}
