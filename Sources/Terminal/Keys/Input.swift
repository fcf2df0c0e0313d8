/// What came from the terminal.
public enum Input: Hashable, Sendable {
  case key(Key)
  case mouse(Mouse)
  /// Pasted text as it came, line ends as LF; never to be read as keys. Not sanitised: it is stored as it is.
  case paste(String)
  /// A paste has begun and its end is long in coming: until then, or until ^C, all that is typed goes into it.
  case pasteOpen
  /// So many bytes of the paste just reported did not fit and were dropped.
  case pasteCut(droppedBytes: Int)
  case focus(Bool)
  /// The answer to the question for the background colour (OSC 11).
  case backgroundColour(red: UInt8, green: UInt8, blue: UInt8)
  /// The answer to the question whether the terminal knows a private mode (DECRPM).
  case privateMode(Int, isKnown: Bool)
}
