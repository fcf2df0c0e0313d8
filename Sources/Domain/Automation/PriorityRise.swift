/// Why a rule raises a priority.
public enum PriorityRise: Codable, Hashable, Sendable {
  /// A service-level clock is at risk.
  case clock(ClockFace.Kind, due: Timestamp)
  /// It has waited since then.
  case age(since: Timestamp)
  /// It was called critical for the customer's business.
  case impact(Impact)
}
