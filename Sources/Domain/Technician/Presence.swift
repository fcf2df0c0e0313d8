/// What a technician is set to; travelling and on site come from his work, late is computed.
public enum Presence: String, Codable, Hashable, Sendable, CaseIterable {
  case available, onBreak = "break", off, unavailable
}

/// Since when a technician is what he is set to, and whether he said so himself.
public struct KnownPresence: Codable, Hashable, Sendable {
  public let presenceSince: Timestamp?
  public let presenceIsOwnReport: Bool

  init(of technician: Technician) {
    presenceSince = technician.presenceSince
    presenceIsOwnReport = technician.presenceIsOwnReport
  }
}

/// A time when a technician does not work although the week says so.
///
/// Two are the same whenever they were noted.
public struct Absence: Codable, Hashable, Sendable {
  public let from: Timestamp
  public let to: Timestamp
  public let reason: String
  /// When somebody noted it; nil for one of a file that did not keep that.
  public let notedAt: Timestamp?

  public init(from: Timestamp, to: Timestamp, reason: String, notedAt: Timestamp? = nil) {
    self.from = from
    self.to = to
    self.reason = reason
    self.notedAt = notedAt
  }

  /// The same, noted then.
  func noted(_ at: Timestamp) -> Absence { Absence(from: from, to: to, reason: reason, notedAt: at) }

  public static func == (left: Absence, right: Absence) -> Bool {
    (left.from, left.to, left.reason) == (right.from, right.to, right.reason)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(from)
    hasher.combine(to)
    hasher.combine(reason)
  }

  public var range: TimeRange { TimeRange(start: from, end: to) }
}

extension Absence: Comparable {
  public static func < (left: Absence, right: Absence) -> Bool {
    (left.from, left.to, left.reason) < (right.from, right.to, right.reason)
  }
}

/// Where a technician was last known to be, and since when that is known.
public struct LastPlace: Codable, Hashable, Sendable {
  public let site: Site.ID
  public let at: Timestamp

  public init(site: Site.ID, at: Timestamp) {
    self.site = site
    self.at = at
  }
}

/// Who answers outside working hours, for one trade or for all of them.
public struct OnCallTurn: Codable, Hashable, Sendable {
  public let technician: Technician.ID
  public let trade: Trade?
  public let from: Timestamp
  public let to: Timestamp

  public init(technician: Technician.ID, trade: Trade?, from: Timestamp, to: Timestamp) {
    self.technician = technician
    self.trade = trade
    self.from = from
    self.to = to
  }
}

extension OnCallTurn: Comparable {
  /// Whether one turn stands for the other: only the end differs.
  func isSameTurn(as other: OnCallTurn) -> Bool {
    technician == other.technician && trade == other.trade && from == other.from
  }

  public static func < (left: OnCallTurn, right: OnCallTurn) -> Bool {
    (left.from, left.trade?.name ?? "", left.technician, left.to)
      < (right.from, right.trade?.name ?? "", right.technician, right.to)
  }
}
