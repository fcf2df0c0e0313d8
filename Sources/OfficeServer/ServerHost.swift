public import Sync

/// What the machine brings to a served office.
public struct ServerHost: Sendable {
  /// Where new consoles' ids and tokens come from.
  public let secrets: Secrets
  /// The name of an account by its number; nil for none.
  public let account: @Sendable (UInt32) -> String?
  /// Which callout this is.
  public let version: String
  /// The calls that are in forms of windows on the office's own file.
  public let calls: @Sendable () -> [CallInHand]
  /// Hears which calls are in forms at consoles, for those windows; again and again while there are any.
  let callsElsewhere: @Sendable ([CallInHand]) -> Void
  /// By which it is told who has fallen silent; it is never set.
  let instant: @Sendable () -> ContinuousClock.Instant

  public init(
    secrets: Secrets, account: @escaping @Sendable (UInt32) -> String?, version: String,
    calls: @escaping @Sendable () -> [CallInHand] = { [] },
    callsElsewhere: @escaping @Sendable ([CallInHand]) -> Void = { _ in },
    instant: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
  ) {
    self.calls = calls
    self.callsElsewhere = callsElsewhere
    self.instant = instant
    self.secrets = secrets
    self.account = account
    self.version = version
  }
}
