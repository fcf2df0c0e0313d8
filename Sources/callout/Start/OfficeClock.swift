import Domain
import Foundation
import Verbs

/// The only clock: the system's, or the one that `CALLOUT_NOW` sets for tests, demonstrations and training.
struct OfficeClock: Sendable {
  private enum Setting: Sendable {
    case system
    case stopped(Timestamp)
    case shifted(Span)
  }

  private let setting: Setting

  /// An RFC 3339 instant stands still; `+SECONDS` or `-SECONDS` ticks beside the system's; nil is the system's.
  init(_ text: String?) throws(UsageFault) {
    guard let text, !text.isEmpty else {
      setting = .system
      return
    }
    if let instant = Timestamp(rfc3339: text) {
      setting = .stopped(instant)
    } else if text.first == "+" || text.first == "-", let seconds = Int64(text), abs(Double(seconds)) < 1e12 {
      setting = .shifted(.seconds(seconds))
    } else {
      throw UsageFault(
        "CALLOUT_NOW=\"\(text)\" is no time: 2026-11-24T10:42:00Z is one, +3600 is an hour from now.",
        word: text)
    }
  }

  var now: Timestamp {
    let milliseconds = milliseconds
    return Timestamp(seconds: milliseconds >= 0 ? milliseconds / 1_000 : (milliseconds - 999) / 1_000)
  }

  /// Milliseconds since 1970.
  var milliseconds: Int64 {
    switch setting {
    case .system: system
    case .stopped(let instant): instant.seconds * 1_000
    case .shifted(let span): system + span.seconds * 1_000
    }
  }

  /// Whether `CALLOUT_NOW` is in force; the screen says so.
  var isSet: Bool {
    if case .system = setting { return false }
    return true
  }

  /// Whether it stands still.
  var isStopped: Bool {
    if case .stopped = setting { return true }
    return false
  }

  private var system: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }
}
