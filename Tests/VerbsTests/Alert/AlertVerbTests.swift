import Domain
import TestSupport
import Testing

@testable import Verbs

@Suite("Alerts in words")
struct AlertVerbTests {
  private func rows(_ desk: Desk) -> [Listing.Row] {
    Listing.alerts(Board(desk.office, now: desk.now), in: desk.office, at: desk.now, person: desk.person).rows
  }

  @Test("each line says who has it and what happens next", .verifies("EXC-02"))
  func lines() throws {
    var desk = try ParsingTests.desk()
    #expect(rows(desk)[0].cells.contains("nobody") && rows(desk)[0].cells.contains("10:47 to supervisor"))
    let said = try desk.say("alert own 20401")
    #expect(said.contains("taken by Bea Long"), "\(said)")
    #expect(rows(desk)[0].cells.contains("you, 10:42") && rows(desk)[0].cells.contains("11:42 to supervisor"))
    try desk.say("alert own 20401 --off")
    try desk.say("alert give 20401 sam")
    #expect(rows(desk)[0].cells.contains("Sam Lee, 10:42"))
    try desk.say("alert snooze 20401 until 14:00")
    #expect(rows(desk)[0].cells.contains("snoozed to 14:00"))
    let id = try #require(Board(desk.office, now: desk.now).alerts.first?.id.description)
    #expect(rows(desk)[0].cells.last == id)
    try desk.say("alert resolve \(id.prefix(19)) customer is content")
    #expect(rows(desk).isEmpty)
  }

  @Test("a clock that runs out before the alert comes back is said", .verifies("EXC-02"))
  func runsOut() throws {
    let desk = try ParsingTests.desk()
    let order = try desk.order(20_401)
    let clocks = desk.office.clocks(of: order, at: desk.now).filter { $0.isTicking && $0.dueAt > desk.now }
    let due = try #require(clocks.map(\.dueAt).min())
    func said(_ until: Timestamp) throws -> [String] {
      try desk.proposal("alert snooze 20401 until \(until.rfc3339)").warnings
    }
    #expect(try said(due + .minutes(1)).first?.contains("runs out before it comes back") == true)
    #expect(try said(due - .minutes(1)).isEmpty)
  }

  @Test("own, ack, snooze and resolve say as much as with alert before them", .verifies("EXC-02"))
  func shortForms() throws {
    var desk = try ParsingTests.desk()
    #expect(try desk.say("own 20401").contains("taken by Bea Long"))
    try desk.say("own 20401 --off")
    #expect(try desk.say("ack 20401").contains("taken by Bea Long"))
    try desk.say("snooze 20401 until 14:00")
    #expect(rows(desk)[0].cells.contains("snoozed to 14:00"))
    let id = try #require(Board(desk.office, now: desk.now).alerts.first?.id.description)
    try desk.say("resolve \(id.prefix(19)) customer is content")
    #expect(rows(desk).isEmpty)
  }

  @Test("who takes the desk over has the alerts of whoever had it, put off as they were", .verifies("EXC-02"))
  func takenOver() throws {
    var desk = try ParsingTests.desk()
    let bea = desk.person
    let sam = try #require(desk.office.people.unordered.first { $0.handle == "sam" }).id
    let alert = try #require(Board(desk.office, now: desk.now).alerts.first).id
    func take(by person: Person.ID) throws {
      desk.person = person
      try desk.say("handover read all")
      try desk.say("handover take")
    }
    try take(by: bea)
    try desk.say("alert own 20401")
    try desk.say("alert snooze 20401 until 14:00")
    try take(by: sam)
    let life = try #require(desk.office.life(of: alert))
    #expect(life.owner == sam && life.snoozedUntil == Desk.morning + .minutes(198))
    let hel = try #require(desk.office.people.unordered.first { $0.handle == "hel" }).id
    try desk.say("alert give 20401 hel")
    try take(by: bea)
    #expect(desk.office.life(of: alert)?.owner == hel, "she stays, and keeps hers")
  }

