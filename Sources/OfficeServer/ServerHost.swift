/// What the machine brings to a served office.
public struct ServerHost: Sendable {
  /// Where new consoles' ids and tokens come from.
  public let secrets: Secrets
  /// The name of an account by its number; nil for none.
  public let account: @Sendable (UInt32) -> String?
  /// Which callout this is.
  public let version: String

  public init(secrets: Secrets, account: @escaping @Sendable (UInt32) -> String?, version: String) {
    self.secrets = secrets
    self.account = account
    self.version = version
  }
}
