/// A console that has joined this office.
public struct JoinedConsole: Hashable, Sendable, Identifiable {
  public let id: ConsoleID
  public let person: Person.ID
  public let joinedAt: Timestamp
  /// Since when it is turned away; nil for one that may take part.
  public let revokedAt: Timestamp?
  /// When it last asked for what is new, to a minute; nil before the first time.
  public let seenAt: Timestamp?
  /// How far this office's clock was ahead of its own then; nil where it did not say.
  public let clockSkew: Span?

  public init(
    id: ConsoleID, person: Person.ID, joinedAt: Timestamp, revokedAt: Timestamp? = nil,
    seenAt: Timestamp? = nil, clockSkew: Span? = nil
  ) {
    self.id = id
    self.person = person
    self.joinedAt = joinedAt
    self.revokedAt = revokedAt
    self.seenAt = seenAt
    self.clockSkew = clockSkew
  }
}
