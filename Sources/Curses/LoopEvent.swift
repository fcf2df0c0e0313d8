public import Terminal

/// Something the console's loop is to answer.
public enum LoopEvent: Hashable, Sendable {
  /// Keys, mouse and pastes, all that was pending.
  case input([Input])
  /// The terminal has another size now; the screen follows it already.
  case resized(Size)
  /// A wish to end, or `suspend`: answer that one with `InputLoop.suspend`.
  case signal(Signal)
  /// Another thread called `wake`.
  case woken
  /// The time given to `next` is over.
  case timer
  /// The terminal takes output again; draw the newest canvas.
  case drawable
  /// The terminal is gone.
  case hangup
}
