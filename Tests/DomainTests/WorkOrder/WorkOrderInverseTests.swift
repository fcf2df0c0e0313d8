import Domain
import TestSupport
import Testing

@Suite("Taking back")
struct WorkOrderInverseTests {
  @Test("the inverse of each work-order command leaves the order as it was", arguments: 1...20)
  func exact(seed: UInt64) throws {
    var day = try RandomDay(seed: seed)
    for _ in 0..<50 { _ = try day.act() }
    var tried = 0
    for _ in 0..<250 {
      let id = try #require(day.orders.randomElement(using: &day.numbers))
      let order = try day.sample.order(id)
      let command = day.takenBack(order)
      let before = day.sample.office
      guard let decision = try? before.deciding([command], at: day.sample.now, override: "x"),
        !decision.events.isEmpty, !decision.inverse.isEmpty
      else { continue }
      // The action comes after whatever was done at the same instant.
      let done = day.sample.now + .seconds(1)
      let back = try decision.after.deciding(
        decision.inverse, at: day.sample.now, override: "x", undoing: done)
      #expect(plain(back.after, order) == plain(before, order), "\(command)")
      for thing in [SampleOffice.airHandler, SampleOffice.walkIn] {
        #expect(back.after.equipment(thing) == before.equipment(thing))
      }
      for other in day.orders where other != id {
        #expect(back.after.order(other) == before.order(other))
      }
      tried += 1
      _ = try day.act()
    }
    #expect(tried > 40)
  }

  /// An order without stamps of change, and without the history that only grows.
  private func plain(_ office: Office, _ order: WorkOrder) -> WorkOrder? {
    office.order(order.id).map { order in
      var order = order
      order.lastChangedAt = .epoch
      order.isWorkedOnHere = false
      order.pastHolds = []
      order.prioritySetAt = nil
      order.pastEndings = []
      order.claim = order.claim.flatMap { $0.by == SampleOffice.bea ? Claim(by: $0.by, at: .epoch) : nil }
      order.flag = order.flag.map { FollowUp(until: $0.until, by: SampleOffice.bea, at: .epoch) }
      order.hold = order.hold.map { hold in
        Hold(
          reason: hold.reason, note: hold.note, nextStep: hold.nextStep, options: hold.options,
          owner: hold.owner,
          since: .epoch, reviewAt: hold.reviewAt)
      }
      return order
    }
  }

  @Test("an edit takes back only what it changed")
  func edit() throws {
    var sample = try SampleOffice()
    let id = try sample.log("first")
    let summary = FieldChange<WorkOrder.Field>(.summary, from: .plain("first"), to: .plain("second"))
    try sample.submit(.editWorkOrder(id, EditWorkOrder([summary])))
    let category = FieldChange<WorkOrder.Field>(.category, from: nil, to: .plain("noise"))
    let decision = try sample.submit(.editWorkOrder(id, EditWorkOrder([summary, category])))
    sample.office = try sample.office.deciding(decision.inverse, at: sample.now).after
    #expect(try sample.order(id).summary == "second")
    #expect(try sample.order(id).category == nil)
  }

  @Test("what somebody has changed since is not taken back unseen")
  func changedSince() throws {
    var sample = try SampleOffice()
    let id = try sample.log("first", priority: .p3)
    let decision = try sample.submit(.setPriority(id, SetPriority(.p1, reason: "boss", replacing: .p3)))
    try sample.submit(
      .setPriority(id, SetPriority(.p2, reason: "calmer", replacing: .p1)), by: SampleOffice.sam)
    #expect(throws: Refusal.changedSince(.order(20_001), field: "priority", now: "P2")) {
      try sample.office.deciding(decision.inverse, at: sample.now)
    }
  }
}

extension RandomDay {
  /// A work-order command that undo is for.
  fileprivate mutating func takenBack(_ order: WorkOrder) -> Command {
    switch Int.random(in: 0..<5, using: &numbers) {
    case 0: .holdWorkOrder(order.id, HoldWorkOrder(reason: .parts, note: "belt"))
    case 1: .releaseWorkOrder(order.id, ReleaseWorkOrder(visit: sample.newVisit()))
    case 2: .closeWorkOrder(order.id, CloseWorkOrder(resolution: "by phone"))
    default: command(on: order)
    }
  }
}
