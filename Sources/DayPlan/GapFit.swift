public import Domain

/// Why a piece of waiting work fits into somebody's free time, and what would speak for somebody else.
public struct GapFit: Hashable, Sendable {
  public let order: WorkOrder.ID
  public let number: Int
  public let priority: Priority
  public let technician: Technician.ID
  public let range: TimeRange
  /// The free time that it goes into, whole.
  public let gap: TimeRange
  /// The way to it, and how much more he drives in all.
  public let way: Travel
  public let detour: Span
  /// What it weighs, in seconds of driving.
  public let worth: Span
  /// Whoever may do it and would for less, and by how much.
  public internal(set) var cheaper: Cheaper?
  /// Whether nobody else can take it as the day stands.
  public internal(set) var isOnlyOne = false

  public struct Cheaper: Hashable, Sendable {
    public let technician: Technician.ID
    public let by: Span
  }
}
