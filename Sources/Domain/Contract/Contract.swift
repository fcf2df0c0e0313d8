/// What was promised to a customer: how fast, in which hours, and what stops the clocks.
public struct Contract: Codable, Hashable, Sendable, Identifiable {
  public typealias ID = Identifier<Contract>

  public let id: ID
  public var name: String
  /// The tier whose customers have it unless they have one of their own; nil for a customer's own.
  public var tier: Tier?
  /// Until when the response clock runs.
  public var response: ResponseMeaning
  /// The hours of the levels that are not round the clock.
  public var hours: OpeningHours
  /// The IANA time zone of the hours; nil means the site's, else the office's.
  public var timeZone: String?
  /// Which clocks a hold stops, by its reason; a reason that is missing stops nothing.
  public var pauses: [HoldReason: ClockSet]
  public var levels: [ServiceLevel]

  public init(
    id: ID, name: String, tier: Tier?, response: ResponseMeaning, hours: OpeningHours,
    timeZone: String? = nil,
    pauses: [HoldReason: ClockSet] = Contract.usualPauses, levels: [ServiceLevel]
  ) {
    self.id = id
    self.name = name
    self.tier = tier
    self.response = response
    self.hours = hours
    self.timeZone = timeZone
    self.pauses = pauses
    self.levels = levels
  }

  /// What a hold stops unless a contract says otherwise.
  public static let usualPauses: [HoldReason: ClockSet] = [
    .parts: .fix, .customer: .both, .access: .both, .approval: .both, .weather: .fix
  ]

  /// The most exact level for a piece of work: the one of its service type before the one for all.
  public func level(priority: Priority, service: ServiceType) -> ServiceLevel? {
    levels.first { $0.priority == priority && $0.service == service }
      ?? levels.first { $0.priority == priority && $0.service == nil }
  }
}

/// The targets for one priority, for one service type or for all of them.
public struct ServiceLevel: Codable, Hashable, Sendable {
  public var priority: Priority
  public var service: ServiceType?
  /// Open time of the level's calendar until somebody responds.
  public var response: Span
  /// Open time of the level's calendar until the last needed work is done.
  public var fix: Span
  /// Whether the hours do not matter: the clock runs by night and on holidays too.
  public var isRoundTheClock: Bool

  public init(
    priority: Priority, service: ServiceType? = nil, response: Span, fix: Span, isRoundTheClock: Bool
  ) {
    self.priority = priority
    self.service = service
    self.response = response
    self.fix = fix
    self.isRoundTheClock = isRoundTheClock
  }
}

/// What ends the response clock.
public enum ResponseMeaning: String, Codable, Hashable, Sendable, CaseIterable {
  case assigned, onSite
}

/// What kind of service the work is; a contract may promise each something else.
public enum ServiceType: String, CompactCodable, Hashable, Sendable, CaseIterable {
  case reactive, planned, inspection, installation
}

/// The clocks that a hold stops.
public struct ClockSet: OptionSet, Codable, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let response = ClockSet(rawValue: 1)
  public static let fix = ClockSet(rawValue: 2)
  public static let both: ClockSet = [.response, .fix]
}
