/// How a joined console stands with its office.
public struct JoinedReport: Hashable, Sendable {
  public let address: String
  /// Which console this is; nil where that is not asked.
  public let console: ConsoleID?
  /// When the office was last heard of; nil before the first time.
  public let lastSyncAt: Timestamp?
  /// How many commands wait for the office's answer, and how many of them it would refuse as things stand.
  public let waiting: Int
  public let doubtful: Int
  /// Whether the office did not know it any more when it was asked last.
  public let isTurnedAway: Bool
  /// What was taken over from the office; nil where the whole ledger is here.
  public let takenOver: TakenOverReport?
  /// How far the office's clock is ahead of this machine's; nil where it was never measured.
  public let clockSkew: Span?
  /// What the office signed and then had no more; nil where it has kept its word.
  public let brokenWord: BrokenWord?

  /// A difference between clocks that is worth a word when it is larger, either way.
  public static let oddSkew = Span.minutes(1)

  public init(
    address: String, console: ConsoleID? = nil, lastSyncAt: Timestamp?, waiting: Int, doubtful: Int,
    isTurnedAway: Bool = false, takenOver: TakenOverReport? = nil, clockSkew: Span? = nil,
    brokenWord: BrokenWord? = nil
  ) {
    self.isTurnedAway = isTurnedAway
    self.console = console
    self.clockSkew = clockSkew
    self.brokenWord = brokenWord
    self.takenOver = takenOver
    self.address = address
    self.lastSyncAt = lastSyncAt
    self.waiting = waiting
    self.doubtful = doubtful
  }
}

/// An entry that an office had signed and had no more later, without having been restored.
public struct BrokenWord: Hashable, Sendable {
  public let entry: Int
  public let signedAt: Timestamp

  public init(entry: Int, signedAt: Timestamp) {
    self.entry = entry
    self.signedAt = signedAt
  }
}
