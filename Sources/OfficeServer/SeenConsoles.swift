import Domain
import Storage
import Sync
import Synchronization

/// When each console was written down as seen: its file is not written for every question.
struct SeenConsoles: Sendable {
  private static let every = Duration.seconds(60)
  private var noted: [ConsoleID: (at: ContinuousClock.Instant, isBehind: Bool)] = [:]

  /// Whether it is time to write this one down again: after a while, and at once when it has caught up.
  mutating func isDue(_ console: ConsoleID, isBehind: Bool, at now: ContinuousClock.Instant) -> Bool {
    if let last = noted[console], now - last.at < Self.every, isBehind || !last.isBehind { return false }
    noted[console] = (now, isBehind)
    return true
  }
}

extension ServerDesk {
  /// Notes that a console is there and what it said of itself, where it told its clock. A disk that takes nothing is
  /// said by what follows.
  func noteSeen(_ console: ConsoleID, _ pull: Pull, _ answer: PullAnswer, at head: Int) {
    guard let clock = pull.clock else { return }
    let word = ConsoleWord(clock: clock, version: pull.version, has: answer.leaves(pull, at: head))
    guard seen.withLock({ $0.isDue(console, isBehind: word.has < head, at: .now) }) else { return }
    writeLater { [file] in
      do { try file.noteSeen(console, word) } catch { return }
    }
  }
}
