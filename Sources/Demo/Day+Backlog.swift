import Domain

/// What makes up the wanted number of open orders: work that waits, is held or is planned for the
/// coming days.
extension Day {
  /// Adds open work until there are so many open orders; nothing when there are as many already.
  mutating func fill(to open: Int) {
    let wanted = max(0, open - openCount)
    let held = wanted * 13 / 100
    let planned = comingDays(min(wanted * 65 / 100, 60 * crew.members.count))
    for _ in 0..<held { hold() }
    for _ in 0..<(wanted - held - planned) { wait() }
  }
}

extension Day {
  private mutating func wait() {
    let place = town.anyPlace(&numbers)
    let priority = numbers.pick(Day.waiting)
    let share = numbers.chance(percent: 3) ? 104 : numbers.within(5...78)
    let age = Day.response(priority, place.tier) * Int64(share) / 100
    _ = take(
      fault(at: place), at: place, priority,
      received: now - .minutes(age) - .seconds(Int64(numbers.below(60))),
      isTriaged: !numbers.chance(percent: 8))
  }

  /// Held before anybody went: the clocks wait with it.
  private mutating func hold() {
    let place = town.anyPlace(&numbers)
    let priority = numbers.pick([Priority.p3, .p4, .p4])
    let reason = numbers.pick([HoldReason.customer, .approval, .access])
    let received = now - .minutes(Int64(numbers.within(600...7_000)))
    let call = take(fault(at: place), at: place, priority, received: received)
    let review = numbers.chance(percent: 12) ? now - .hours(3) : now + .hours(Int64(numbers.within(3...60)))
    let rule = HoldWorkOrder(reason: reason, note: Day.note(reason), owner: staff.bea.id, reviewAt: review)
    add(
      .holdWorkOrder(call.id, rule), by: staff.bea.id, at: received + .minutes(Int64(numbers.within(20...90)))
    )
  }

  private static func note(_ reason: HoldReason) -> String {
    switch reason {
    case .customer: "Manager decides between repair and replacement"
    case .approval: "Above the limit, quote sent"
    case .access: "Nobody on site until the date we agree on"
    case .parts: "Part ordered"
    case .escalated: "With the supervisor"
    case .weather: "Too windy for the roof"
    case .vendor: "The maker's own people are needed"
    }
  }

  private static let waiting: [Priority] = [.p2, .p3, .p3, .p3, .p3, .p4, .p4, .p4, .p4, .p4, .p4, .p4]

  private mutating func fault(at place: Place) -> Fault {
    numbers.chance(percent: 60) ? Fault.of(numbers.pick(place.trades), &numbers) : numbers.pick(Fault.all)
  }

  /// Visits on the coming days, four to a technician and day, until there are so many; how many there were.
  private mutating func comingDays(_ wanted: Int) -> Int {
    var planned = 0
    for day in 1...2 {
      for slot in [75, 150, 330, 405] as [Int64] {
        for member in crew.members where planned < wanted && member.stance != .unavailable {
          guard let start = start(of: member, day: day, slot) else { continue }
          let place = town.place(.standard, &numbers)
          let skill = numbers.pick(member.technician.skills)
          let call = take(
            Fault.of(skill.trade, &numbers), at: place, .p4,
            received: now - .minutes(Int64(numbers.within(90...2_600))))
          let rule = AssignVisit(
            visit: numbers.id(), technician: member.id, start: start, length: .minutes(60), replacing: nil)
          add(
            .assignVisit(call.id, rule), by: staff.bea.id,
            at: max(call.receivedAt + .minutes(20), now - .days(1)))
          planned += 1
        }
      }
    }
    return planned
  }

  /// So far into the shift that opens so many days on; nil on a day without one.
  private func start(of member: Crew.Member, day: Int, _ slot: Int64) -> Timestamp? {
    let date = zone.date(at: member.shift.start).adding(days: day)
    guard let shift = member.technician.hours?.intervals(on: date).first else { return nil }
    return zone.timestamp(date, shift.opens) + .minutes(slot)
  }
}
