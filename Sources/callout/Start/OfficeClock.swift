import Domain
import Foundation

/// The only clock: the system's, or the one that `CALLOUT_NOW` sets for tests, demonstrations and training.
struct OfficeClock: Sendable {
  private enum Setting: Sendable {
    case system
    case stopped(Timestamp)
    case shifted(Span)
  }

  private let setting: Setting

  /// An RFC 3339 instant stands still; `+SECONDS` or `-SECONDS` ticks beside the system's; nil is the system's.
  init(_ text: String?) throws(Failure) {
    guard let text, !text.isEmpty else {
      setting = .system
      return
    }
    if let instant = Timestamp(rfc3339: text) {
      setting = .stopped(instant)
    } else if text.first == "+" || text.first == "-", let seconds = Int64(text) {
      setting = .shifted(.seconds(seconds))
    } else {
      throw Failure(.clockMismatch, subject: "CALLOUT_NOW", detail: "\"\(text)\" is no instant and no shift")
    }
  }

  var now: Timestamp {
    switch setting {
    case .system: system
    case .stopped(let instant): instant
    case .shifted(let span): system + span
    }
  }

  /// Whether `CALLOUT_NOW` is in force; the screen says so.
  var isSet: Bool {
    if case .system = setting { return false }
    return true
  }

  /// Milliseconds until the next full minute; nil when the clock stands still.
  var millisecondsToNextMinute: Int? {
    if case .stopped = setting { return nil }
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    let second = (now.seconds % 60 + 60) % 60
    return Int(60 - second) * 1_000 - Int(time.tv_nsec / 1_000_000) + 2
  }

  private var system: Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(seconds: Int64(time.tv_sec))
  }
}
