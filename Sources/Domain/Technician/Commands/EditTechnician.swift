/// Changes a technician's record: name, phone, zone, team, home, breaks, skills, working week, still with us.
public struct EditTechnician: RecordCommand {
  public static let permission = Permission.managePeople
  public static let kind = CommandKind.claim

  public var changes: [FieldChange<Technician.Field>]
  public var skills: [Skill]?
  /// The skills that are replaced, as the claimant saw them; nil replaces whatever is held.
  public var replacingSkills: [Skill]?
  public var hours: OpeningHours?
  /// The working week that is replaced, as the claimant saw it, `never` where there was none: only the days that
  /// differ are changed. Nil replaces whatever is held.
  public var replacingHours: OpeningHours?
  public var isActive: Bool?
  /// Takes the working week away: from then on he works by single shifts.
  public var hasNoWeek: Bool

  public init(
    _ changes: [FieldChange<Technician.Field>] = [], skills: [Skill]? = nil, replacingSkills: [Skill]? = nil,
    hours: OpeningHours? = nil, replacingHours: OpeningHours? = nil, isActive: Bool? = nil,
    hasNoWeek: Bool = false
  ) {
    self.replacingHours = replacingHours
    self.hasNoWeek = hasNoWeek
    self.changes = changes
    self.skills = skills
    self.replacingSkills = replacingSkills
    self.hours = hours
    self.isActive = isActive
  }

  public func decide(on technician: Technician, in moment: Moment) throws(Refusal) -> [TechnicianEvent] {
    let kept = try technician.decided(changes, of: .technician(technician.handle))
    let person = moment.office.people.unordered.first { $0.technician == technician.id }?.id
    for change in kept where change.field == .handle {
      try moment.office.checkHandle(change.to?.words ?? "", except: person, technician.id)
    }
    var after = technician
    after.apply(kept)
    if let skills {
      try skills.check()
      if let replacingSkills, technician.skills != replacingSkills, technician.skills != skills {
        let now = technician.skills.map { "\($0.trade.name):\($0.level)" }.joined(separator: " ")
        throw .changedSince(.technician(technician.handle), field: "skills", now: now)
      }
    }
    after.hours = try week(of: technician)
    try after.checkHours()
    var events: [TechnicianEvent] = kept.isEmpty ? [] : [.edited(kept)]
    if let skills, skills != technician.skills {
      events.append(.skillsChanged(from: technician.skills, to: skills))
    }
    if after.hours != technician.hours {
      events.append(.hoursChanged(from: technician.hours, to: after.hours))
    }
    if let isActive, isActive != technician.isActive {
      if !isActive, let order = moment.office.openOrder(of: technician.id) {
        throw .inUse(.order(order.number))
      }
      events.append(isActive ? .reactivated : .deactivated)
    }
    return events
  }

  public func inverse(on technician: Technician, in moment: Moment) -> [Command] {
    let changesHours = hours != nil || hasNoWeek
    let became: OpeningHours?
    do throws(Refusal) { became = try week(of: technician) } catch { became = technician.hours }
    let back = EditTechnician(
      technician.kept(of: changes).reversedChanges(), skills: skills == nil ? nil : technician.skills,
      replacingSkills: skills, hours: changesHours ? technician.hours : nil,
      replacingHours: changesHours ? became ?? .never : nil,
      isActive: isActive == nil ? nil : technician.isActive,
      hasNoWeek: changesHours && technician.hours == nil)
    return [.editTechnician(technician.id, back)]
  }
}

extension EditTechnician {
  /// The working week as it is then: the days that are changed, and of the others what is held by now.
  private func week(of technician: Technician) throws(Refusal) -> OpeningHours? {
    guard hours != nil || hasNoWeek else { return technician.hours }
    guard let replacingHours else { return hours }
    guard let week = (technician.hours ?? .never).taking(hours ?? .never, over: replacingHours) else {
      throw .changedSince(.technician(technician.handle), field: "hours", now: technician.hours?.text)
    }
    return hasNoWeek && week == .never ? nil : week
  }
}

extension Office {
  /// The lowest-numbered order that a technician still has.
  func openOrder(of technician: Technician.ID) -> WorkOrder? {
    orders.unordered.filter { $0.technician == technician && !$0.isEnded }.min { $0.number < $1.number }
  }
}
