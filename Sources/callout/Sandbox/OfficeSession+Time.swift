import Domain
import Storage
import Verbs

extension OfficeSession {
  /// A sandbox whose clock has stood for so many real milliseconds is not played any more.
  private static let patience: Int64 = 2_000
  /// However fast a sandbox runs, its minutes are shown no more often than this, in milliseconds.
  private static let shortestMinute: Int64 = 200

  /// What the header says beside the time; nil where it is the real one.
  var clockNote: String? {
    guard let clock = file.sandboxClock else { return surroundings.clock.isSet ? "training clock" : oddClock }
    return Wording.sandbox(
      speed: clock.speed, isPlayed: clock.standing(at: file.milliseconds) < Self.patience)
  }

  /// How this machine's clock goes beside the office's that it has joined; nil where they agree to a minute.
  private var oddClock: String? {
    guard file.membership != nil else { return nil }
    do { return Wording.skew(try file.clockSkew()).map { "\($0) office" } } catch { return nil }
  }

  /// Real milliseconds until the next full minute, or until the clock is known to stand; nil where nothing changes
  /// by itself.
  var millisecondsToNextChange: Int? {
    if surroundings.clock.isStopped { return nil }
    let milliseconds = file.milliseconds
    guard let clock = file.sandboxClock else {
      return Int(60_000 - (milliseconds % 60_000 + 60_000) % 60_000) + 2
    }
    let standing = clock.standing(at: milliseconds)
    if standing > 0 { return standing < Self.patience ? Int(Self.patience - standing) + 2 : nil }
    let minute = now + .seconds(60 - (now.seconds % 60 + 60) % 60)
    return Int(max(Self.shortestMinute, clock.milliseconds(to: min(minute, clock.until), at: milliseconds)))
      + 2
  }

  /// How long a time of this office takes in real milliseconds.
  func realMilliseconds(of span: Span) -> Int64 {
    (span * 1_000).seconds / Int64(file.sandboxClock?.speed ?? 1)
  }
}
