/// A service-level clock as people read it: which one, how it stands, and what is left.
public struct ClockFace: Hashable, Sendable {
  public enum Kind: String, CompactCodable, Hashable, Sendable, CaseIterable {
    case response, fix
  }

  public enum State: String, Codable, Hashable, Sendable, CaseIterable {
    case running, atRisk, breached, met, paused
  }

  public let kind: Kind
  public let state: State
  /// Of a paused clock what it would be if it were released now.
  public let dueAt: Timestamp
  /// Open time left at the moment of the reading, negative when breached; a met clock keeps what it had.
  public let remaining: Span
  /// How much open time a working day of the clock's calendar has: what a day of `remaining` means.
  public let workday: Span
  /// Whether hours that do not count lie between the reading and `dueAt`: what is left is not what a watch shows.
  public let skipsClosedHours: Bool
  /// Open time that pauses took out.
  public let paused: Span
  public let metAt: Timestamp?
  /// When the state changes next if nothing happens: at risk, then breached; nil when nothing changes by
  /// itself.
  public let changesAt: Timestamp?

  public init(
    kind: Kind, state: State, dueAt: Timestamp, remaining: Span, workday: Span = .days(1),
    skipsClosedHours: Bool = false, paused: Span, metAt: Timestamp?, changesAt: Timestamp?
  ) {
    self.kind = kind
    self.state = state
    self.dueAt = dueAt
    self.remaining = remaining
    self.workday = workday
    self.skipsClosedHours = skipsClosedHours
    self.paused = paused
    self.metAt = metAt
    self.changesAt = changesAt
  }

  /// Whether it still counts down or has run out: neither met nor paused.
  public var isTicking: Bool {
    switch state {
    case .running, .atRisk, .breached: true
    case .met, .paused: false
    }
  }
}
