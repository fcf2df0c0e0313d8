public import Domain

/// What a served office has to tell whoever runs it. Nobody's words, names or secrets are in it.
public enum ServerEvent: Sendable {
  case joined(ConsoleID)
  /// Somebody was turned away: by which route, with which status.
  case refused(route: String, status: Int)
  case pushed(ConsoleID, commands: Int, milliseconds: Int)
  case liveBegan(ConsoleID)
  case liveEnded(ConsoleID)
  /// A file's bytes are here, whole.
  case stored(ConsoleID, bytes: Int)
  case failed(route: String, Failure)
  /// It was asked to end: no new request is taken.
  case stopping
}
