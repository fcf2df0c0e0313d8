import Domain
import Storage
import Synchronization

/// When each console was written down as seen: its file is not written for every question.
struct SeenConsoles: Sendable {
  private static let every = Duration.seconds(60)
  private var noted: [ConsoleID: ContinuousClock.Instant] = [:]

  /// Whether it is time to write this one down again.
  mutating func isDue(_ console: ConsoleID, at now: ContinuousClock.Instant) -> Bool {
    if let last = noted[console], now - last < Self.every { return false }
    noted[console] = now
    return true
  }
}

extension ServerDesk {
  /// Notes that a console is there, and its clock where it told it. A disk that takes nothing is said by what follows.
  func noteSeen(_ console: ConsoleID, clock: Timestamp?) {
    guard clock != nil, seen.withLock({ $0.isDue(console, at: .now) }) else { return }
    writeLater { [file] in
      do { try file.noteSeen(console, clock: clock) } catch { return }
    }
  }
}
