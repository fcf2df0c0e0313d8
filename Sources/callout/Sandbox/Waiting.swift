import Curses
import Domain
import Foundation

/// Waits for what is due next, or for somebody who wants to end it.
///
/// Under a clock that stands still nothing would ever fall due: there it does not wait, but counts what it would
/// have waited for. So a day can be played in a test at once, and always the same.
struct Waiting {
  private let clock: OfficeClock
  private let signals: SignalPipe
  private var skipped: Int64 = 0

  init(clock: OfficeClock, signals: SignalPipe) {
    self.clock = clock
    self.signals = signals
  }

  var milliseconds: Int64 { clock.milliseconds + skipped }

  /// Waits so many milliseconds; true when a signal came that ends it.
  mutating func isEnded(after wait: Int64) -> Bool {
    if clock.isStopped { skipped += wait }
    var descriptor = pollfd(fd: signals.fd, events: Int16(POLLIN), revents: 0)
    poll(&descriptor, 1, clock.isStopped ? 0 : Int32(clamping: wait))
    return signals.drain().contains { signal in
      switch signal {
      case .terminate, .hangup, .interrupt, .quit: true
      case .suspend, .continued, .windowChanged: false
      }
    }
  }
}
