/// A console that has joined this office.
public struct JoinedConsole: Hashable, Sendable, Identifiable {
  public let id: ConsoleID
  public let person: Person.ID
  public let joinedAt: Timestamp
  /// Who made the code for it; nil where there was none, as this machine vouched for its account or it was another
  /// console before, and for codes of files before schema 6.
  public let invitedBy: Person.ID?
  /// Since when it is turned away; nil for one that may take part.
  public let revokedAt: Timestamp?
  public let revokedBy: Person.ID?
  /// When it last asked for what is new, to a minute; nil before the first time.
  public let seenAt: Timestamp?
  /// How far this office's clock was ahead of its own then; nil where it did not say.
  public let clockSkew: Span?

  public init(
    id: ConsoleID, person: Person.ID, joinedAt: Timestamp, invitedBy: Person.ID? = nil,
    revokedAt: Timestamp? = nil, revokedBy: Person.ID? = nil, seenAt: Timestamp? = nil, clockSkew: Span? = nil
  ) {
    self.id = id
    self.person = person
    self.joinedAt = joinedAt
    self.invitedBy = invitedBy
    self.revokedAt = revokedAt
    self.revokedBy = revokedBy
    self.seenAt = seenAt
    self.clockSkew = clockSkew
  }
}
