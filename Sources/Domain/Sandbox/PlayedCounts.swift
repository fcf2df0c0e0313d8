/// What became of the lines of a day that is played; read = applied + skipped + refused.
public struct PlayedCounts: Hashable, Sendable {
  public var read: Int
  /// Taken into the office.
  public var applied: Int
  /// Taken, though out of order or against what was known; counted among the applied.
  public var flagged: Int
  /// Of a kind that is not played.
  public var skipped: Int
  /// That could not be used.
  public var refused: Int

  public init(read: Int = 0, applied: Int = 0, flagged: Int = 0, skipped: Int = 0, refused: Int = 0) {
    self.read = read
    self.applied = applied
    self.flagged = flagged
    self.skipped = skipped
    self.refused = refused
  }

  public var addsUp: Bool { read == applied + skipped + refused }
}
