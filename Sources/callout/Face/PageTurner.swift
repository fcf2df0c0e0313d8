/// When the next page of the wall is due; none while its pages do not turn.
struct PageTurner {
  private let seconds: Int
  private var turnedAt = ContinuousClock.now

  init(seconds: Int) { self.seconds = seconds }

  /// Milliseconds until then; nil where nothing turns.
  var patience: Int? {
    guard seconds > 0 else { return nil }
    let left = Duration.seconds(seconds) - (ContinuousClock.now - turnedAt)
    return max(0, Int(left / .milliseconds(1)) + 1)
  }

  /// Whether one is due; the next is due a full stand later.
  mutating func isDue() -> Bool {
    guard let patience, patience <= 1 else { return false }
    restart()
    return true
  }

  /// Somebody pressed a key: the page stands its full time again.
  mutating func restart() { turnedAt = .now }
}
