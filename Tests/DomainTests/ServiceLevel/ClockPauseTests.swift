import Domain
import TestSupport
import Testing

@Suite("Clocks and holds")
struct ClockPauseTests {
  @Test(
    "each reason pauses what the contract says", .verifies("HLD-05", "SLA-04"), arguments: HoldReason.allCases
  )
  func reasons(reason: HoldReason) throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    let hold = HoldWorkOrder(reason: reason, note: "waits")
    try sample.submit(.holdWorkOrder(id, hold), after: .minutes(10))
    sample.now += .minutes(60)
    let response: Set<HoldReason> = [.customer, .access, .approval]
    let fix: Set<HoldReason> = [.parts, .customer, .access, .approval, .weather]
    #expect(try sample.clock(id, .response).state == (response.contains(reason) ? .paused : .running))
    #expect(try sample.clock(id, .fix).state == (fix.contains(reason) ? .paused : .running))
    #expect(try sample.clock(id, .fix).remaining == (fix.contains(reason) ? .minutes(350) : .minutes(290)))
  }

  @Test("a contract of its own may pause otherwise", .verifies("HLD-05"))
  func ownRule() throws {
    var sample = try SampleOffice()
    var gold = try #require(sample.office.contract(Contract.ID(1)))
    gold.pauses = [.vendor: .response]
    try sample.submit(.changeContract(ChangeContract(gold)))
    let id = try sample.log()
    try sample.submit(.holdWorkOrder(id, HoldWorkOrder(reason: .vendor, note: "waits")))
    #expect(try sample.clock(id, .response).state == .paused)
    #expect(try sample.clock(id, .fix).state == .running)
  }

  @Test("a paused clock stands still, moves its due instant, and goes on where it was", .verifies("SLA-04"))
  func standsStill() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    let start = sample.now
    try sample.submit(.holdWorkOrder(id, HoldWorkOrder(reason: .parts, note: "BLT-22")), after: .minutes(100))
    let atOnce = try sample.clock(id, .fix)
    sample.now += .minutes(45)
    let later = try sample.clock(id, .fix)
    #expect(atOnce.remaining == .minutes(260))
    #expect(later.remaining == atOnce.remaining)
    #expect(later.dueAt == atOnce.dueAt + .minutes(45))
    #expect(later.paused == .minutes(45))
    #expect(later.changesAt == nil)
    try sample.submit(.releaseWorkOrder(id, ReleaseWorkOrder(visit: nil)), after: .minutes(15))
    let released = try sample.clock(id, .fix)
    #expect(released.state == .running)
    #expect(released.paused == .hours(1))
    #expect(released.dueAt == start + .hours(7))
    // The response ran on meanwhile.
    #expect(try sample.clock(id, .response).state == .breached)
  }

  @Test("only open time is paused time")
  func openPause() throws {
    // Silver, Friday 17:00, held for parts until Monday 09:00: an hour of each.
    var sample = try SampleOffice(now: try instant("2026-11-27T16:00:00Z"))
    let id = try sample.log(at: SampleOffice.store112, priority: .p2, trade: "refrigeration")
    try sample.submit(.holdWorkOrder(id, HoldWorkOrder(reason: .parts, note: "BLT-22")), after: .hours(1))
    sample.now = try instant("2026-11-30T09:00:00Z")
    try sample.submit(.releaseWorkOrder(id, ReleaseWorkOrder(visit: nil)))
    let fix = try sample.clock(id, .fix)
    #expect(fix.paused == .hours(2))
    #expect(fix.remaining == .hours(11))
    #expect(fix.dueAt == (try instant("2026-12-01T10:00:00Z")))
  }

  @Test("a clock that was missed before the hold stays missed")
  func missedThenHeld() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    try sample.submit(
      .holdWorkOrder(id, HoldWorkOrder(reason: .access, note: "locked")), after: .minutes(121))
    sample.now += .hours(2)
    let face = try sample.clock(id, .response)
    #expect(face.state == .breached)
    #expect(face.remaining == .minutes(-1))
    #expect(face.dueAt == SampleOffice.tuesday + .hours(2))
  }

  @Test("agrees with the plain pausable clock through random lives", arguments: 1...12)
  func oracle(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    var sample = try SampleOffice(now: try instant("2026-10-23T09:00:00Z") + .minutes(Int64(seed) * 37))
    let site = [SampleOffice.store112, SampleOffice.brooklyn, SampleOffice.hospital][Int(seed % 3)]
    let id = try sample.log(at: site, priority: [.p2, .p3, .p4][Int(seed / 3 % 3)], trade: "refrigeration")
    for _ in 0..<12 {
      sample.now += .minutes(.random(in: 1...900, using: &numbers))
      let order = try sample.order(id)
      if order.hold == nil {
        let reason = try #require(HoldReason.allCases.randomElement(using: &numbers))
        try sample.submit(.holdWorkOrder(id, HoldWorkOrder(reason: reason, note: "waits")))
      } else {
        try sample.submit(.releaseWorkOrder(id, ReleaseWorkOrder(visit: nil)))
      }
      for _ in 0..<8 {
        let now = sample.now + .seconds(.random(in: 0...90_000, using: &numbers))
        try expectPlain(sample.office, try sample.order(id), at: now)
      }
    }
  }

  private func expectPlain(_ office: Office, _ order: WorkOrder, at now: Timestamp) throws {
    let contract = try #require(office.contract(of: order))
    let level = try #require(contract.level(priority: order.priority, service: order.service))
    let zone = office.zone(office.site(order.site)?.timeZone)
    let calendar = level.isRoundTheClock ? .roundTheClock : WorkCalendar(hours: contract.hours, zone: zone)
    for face in office.clocks(of: order, at: now) {
      let set: ClockSet = face.kind == .response ? .response : .fix
      let target = face.kind == .response ? level.response : level.fix
      let past = order.pastHolds.map { ($0.hold, Timestamp?.some($0.releasedAt)) }
      let pauses = (past + (order.hold.map { [($0, nil)] } ?? []))
        .filter { contract.pauses[$0.0.reason]?.contains(set) ?? false }
        .map { PausableClock.Pause(start: $0.0.since, end: $0.1) }
      let reading = PausableClock(start: order.receivedAt, target: target, calendar: calendar, pauses: pauses)
        .reading(at: now)
      #expect(face.remaining == reading.remaining)
      #expect(face.dueAt == reading.dueAt)
      #expect(face.paused == reading.pausedOpenTime)
      let isRisk = reading.remaining * 100 <= target * 25
      switch reading.state {
      case .breached: #expect(face.state == .breached)
      case .paused: #expect(face.state == .paused)
      case .running: #expect(face.state == (isRisk ? .atRisk : .running))
      case .met: Issue.record("nothing was met")
      }
      guard let changesAt = face.changesAt else { continue }
      #expect(changesAt > now)
      #expect(
        office.clocks(of: order, at: changesAt - .seconds(1)).first { $0.kind == face.kind }?.state
          == face.state)
      #expect(office.clocks(of: order, at: changesAt).first { $0.kind == face.kind }?.state != face.state)
    }
  }

  @Test(
    "an undone hold has never stopped a clock, and an undone release never let it run", .verifies("UX-05"))
  func undone() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    let due = try sample.clock(id, .fix).dueAt
    let start = sample.now
    let held = try sample.submit(.holdWorkOrder(id, HoldWorkOrder(reason: .parts, note: "belt")))
    let hold = try sample.order(id).hold
    sample.now += .minutes(7)
    let undone = try sample.submit(group: held.inverse)
    #expect(try sample.clock(id, .fix).dueAt == due && sample.order(id).pastHolds.isEmpty)
    #expect(try sample.order(id).hold == nil)
    sample.now += .minutes(1)
    let redone = try sample.submit(group: undone.inverse)
    #expect(try sample.order(id).hold == hold, "a redo is the hold as it was")
    sample.now += .minutes(2)
    let undoneAgain = try sample.submit(group: redone.inverse)
    #expect(try sample.clock(id, .fix).dueAt == due && sample.order(id).pastHolds.isEmpty)
    #expect(try sample.order(id).hold == nil)
    try sample.submit(group: undoneAgain.inverse)
    #expect(try sample.order(id).hold == hold)
    sample.now += .minutes(2)
    let released = try sample.submit(.releaseWorkOrder(id, ReleaseWorkOrder(visit: nil)))
    sample.now += .minutes(5)
    try sample.submit(group: released.inverse)
    #expect(try sample.order(id).hold == hold && sample.order(id).pastHolds.isEmpty)
    #expect(try sample.clock(id, .fix).dueAt == due + (sample.now - start))
  }

  @Test("the undo of a hold takes back that hold and no other")
  func another() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    let held = try sample.submit(.holdWorkOrder(id, HoldWorkOrder(reason: .parts, note: "belt")))
    try sample.submit(.releaseWorkOrder(id, ReleaseWorkOrder(visit: nil)), after: .minutes(1))
    try sample.submit(
      .holdWorkOrder(id, HoldWorkOrder(reason: .access, note: "locked")), after: .minutes(1))
    #expect(throws: Refusal.changedSince(.order(20_001), field: "hold", now: "access")) {
      try sample.submit(group: held.inverse)
    }
  }
}
