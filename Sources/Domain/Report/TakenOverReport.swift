/// What a console took over from its office as rows instead of folding the entries.
public struct TakenOverReport: Hashable, Sendable {
  /// The last entry that is in those rows, and when it was recorded.
  public let through: Int
  public let recordedAt: Timestamp
  /// Entries up to this one are here; those after it, up to the last one above, are at the office.
  public let known: Int
  /// Work that ended from then on is here; all of it from the beginning of time on.
  public let endedSince: Timestamp
  /// How many orders came with them.
  public let orders: Int
  /// Whether they are one person's own work, and all that this console may hold.
  public let isScoped: Bool
  /// Why what is missing does not follow by itself just now; nil where it does, while a console is open.
  public let rest: OlderRest?

  public init(
    through: Int, recordedAt: Timestamp, known: Int, endedSince: Timestamp, orders: Int,
    isScoped: Bool = false, rest: OlderRest? = nil
  ) {
    self.rest = rest
    self.isScoped = isScoped
    self.through = through
    self.recordedAt = recordedAt
    self.known = known
    self.endedSince = endedSince
    self.orders = orders
  }

  /// How many entries are not here.
  public var missing: Int { max(0, through - known) }

  /// Whether all work that has ended is here.
  public var hasAllOrders: Bool { endedSince <= .epoch }

  /// Whether nothing is at the office alone that may be here.
  public var isWhole: Bool { isScoped || hasAllOrders && missing == 0 }
}

/// Why a console does not fetch what its snapshot left out.
public enum OlderRest: String, Hashable, Sendable {
  /// Its configuration says so.
  case turnedOff
  /// Too little is free on its disk.
  case noRoom
}
