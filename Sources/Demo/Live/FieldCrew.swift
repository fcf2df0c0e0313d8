public import Domain

/// Made-up technicians who do what they are told: they see it, say yes or no, set off, arrive, take longer than they
/// should, wait for parts, finish. One of them goes home sick. Where the calls are recorded ones they say nothing that
/// no such record has: of parts, faults and sickness.
///
/// What each does follows from the office and the seed alone, so a day goes on after an interruption as if there had
/// been none. Everything is reported by the one who does it, as people report it.
public struct FieldCrew: Sendable {
  private let seed: UInt64
  /// What should have happened before is made up for in the first minutes after.
  private let begins: Timestamp
  private let console: ConsoleID
  private let isRecorded: Bool

  public init(seed: UInt64, begins: Timestamp, console: ConsoleID, isRecorded: Bool = false) {
    self.isRecorded = isRecorded
    self.seed = seed
    self.begins = begins
    self.console = console
  }

  /// What they have to report by now, the earliest first.
  public func reports(in office: Office, at now: Timestamp) -> [Submission] {
    let persons = Dictionary(
      office.people.unordered.compactMap { person in person.technician.map { ($0, person.id) } },
      uniquingKeysWith: { min($0, $1) })
    var steps: [Technician.ID: [Step]] = [:]
    var busy: Set<Technician.ID> = []
    office.orders.forEach { order in
      guard !order.isEnded, order.hold == nil else { return }
      for visit in order.visits {
        guard let holder = visit.activeAssignment else { continue }
        if holder.status == .travelling || holder.status == .onSite { busy.insert(holder.technician) }
        if let step = self.step(of: visit, holder, on: copy order, in: office) {
          steps[holder.technician, default: []].append(step)
        }
      }
    }
    var reports: [(Step, Person.ID)] = []
    for (technician, steps) in steps {
      guard let person = persons[technician], let record = office.technician(technician), record.isActive,
        record.presence != .off, record.presence != .unavailable
      else { continue }
      let leaving = steps.filter(\.setsOff).min { ($0.planned, $0.visit) < ($1.planned, $1.visit) }
      for var step in steps where step.at <= now {
        if step.setsOff {
          if busy.contains(technician) || step.visit != leaving?.visit { continue }
          // Not before he has finished what was before it.
          step.at = max(step.at, (record.lastSeenAt ?? step.at) + .seconds(40))
          if step.at > now { continue }
        }
        reports.append((step, person))
      }
    }
    let made = reports.sorted { ($0.0.at, $0.0.visit) < ($1.0.at, $1.0.visit) }.map {
      submission($0.0, by: $0.1)
    }
    return isRecorded ? made : made + sickness(in: office, persons, busy: busy, at: now)
  }
}

extension FieldCrew {
  private struct Step {
    let visit: Visit.ID
    let planned: Timestamp
    var at: Timestamp
    let command: Command
    var setsOff = false
    let salt: UInt64
  }

  private func step(
    of visit: Visit, _ holder: Assignment, on order: WorkOrder, in office: Office
  ) -> Step? {
    var dice = Dice(
      seed, visit.id.low, holder.technician.low, UInt64(bitPattern: holder.assignedAt.seconds),
      UInt64(AssignmentStatus.allCases.firstIndex(of: holder.status) ?? 0))
    let salt = dice.number()
    let stagger = dice.seconds(30...1_200)
    let told = holder.dispatchedAt ?? holder.assignedAt
    func step(_ at: Timestamp, _ command: Command, setsOff: Bool = false) -> Step {
      let late = at < begins ? begins + stagger : at
      return Step(
        visit: visit.id, planned: visit.start ?? told, at: late, command: command, setsOff: setsOff,
        salt: salt)
    }
    switch holder.status {
    case .dispatched:
      return step(told + dice.seconds(20...150), .seeVisit(order.id, SeeVisit(visit: visit.id)))
    case .seen:
      let at = (holder.seenAt ?? told) + dice.seconds(30...240)
      guard dice.chance(percent: 5) else {
        return step(at, .acceptVisit(order.id, AcceptVisit(visit: visit.id)))
      }
      let reason = dice.pick(isRecorded ? Self.unitExcuses : Self.excuses)
      return step(at, .declineVisit(order.id, DeclineVisit(reason: reason, visit: visit.id)))
    case .accepted:
      let way = way(of: holder.technician, to: order, in: office)
      let at = max((holder.acceptedAt ?? told) + dice.seconds(30...180), (visit.start ?? told) - way)
      return step(at, .startTravel(order.id, StartTravel(visit: visit.id)), setsOff: true)
    case .travelling:
      let way = way(of: holder.technician, to: order, in: office)
      let at = (holder.travellingAt ?? told) + dice.percent(of: max(way, .minutes(3)), 80...150)
      return step(at, .arriveOnSite(order.id, ArriveOnSite(visit: visit.id)))
    case .onSite: return work(on: order, visit, since: holder.onSiteAt ?? told, &dice, step)
    case .tentative, .scheduled, .done, .notDone, .declined: return nil
    }
  }

