import Domain
import TestSupport
import Testing

@Suite("What those who act on one state only take back", .verifies("USR-02", "UX-05"))
struct OwnUndoTests {
  private func done(_ town: inout Town) throws -> WorkOrder {
    let order = try town.assigned(from: Town.at(11))
    try town.submit(.arriveOnSite(order.id, ArriveOnSite()))
    try town.submit(.completeVisit(order.id, CompleteVisit(CompletionReport(did: "new belt"))))
    return order
  }

  private func back(_ done: Decision, by person: Person.ID, in town: inout Town) throws -> Decision {
    let decision = try town.office.decide(town.submission(done.inverse, by: person))
    town.office = decision.after
    return decision
  }

  @Test("a closing of one's own, as often as one likes", arguments: [Town.quality, Town.billing])
  func closing(person: Person.ID) throws {
    var town = try Town()
    let order = try done(&town)
    var last = try town.submit(.closeWorkOrder(order.id, CloseWorkOrder()), by: person)
    for expected in [WorkOrderStatus.review, .closed, .review] {
      last = try back(last, by: person, in: &town)
      #expect(try town.order(order).status == expected)
    }
  }

  @Test("a return for rework", arguments: [Town.quality, Town.billing])
  func rework(person: Person.ID) throws {
    var town = try Town()
    let order = try done(&town)
    let sent = ReturnForRework(reason: "leaks", visit: Visit.ID(10))
    var last = try town.submit(.returnForRework(order.id, sent), by: person)
    for expected in [0, 1, 0] {
      last = try back(last, by: person, in: &town)
      #expect(try town.order(order).reworks.count == expected)
    }
  }

  @Test("a release of what waited for parts")
  func release() throws {
    var town = try Town()
    let order = try town.assigned(from: Town.at(11))
    try town.submit(.holdWorkOrder(order.id, HoldWorkOrder(reason: .parts, note: "belt")))
    let held = try town.order(order).hold
    let released = ReleaseWorkOrder(visit: Visit.ID(9))
    var last = try town.submit(.releaseWorkOrder(order.id, released), by: Town.parts)
    for expected in [held, nil, held] {
      last = try back(last, by: Town.parts, in: &town)
      #expect(try town.order(order).hold == expected)
    }
  }

  @Test("nothing that others did")
  func others() throws {
    var town = try Town()
    let order = try done(&town)
    let closed = try town.submit(.closeWorkOrder(order.id, CloseWorkOrder()))
    #expect(throws: Refusal.notAllowed(.endWork, role: .quality)) {
      _ = try back(closed, by: Town.quality, in: &town)
    }
    let waits = try town.assigned(from: Town.at(13))
    try town.submit(.holdWorkOrder(waits.id, HoldWorkOrder(reason: .parts, note: "belt")))
    let released = try town.submit(.releaseWorkOrder(waits.id, ReleaseWorkOrder(visit: Visit.ID(9))))
    #expect(throws: Refusal.notAllowed(.holdWork, role: .parts)) {
      _ = try back(released, by: Town.parts, in: &town)
    }
  }
}
