/// Changes the office's profile, limits, trades or the zones it knows.
///
/// Each is given whole, with what the claimant saw: only the fields in which the two differ are changed, and a
/// field that somebody else has changed since is refused.
public struct ChangeOffice: CommandRule {
  public static let permission = Permission.manageOffice
  public static let kind = CommandKind.claim

  public var profile: OfficeProfile?
  public var limits: Limits?
  public var trades: Taxonomy?
  public var zone: ZoneRules?
  /// What the claimant saw; nil replaces whatever there is.
  public var replacing: Seen?

  /// The settings as somebody saw them who changes them.
  public struct Seen: Codable, Hashable, Sendable {
    public var profile: OfficeProfile?
    public var limits: Limits?
    public var trades: Taxonomy?

    public init(profile: OfficeProfile? = nil, limits: Limits? = nil, trades: Taxonomy? = nil) {
      self.profile = profile
      self.limits = limits
      self.trades = trades
    }
  }

  public init(
    profile: OfficeProfile? = nil, limits: Limits? = nil, trades: Taxonomy? = nil, zone: ZoneRules? = nil,
    replacing: Seen? = nil
  ) {
    self.profile = profile
    self.limits = limits
    self.trades = trades
    self.zone = zone
    self.replacing = replacing
  }

  /// A change of the settings that somebody has before him.
  public init(
    of office: Office, profile: OfficeProfile? = nil, limits: Limits? = nil, trades: Taxonomy? = nil
  ) {
    self.init(
      profile: profile, limits: limits, trades: trades,
      replacing: Seen(
        profile: profile.map { _ in office.profile }, limits: limits.map { _ in office.limits },
        trades: trades.map { _ in office.trades }))
  }

  public func decide(in moment: Moment) throws(Refusal) -> [Event] {
    let office = moment.office
    let wanted = try wanted(in: office)
    if let profile = wanted.profile { try check(profile, in: office) }
    if let limits = wanted.limits { try limits.check() }
    if let trades = wanted.trades { try trades.check() }
    var events: [OfficeEvent] = []
    if let zone, office.zones[zone.name] != zone { events.append(.zoneLearnt(zone)) }
    if let profile = wanted.profile, profile != office.profile { events.append(.profileChanged(profile)) }
    if let limits = wanted.limits, limits != office.limits { events.append(.limitsChanged(limits)) }
    if let trades = wanted.trades, trades != office.trades { events.append(.taxonomyChanged(trades)) }
    return events.map { .office($0) }
  }

  public func inverse(in moment: Moment) -> [Command] {
    let office = moment.office
    let left: Seen
    do { left = try wanted(in: office) } catch { return [] }
    let back = ChangeOffice(
      profile: profile == nil ? nil : office.profile, limits: limits == nil ? nil : office.limits,
      trades: trades == nil ? nil : office.trades, replacing: left)
    return [.changeOffice(back)]
  }
}

extension ChangeOffice {
  /// The settings that it comes to, with what others have changed besides.
  private func wanted(in office: Office) throws(Refusal) -> Seen {
    let subject = Subject.office(office.profile.name)
    var wanted = Seen(profile: profile, limits: limits, trades: trades)
    if let profile, let seen = replacing?.profile {
      wanted.profile = try office.profile.taking(profile, from: seen, of: subject)
    }
    if let limits, let seen = replacing?.limits {
      wanted.limits = try office.limits.taking(limits, from: seen, of: subject)
    }
    if let trades, let seen = replacing?.trades {
      wanted.trades = try office.trades.taking(trades, from: seen, of: subject)
    }
    return wanted
  }
}

extension ChangeOffice {
  private func check(_ profile: OfficeProfile, in office: Office) throws(Refusal) {
    try profile.check()
    if zone?.name != profile.zone { try office.checkTimeZone(profile.zone) }
  }
}

extension Limits {
  /// Refuses shares that are none and times that have already run out.
  func check() throws(Refusal) {
    guard (0...100).contains(atRiskPercent) else {
      throw .fault(FieldFault(field: "atRisk", word: String(atRiskPercent), expected: "0 to 100 percent"))
    }
    for target in [responseTargetPercent, fixTargetPercent] where !(0...100).contains(target) {
      throw .fault(FieldFault(field: "target", word: String(target), expected: "0 to 100 percent"))
    }
    let spans = [
      seenWithin, seenWithinP1, offerWithin, offerWithinP1,
      acceptWithin, acceptWithinP1, checkInWithin, stalledAfter, unassignedAfter, riseAfter, escalateAfter,
      escalateAfterP1, ownFor,
      roomFrom
    ]
    if let none = spans.first(where: { $0 <= .zero }) {
      throw .fault(
        FieldFault(field: "limits", word: "\(none.wholeMinutes)m", expected: "a length above zero"))
    }
    guard messageWait >= .zero, messageWait <= .hours(24) else {
      throw .fault(
        FieldFault(field: "limits", word: "\(messageWait.seconds)s", expected: "a length of at most a day"))
    }
    guard (Span.zero...Span.hours(12)).contains(breaksMoveBy) else {
      throw .fault(
        FieldFault(
          field: "breakMoves", word: "\(breaksMoveBy.wholeMinutes)m", expected: "a length of at most 12 hours"
        ))
    }
    guard longHoldWorkingDays > 0 else {
      throw .fault(
        FieldFault(field: "longHold", word: String(longHoldWorkingDays), expected: "a number from 1"))
    }
  }
}

extension Taxonomy {
  /// Refuses trades without a name, twice the same, or with a level or a time that no visit could have.
  func check() throws(Refusal) {
    var seen: Set<Trade> = []
    for entry in entries {
      guard !entry.trade.name.isEmpty, seen.insert(entry.trade).inserted else {
        throw .fault(
          FieldFault(field: "trade", word: entry.trade.name, expected: "a name that no other trade has"))
      }
      guard Skill.levels.contains(entry.level) else {
        throw .fault(FieldFault(field: "level", word: String(entry.level), expected: "1 to 9"))
      }
      guard entry.estimate > .zero, entry.estimate <= .days(30) else {
        throw .fault(
          FieldFault(
            field: "estimate", word: "\(entry.estimate.wholeMinutes)m", expected: "a length such as 90m"))
      }
      guard (entry.causes ?? []).count <= Taxonomy.mostCauses else {
        throw .fault(
          FieldFault(
            field: "causes", word: String(entry.causes?.count ?? 0),
            expected: "at most \(Taxonomy.mostCauses) words")
        )
      }
      if let number = entry.causes?.first(where: Taxonomy.isDigit) {
        throw .fault(
          FieldFault(field: "causes", word: number, expected: "a word or a code: digits choose among them"))
      }
    }
  }
}