  /// Three of four are done within the time, one takes up to twice as long; now and then a part is missing.
  private func work(
    on order: WorkOrder, _ visit: Visit, since arrival: Timestamp, _ dice: inout Dice,
    _ step: (Timestamp, Command, Bool) -> Step
  ) -> Step {
    let fault = isRecorded ? nil : Fault.all.first { $0.trade == order.trade }
    if dice.chance(percent: 8), let part = fault?.part {
      let hold = HoldWorkOrder(
        reason: .parts, note: "\(part) is not on the van", nextStep: "order it and come again")
      return step(arrival + dice.percent(of: visit.estimate, 30...70), .holdWorkOrder(order.id, hold), false)
    }
    let overruns = dice.chance(percent: 25)
    let length = dice.percent(of: visit.estimate, overruns ? 125...200 : 55...105)
    let report = CompletionReport(
      did: fault?.did ?? "done as asked", cause: fault?.cause, work: .minutes(length.wholeMinutes),
      parts: [fault?.part].compactMap(\.self))
    return step(arrival + length, .completeVisit(order.id, CompleteVisit(report, visit: visit.id)), false)
  }

  private func way(of technician: Technician.ID, to order: WorkOrder, in office: Office) -> Span {
    let technician = office.technician(technician)
    let from = office.site(technician?.lastPlace?.site)?.coordinates ?? technician?.home
    return office.travelTime(from: from, to: office.site(order.site)?.coordinates)
  }

  private static let excuses = [
    "van will not start", "still at the last customer", "not my trade", "no key for that site"
  ]

  private static let unitExcuses = ["out of service", "still at the last call", "another unit is nearer"]

  private func submission(_ step: Step, by person: Person.ID) -> Submission {
    Submission(
      id: Submission.ID(high: step.visit.high ^ step.salt, low: step.visit.low ^ seed),
      stamp: Stamp(by: person, at: step.at, console: console), commands: [step.command])
  }
}

extension FieldCrew {
  /// One who has still something to do says within the first hour that he is ill, and gives back what he has not begun.
  private func sickness(
    in office: Office, _ persons: [Technician.ID: Person.ID], busy: Set<Technician.ID>, at now: Timestamp
  ) -> [Submission] {
    var dice = Dice(seed, 0x51C4)
    let at = begins + dice.minutes(20...50)
    let id: Submission.ID = dice.id()
    guard at <= now, now < at + .hours(2) else { return [] }
    let working = office.technicians.inOrder.filter {
      $0.isActive && $0.presence == .available && !busy.contains($0.id)
    }
    let isOut = office.technicians.unordered.contains {
      $0.presence == .unavailable && $0.presenceIsOwnReport && ($0.presenceSince ?? .epoch) >= begins
    }
    guard !isOut, !working.isEmpty else { return [] }
    var given: [Technician.ID: [Command]] = [:]
    for order in office.orders.inOrder where !order.isEnded {
      guard let visit = order.openVisit, let holder = visit.activeAssignment else { continue }
      switch holder.status {
      case .dispatched, .seen, .accepted:
        let decline = DeclineVisit(reason: "gone home sick", visit: visit.id)
        given[holder.technician, default: []].append(.declineVisit(order.id, decline))
      case .tentative, .scheduled, .travelling, .onSite, .done, .notDone, .declined: break
      }
    }
    let loaded = working.filter { given[$0.id] != nil }
    let ill = dice.pick(loaded.isEmpty ? working : loaded)
    guard let person = persons[ill.id] else { return [] }
    let presence = Command.setPresence(ill.id, SetPresence(.unavailable, replacing: ill.presence))
    return [
      Submission(
        id: id, stamp: Stamp(by: person, at: at, console: console),
        commands: [presence] + (given[ill.id] ?? []))
    ]
  }
}
