/// A console that has joined this office.
public struct JoinedConsole: Codable, Hashable, Sendable, Identifiable {
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
  /// Which Callout it runs; nil where it did not say.
  public let version: String?
  /// How many entries it lacks, as far as that is known; nil before it was heard of.
  public let lacks: Int?
  /// The console that its folder was copied from; nil for none.
  public let copyOf: ConsoleID?

  public init(
    id: ConsoleID, person: Person.ID, joinedAt: Timestamp, invitedBy: Person.ID? = nil,
    revokedAt: Timestamp? = nil, revokedBy: Person.ID? = nil, seenAt: Timestamp? = nil,
    clockSkew: Span? = nil,
    version: String? = nil, lacks: Int? = nil, copyOf: ConsoleID? = nil
  ) {
    self.id = id
    self.person = person
    self.joinedAt = joinedAt
    self.invitedBy = invitedBy
    self.revokedAt = revokedAt
    self.revokedBy = revokedBy
    self.seenAt = seenAt
    self.clockSkew = clockSkew
    self.version = version
    self.lacks = lacks
    self.copyOf = copyOf
  }
}

/// What a console says of itself as it asks.
public struct ConsoleWord: Hashable, Sendable {
  public let clock: Timestamp
  /// Which Callout it runs; nil where it does not say, or not in the words of a version.
  public let version: String?
  /// The last entry that it has once it has taken in what it is answered.
  public let has: Int
  /// When nothing waited there, by the office's clock; nil where something may.
  public let settledAt: Timestamp?

  public init(clock: Timestamp, version: String?, has: Int, settledAt: Timestamp? = nil) {
    self.clock = clock
    self.settledAt = settledAt
    self.has = has
    // Whoever asks may say anything.
    self.version = version.flatMap {
      $0.utf8.count <= 32 && $0.utf8.allSatisfy { (33...126).contains($0) } ? $0 : nil
    }
  }
}
