import Domain
import Storage
import Sync
import Synchronization

/// When each console was written down as seen, and which of them may have something to send: the office's file is not
/// written for every question.
struct SeenConsoles: Sendable {
  private static let every = Duration.seconds(60)
  /// So long a console may ask and say that something waits before it has to send some of it.
  private static let patience = Duration.seconds(120)
  private var noted: [ConsoleID: (at: ContinuousClock.Instant, isBehind: Bool)] = [:]
  /// Since when consoles at which something may wait have been asking without a pause, and when they did last.
  private var asking: [ConsoleID: (since: ContinuousClock.Instant, last: ContinuousClock.Instant)] = [:]
  /// Up to which of its numbers a console has sent.
  private var taken: [ConsoleID: Int] = [:]

  /// Whether it is time to write this one down again: after a while, and at once when it has caught up.
  mutating func isDue(_ console: ConsoleID, isBehind: Bool, at now: ContinuousClock.Instant) -> Bool {
    if let last = noted[console], now - last.at < Self.every, isBehind || !last.isBehind { return false }
    noted[console] = (now, isBehind)
    return true
  }

  /// Whether nothing waits at a console that asks: it says so, or it goes on asking and sends nothing.
  mutating func isSettled(_ console: ConsoleID, waiting: Int?, at now: ContinuousClock.Instant) -> Bool {
    if waiting == 0 {
      asking[console] = nil
      return true
    }
    let known = asking[console].flatMap { now - $0.last < Self.every ? $0.since : nil }
    asking[console] = (known ?? now, now)
    return now - (known ?? now) > Self.patience
  }

  /// A console has sent what it has, up to this number; nil where the office could not take it.
  mutating func sends(_ console: ConsoleID, through count: Int?) {
    if let count, taken.updateValue(count, forKey: console) == count { return }
    asking[console] = nil
  }
}

extension ServerDesk {
  /// Notes that a console is there and what it said of itself, where it told its clock. A disk that takes nothing is
  /// said by what follows.
  func noteSeen(_ console: ConsoleID, _ pull: Pull, _ answer: PullAnswer, at head: Int) {
    guard let clock = pull.clock else { return }
    let isSettled = seen.withLock { seen in
      answer.isOfOneLog && seen.isSettled(console, waiting: pull.waiting, at: .now)
    }
    let word = ConsoleWord(
      clock: clock, version: pull.version, has: answer.leaves(pull, at: head),
      settledAt: isSettled ? file.realNow : nil)
    guard seen.withLock({ $0.isDue(console, isBehind: word.has < head, at: .now) }) else { return }
    writeLater { [file] in
      do { try file.noteSeen(console, word) } catch { return }
    }
  }
}
