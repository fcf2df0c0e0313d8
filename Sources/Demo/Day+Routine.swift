import Domain

/// The ordinary work of the day: what everybody else does, what waits, what is held, what comes tomorrow.
extension Day {
  /// An ordinary call of a trade that a technician goes to.
  mutating func routine(_ visit: PlannedVisit, _ member: Crew.Member, _ trade: String, number: Int? = nil) {
    let isEarly: Bool
    if case .untold = visit.stage { isEarly = true } else { isEarly = false }
    let call = routineCall(member, trade, start: visit.start, number: number, isEarly: isEarly)
    plan(visit, of: call, to: member)
  }

  /// A call that came early enough for a visit; one that is planned long before is never urgent.
  mutating func routineCall(
    _ member: Crew.Member, _ trade: String, start: Int64, number: Int? = nil, isEarly: Bool = false
  ) -> Call {
    let tier: Tier = isEarly ? .standard : numbers.pick([.gold, .silver, .standard, .standard])
    let place = town.place(tier, &numbers)
    let wanted: Priority = isEarly ? .p4 : numbers.pick([.p2, .p3, .p3, .p4, .p4])
    let priority = Day.response(wanted, tier) * 9 / 10 < start + 60 ? .p4 : wanted
    let lead =
      isEarly
      ? Int64(numbers.within(28...50)) * 60
      : Day.response(priority, tier) * Int64(numbers.within(30...80)) / 100
    let received = min(minutes(start) - .minutes(lead), now - .minutes(45), member.shift.start - .minutes(60))
    let latest = minutes(start) - .minutes(Day.response(priority, tier) * 9 / 10)
    return take(
      Fault.of(Trade(trade), &numbers), at: place, priority,
      received: isEarly ? received : max(received, latest),
      number: number)
  }

  /// Open minutes until somebody is there, by the usual contracts.
  static func response(_ priority: Priority, _ tier: Tier) -> Int64 {
    let standard: Int64
    switch priority {
    case .p1: standard = 240
    case .p2: standard = 480
    case .p3: standard = 1_440
    case .p4: standard = 4_320
    }
    switch tier {
    case .gold: return standard / 4
    case .silver: return standard / 2
    case .standard: return standard
    }
  }
}

extension Day {
  /// Everybody says that he is there when his shift begins, and what else he is.
  mutating func clockIn() {
    for member in crew.members {
      switch member.stance {
      case .free, .onSite, .travelling: report(.available, replacing: .available, member, member.shift.start)
      case .onBreak:
        report(.available, replacing: .available, member, member.shift.start)
        report(.onBreak, replacing: .available, member, minutes(-12))
      case .off: report(.off, replacing: .available, member, member.shift.start - .hours(16))
      case .unavailable:
        let absence = Absence(from: now - .days(1), to: now + .days(1), reason: "ill")
        add(.addAbsence(member.id, AddAbsence(absence)), by: staff.sam.id, at: now - .days(1))
        report(.unavailable, replacing: .available, member, now - .days(1) - .minutes(5))
      }
    }
  }

  private mutating func report(
    _ presence: Presence, replacing: Presence, _ member: Crew.Member, _ at: Timestamp
  ) {
    add(.setPresence(member.id, SetPresence(presence, replacing: replacing)), by: member.person, at: at)
  }

  /// The day of those that the story does not name.
  mutating func workOthers() {
    for member in crew.others {
      let trade = member.technician.skills[0].trade.name
      let second = member.technician.skills[member.technician.skills.count - 1].trade.name
      switch member.stance {
      case .free:
        morning(member, trade, second, slots: [(-180, 45), (-120, 45), (-60, 40)])
        routine(PlannedVisit(150, 60, .accepted), member, trade)
      case .onSite:
        morning(member, trade, second, slots: [(-180, 45), (-120, 45)])
        routine(PlannedVisit(-30, 90, .onSite(since: Int64(numbers.within(-24 ... -16)))), member, second)
        let next = routineCall(member, trade, start: 135)
        plan(PlannedVisit(135, 60, .told), of: next, to: member)
        acceptNext(next, member, at: Int64(numbers.within(-12 ... -4)))
      case .travelling:
        morning(member, trade, second, slots: [(-180, 45), (-120, 60)])
        routine(PlannedVisit(15, 60, .travelling(since: Int64(numbers.within(-9 ... -3)))), member, second)
        routine(PlannedVisit(165, 60, .untold), member, trade)
      case .off: routine(PlannedVisit(240, 60, numbers.chance(percent: 50) ? .told : .untold), member, trade)
      case .onBreak, .unavailable: break
      }
    }
  }

  private mutating func morning(
    _ member: Crew.Member, _ first: String, _ second: String, slots: [(start: Int64, length: Int64)]
  ) {
    for (index, slot) in slots.enumerated() {
      let begin = slot.start + Int64(numbers.within(-3...4))
      let end = slot.start + slot.length + Int64(numbers.within(-12 ... -1))
      let isClosed = numbers.chance(percent: 85)
      routine(
        PlannedVisit(slot.start, slot.length, .done(from: begin, to: end, isClosed: isClosed)), member,
        index % 2 == 0 ? first : second)
    }
  }
}
