/// What became of the rows of an import; it always adds up: read = created + updated + skipped + refused.
public struct ImportReport: Hashable, Sendable {
  public var read = 0
  public var created = 0
  public var updated = 0
  public var skipped = 0
  public var refused = 0
  /// Accepted rows whose times contradict each other; counted among the created and updated.
  public var flagged = 0
  /// Whether the orders came from an export of Callout, and how many of them left a hold or a visit behind.
  public var leftBehind: Int?
  /// How often each reason for refusing or skipping occurred.
  public var reasons: [String: Int] = [:]
  /// The file that holds the refused rows with their lines and reasons; nil when none was refused.
  public var refusedFile: String?

  public init() {}

  public var addsUp: Bool { read == created + updated + skipped + refused }
}