  @Test("an alert that is not there is refused, a term that is none is said", .verifies("EXC-02"))
  func refusals() throws {
    let desk = try ParsingTests.desk()
    #expect(throws: Refusal.notFound(.alert("20402"))) { try desk.act("alert own 20402") }
    #expect(throws: Refusal.notFound(.order(7))) { try desk.act("alert own 7") }
    #expect(desk.fault("alert snooze 20401") != nil && desk.fault("alert snooze 20401 8d") != nil)
    #expect(desk.fault("alert snooze 20401 45m") == nil && desk.fault("alert snooze 20401 23:30") == nil)
    let sentence = desk.wording().refusal(.notFound(.alert("20402")))
    #expect(sentence.text.contains("no alert 20402"))
  }

  @Test("a complaint is taken for an order or a customer and settled by its alert", .verifies("EXC-01"))
  func complaint() throws {
    var desk = try ParsingTests.desk()
    try desk.say("complaint 20402 late twice")
    let alert = try #require(Board(desk.office, now: desk.now).alerts.first { $0.id.kind == .complaint })
    #expect(desk.wording().alert(alert) == "FreshCo complains: late twice" && alert.id.order == 20_402)
    try desk.say("complaint Mercy rude on the phone")
    #expect(rows(desk).count { $0.cells.contains { $0.contains("complains") } } == 2)
    let settled = try desk.say("alert resolve \(alert.id) refunded the call-out")
    #expect(settled.contains("complaint settled"), "\(settled)")
    #expect(rows(desk).count { $0.cells.contains { $0.contains("complains") } } == 1)
  }

  @Test("holds are listed by reason and then by age, long ones marked", .verifies("HLD-03"))
  func holds() throws {
    var desk = try ParsingTests.desk()
    try desk.say(#"log "tap" at "Store 9" P4"#)
    try desk.say("hold 20402 access no key")
    try desk.say("hold 20401 parts belt --part-due thu")
    desk.now += .days(1)
    try desk.say("hold 20403 parts washer")
    desk.now += .days(3)
    let rows = Listing.holds(Board(desk.office, now: desk.now), in: desk.office, at: desk.now).rows
    #expect(rows.map { $0.cells[1] } == ["20401", "20403", "20402"])
    #expect(rows.map { $0.cells[3] } == ["long", "", "long"])
    #expect(rows[0].json.text.contains("partDue"))
  }

  @Test("a missed clock's cause is said by a word of a short list", .verifies("SLA-08"))
  func breach() throws {
    var desk = try ParsingTests.desk()
    #expect(desk.fault("breach 20401 weather") != nil)
    desk.now += .hours(3)
    let said = try desk.say("breach 20401 travel --note \"A41 shut\"")
    #expect(said.contains("because of travel: A41 shut"), "\(said)")
    #expect(try desk.order(20_401).breaches.map(\.clock) == [.response])
  }

  @Test("several alerts are taken, put off and settled as one", .verifies("EXC-02"))
  func several() throws {
    var desk = try ParsingTests.desk()
    try desk.say(#"log "smoke" at "Store 9" P1"#)
    let number = try #require(desk.office.orders.inOrder.map(\.number).max())
    let said = try desk.proposal("alert own 20401 \(number)")
    #expect(said.commands.count == 2 && said.orders == [20_401, number])
    try desk.say("alert own 20401 \(number)")
    #expect(rows(desk).count { $0.cells.contains("you, 10:42") } == 2)
    try desk.say("alert snooze 20401 \(number) 15m")
    #expect(rows(desk).count { $0.cells.contains("snoozed to 10:57") } == 2)
    #expect(throws: Refusal.notFound(.order(7))) { try desk.act("alert own 20401 7") }
  }

  @Test("a complaint is found by the number of its order", .verifies("EXC-02"))
  func complaintByNumber() throws {
    var desk = try ParsingTests.desk()
    try desk.say("complaint 20402 he came late")
    #expect(desk.office.alerts(of: try desk.order(20_402), at: desk.now).isEmpty)
    try desk.say("alert own 20402")
    let complaint = desk.office.customers.inOrder.flatMap { desk.office.alerts(of: $0, at: desk.now) }.first
    #expect(complaint?.standing.owner == desk.person)
  }
}
