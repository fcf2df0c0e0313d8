public import Domain

/// Where new consoles' ids and tokens come from; whoever serves brings the chance.
public struct Secrets: Sendable {
  public let console: @Sendable () -> ConsoleID
  /// 256 random bits as text.
  public let token: @Sendable () -> String

  public init(console: @escaping @Sendable () -> ConsoleID, token: @escaping @Sendable () -> String) {
    self.console = console
    self.token = token
  }
}
