/// One technician as the status board shows him.
public struct TechnicianCard: Hashable, Sendable, Identifiable {
  public let id: Technician.ID
  public let handle: String
  public let name: String
  public let shown: ShownPresence
  /// Over the estimate, or the next window is in danger; a mark beside the presence, never instead of it.
  public let isLate: Bool
  /// The order he is on or travelling to.
  public let now: Int?
  /// How far he is past the estimate of the visit he is on; zero when he is not.
  public let overrun: Span
  /// Until when the present state is expected to last.
  public let until: Timestamp?
  public let next: Int?
  public let nextStart: Timestamp?
  /// How much of his time in the running shift day is taken, in percent.
  public let utilisationPercent: Int
  public let lastSeenAt: Timestamp?
  public let isSilent: Bool
  public let zone: String?
  public let team: String?
  public let skills: [Skill]
  public let lastPlace: String?
  public let lastPlaceAt: Timestamp?
  public let isOnCall: Bool
  /// Whether the rest of his shift has a gap in which another visit fits.
  public let canTakeMore: Bool
  public let alerts: Int
  /// What he is set to where he goes nowhere after what he is on: off or unavailable; nil for everybody else.
  public var after: ShownPresence?

  public init(
    id: Technician.ID, handle: String, name: String, shown: ShownPresence, isLate: Bool, now: Int?,
    overrun: Span, until: Timestamp?, next: Int?, nextStart: Timestamp?, utilisationPercent: Int,
    lastSeenAt: Timestamp?, isSilent: Bool, zone: String?, team: String?, skills: [Skill],
    lastPlace: String?, lastPlaceAt: Timestamp?, isOnCall: Bool, canTakeMore: Bool = false, alerts: Int
  ) {
    self.id = id
    self.handle = handle
    self.name = name
    self.shown = shown
    self.isLate = isLate
    self.now = now
    self.overrun = overrun
    self.until = until
    self.next = next
    self.nextStart = nextStart
    self.utilisationPercent = utilisationPercent
    self.lastSeenAt = lastSeenAt
    self.isSilent = isSilent
    self.zone = zone
    self.team = team
    self.skills = skills
    self.lastPlace = lastPlace
    self.lastPlaceAt = lastPlaceAt
    self.isOnCall = isOnCall
    self.canTakeMore = canTakeMore
    self.alerts = alerts
  }
}

/// Presence as shown: what he is set to, unless his work says travelling or on site.
public enum ShownPresence: String, Codable, Hashable, Sendable, CaseIterable {
  case available, travelling, onSite, onBreak = "break", off, unavailable

  /// The letter that is fixed for life.
  public var letter: Character {
    switch self {
    case .available: "A"
    case .travelling: "T"
    case .onSite: "O"
    case .onBreak: "B"
    case .off: "X"
    case .unavailable: "U"
    }
  }
}
