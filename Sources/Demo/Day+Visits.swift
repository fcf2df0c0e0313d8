import Domain

/// A visit of the made-up day, in minutes from its grid.
struct PlannedVisit {
  /// How far it has come by now.
  enum Stage {
    /// Planned the day before and kept from the technician so far.
    case untold
    case told, accepted
    /// Under way since, in minutes from the grid.
    case travelling(since: Int64)
    case onSite(since: Int64)
    /// Done, and closed unless it waits for review.
    case done(from: Int64, to: Int64, isClosed: Bool)
    /// Held on site for a reason, in minutes from the grid.
    case held(HoldReason, at: Int64, note: String, next: String?, reviewAt: Int64)
  }

  let start: Int64
  let length: Int64
  let stage: Stage

  init(_ start: Int64, _ length: Int64, _ stage: Stage) {
    self.start = start
    self.length = length
    self.stage = stage
  }
}

extension Day {
  /// Gives a call to a technician, and lets him do what he has done of it by now.
  mutating func plan(_ visit: PlannedVisit, of call: Call, to member: Crew.Member) {
    let start = minutes(visit.start)
    assign(call, to: member, start: start, length: visit.length, stage: visit.stage)
    let from = visit.start
    switch visit.stage {
    case .untold, .told: break
    case .accepted: accept(call, member, at: acceptance(call, before: min(from, 0)))
    case .travelling(let since):
      accept(call, member, at: acceptance(call, before: since))
      travel(call, member, at: minutes(since))
    case .onSite(let since): arrive(call, member, at: since)
    case .done(let begin, let end, let isClosed):
      arrive(call, member, at: begin)
      complete(call, member, from: begin, to: end)
      if isClosed { close(call, at: minutes(end + 4)) }
    case .held(let reason, let at, let note, let next, let reviewAt):
      arrive(call, member, at: min(at - 30, from))
      let hold = HoldWorkOrder(
        reason: reason, note: note, nextStep: next, owner: staff.bea.id, reviewAt: minutes(reviewAt))
      add(.holdWorkOrder(call.id, hold), by: member.person, at: minutes(at))
    }
  }

  /// Another sign of life: the next visit is accepted at an instant of its own.
  mutating func acceptNext(_ call: Call, _ member: Crew.Member, at offset: Int64) {
    accept(call, member, at: minutes(offset))
  }
}

extension Day {
  /// What waits for its day is planned the day before, so that it is told later; the rest in the
  /// morning or as it comes.
  private mutating func assign(
    _ call: Call, to member: Crew.Member, start: Timestamp, length: Int64, stage: PlannedVisit.Stage
  ) {
    let soon = call.receivedAt + .minutes(Int64(numbers.within(2...6)))
    let planned: Timestamp
    switch stage {
    case .untold: planned = min(soon, start - .hours(25))
    case .held: planned = soon
    case .told, .accepted, .travelling, .onSite, .done: planned = max(soon, member.shift.start - .minutes(45))
    }
    let rule = AssignVisit(
      visit: numbers.id(), technician: member.id, start: start, length: .minutes(length), replacing: nil)
    let at = min(max(soon, planned), now)
    add(.assignVisit(call.id, rule), by: staff.bea.id, at: at)
    if case .untold = stage { return }
    let isTold = zone.date(at: start) <= zone.date(at: at) || start < dayEnd(after: at)
    if !isTold { add(.dispatchVisit(call.id, DispatchVisit()), by: staff.bea.id, at: at + .seconds(30)) }
  }

  /// Between the assignment and what comes after it.
  private func acceptance(_ call: Call, before offset: Int64) -> Timestamp {
    min(max(call.receivedAt + .minutes(8), minutes(offset - 25)), minutes(offset - 1))
  }

  private mutating func accept(_ call: Call, _ member: Crew.Member, at instant: Timestamp) {
    add(.acceptVisit(call.id, AcceptVisit()), by: member.person, at: instant)
  }

  private mutating func travel(_ call: Call, _ member: Crew.Member, at instant: Timestamp) {
    add(.startTravel(call.id, StartTravel()), by: member.person, at: instant)
  }

  private mutating func arrive(_ call: Call, _ member: Crew.Member, at offset: Int64) {
    let way = Int64(numbers.within(9...14))
    accept(call, member, at: acceptance(call, before: offset - way))
    travel(call, member, at: minutes(offset - way))
    add(.arriveOnSite(call.id, ArriveOnSite()), by: member.person, at: minutes(offset))
  }

  private mutating func complete(_ call: Call, _ member: Crew.Member, from begin: Int64, to end: Int64) {
    let fault = call.fault
    let signature: Signature = call.place.site.contact.map { .by($0) } ?? .refused("nobody there")
    let report = CompletionReport(
      did: fault.did, cause: fault.cause, work: .minutes(end - begin), travel: .minutes(12),
      parts: fault.part.map { [$0] } ?? [], signature: signature,
      cost: Money(hundredths: Int64(numbers.within(60...240)) * 100))
    add(.completeVisit(call.id, CompleteVisit(report)), by: member.person, at: minutes(end))
  }
}
