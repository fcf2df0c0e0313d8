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

  /// Takes what a console of somebody says, and answers with what everybody else has, the one that rang first before
  /// the others.
  mutating func exchange(
    _ said: CallsInHand, of console: ConsoleID, by person: Person.ID, at now: ContinuousClock.Instant
  ) -> [CallInHand] {
    words = words.filter { now - $0.value.at < Self.term }
    let calls = said.calls.prefix(CallsInHand.most)
    words[console] = calls.isEmpty ? nil : Word(person: person, calls: Array(calls), at: now)
    let others = words.filter { $0.key != console && $0.value.person != person }
    return others.values.flatMap { word in
      word.calls.map {
        CallInHand(person: word.person, phone: $0.phone, site: $0.site, begunAt: $0.begunAt)
      }
    }.sorted { $0.begunAt < $1.begunAt }
  }
}

extension ServerDesk {
  /// What everybody else has in forms, for who may take calls; nil for anybody else. The windows on the office's own
  /// file are heard of by their drafts.
  func calls(_ said: CallsInHand, _ caller: Registrar) async throws -> CallsInHand? {
    try await read { [self] in
      do throws(Refusal) {
        try file.state.office.authorize(.logWork, on: nil, by: caller.person)
      } catch {
        return nil
      }
      let others = calls.withLock { $0.exchange(said, of: caller.console, by: caller.person, at: .now) }
      let here = host.calls().filter { $0.person != caller.person }
      return CallsInHand(Array((here + others).prefix(CallsInHand.most)))
    }
  }
}
