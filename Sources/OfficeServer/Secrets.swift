public import Domain

/// Where new consoles' ids, tokens and codes come from; whoever serves brings the chance.
public struct Secrets: Sendable {
  public let console: @Sendable () -> ConsoleID
  /// 256 random bits as text.
  public let token: @Sendable () -> String
  /// 80 random bits as text that can be read out.
  public let code: @Sendable () -> String

  public init(
    console: @escaping @Sendable () -> ConsoleID, token: @escaping @Sendable () -> String,
    code: @escaping @Sendable () -> String
  ) {
    self.code = code
    self.console = console
    self.token = token
  }
}
