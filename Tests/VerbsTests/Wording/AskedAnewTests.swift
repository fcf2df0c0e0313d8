import Domain
import TestSupport
import Testing

@testable import Verbs

@Suite("A visit at another time")
struct AskedAnewTests {
  private func desk(_ telling: String = "phone") throws -> Desk {
    var desk = try ParsingTests.desk()
    try desk.say("unassign 20402")
    try desk.say("technician edit ana phone=01514960177 toldBy=\(telling)")
    try desk.say("assign 20401 ana 15:00")
    try desk.say("accept 20401")
    return desk
  }

  private func active(_ desk: Desk) throws -> Assignment {
    try #require(try desk.order(20_401).openVisit?.activeAssignment)
  }

  @Test(
    "is another question to who had accepted it", .verifies("TML-08"),
    arguments: ["move 20401 +30m", "assign 20401 ana 15:30"])
  func anew(_ line: String) throws {
    var desk = try desk()
    #expect(try active(desk).status == .accepted)
    desk.now += .minutes(5)
    let said = try desk.say(line)
    #expect(said.hasSuffix("Ruiz had accepted and is asked anew, by phone"), "\(said)")
    let after = try active(desk)
    #expect(after.status == .dispatched && after.acceptedAt == nil && after.dispatchedAt == desk.now)
    #expect(try desk.order(20_401).openVisit?.start == Desk.morning + .minutes(288))
    try desk.say("accept 20401")
    try desk.say("move 20401 15:30 --length 2h")
    #expect(try active(desk).status == .accepted, "how long it takes is no other time")
  }

  @Test("is told to who was told of it and has not answered", .verifies("TML-08"))
  func unanswered() throws {
    var desk = try desk()
    try desk.say("assign 20402 ana 17:00")
    desk.now += .minutes(5)
    let said = try desk.say("move 20402 +30m")
    #expect(said.hasSuffix("Ruiz knew the other time and is asked anew, by phone"), "\(said)")
    let after = try #require(try desk.order(20_402).openVisit?.activeAssignment)
    #expect(after.status == .dispatched && after.dispatchedAt == desk.now)
  }

  @Test("is his again when the move is undone at once, and nobody is called about it", .verifies("UX-05"))
  func undone() throws {
    var desk = try desk()
    try desk.say("move 20401 +30m")
    let move = try #require(desk.entries.last)
    let before = desk.office
    let undo = Submission(
      id: Identifier(high: 8, low: 2), stamp: Stamp(by: desk.person, at: desk.now, console: desk.console),
      commands: move.inverse, reversal: .undoes(move.submission), undoes: move.at)
    let decision = try before.decide(undo)
    #expect(decision.after.order(number: 20_401)?.openVisit?.activeAssignment?.status == .accepted)
    let said = Wording(office: decision.after, now: desk.now).done(
      Proposal(verb: "ledger.undo", takingBack: .last), events: decision.events, before: before)
    #expect(said.contains("Ruiz has 20401 as before"), "\(said)")
    #expect(!said.contains("is gone") && !said.contains("phone Ruiz"), "\(said)")
  }

  @Test("is shown before it is done", .verifies("TML-04"))
  func shown() throws {
    let desk = try desk()
    func after(_ technician: Technician.ID?, _ start: Timestamp) throws -> String {
      let order = try desk.order(20_401)
      let spot = MovePreview.Spot(technician: technician, start: start, length: .hours(1))
      let preview = try #require(desk.office.preview(order, to: spot, for: .dispatcher, at: desk.now))
      return desk.wording().preview(preview).last { $0.kind == .after }?.text ?? ""
    }
    let start = try #require(try desk.order(20_401).openVisit?.start)
    let ana = try desk.order(20_401).technician
    #expect(try after(ana, start + .minutes(30)).contains("Ruiz had accepted and is asked anew"))
    #expect(try !after(ana, start).contains("asked anew"))
    let brandt = desk.office.technicians.unordered.first { $0.handle == "brandt" }?.id
    #expect(try after(brandt, start).contains("Ruiz knows of it and loses it"))
  }

  @Test("is written to who hears by message", .verifies("MSG-02"))
  func written() throws {
    var desk = try desk("message")
    let before = try desk.order(20_401).messages.count
    let said = try desk.say("assign 20401 ana 15:30")
    let order = try desk.order(20_401)
    #expect(order.messages.count == before + 1 && order.messages.last?.template == "visit")
    #expect(said.contains("Ruiz had accepted and is asked anew · Ruiz is told in 30 s"), "\(said)")
    #expect(try active(desk).toldBy == .message)
  }

  @Test(
    "is wanted where a promise begins after the visit: the desk says so, and it is an alert until it moves",
    .verifies("EXC-01", "BRD-04"))
  func promisedLater() throws {
    var desk = try desk()
    let said = try desk.say("window 20401 tomorrow 9-11")
    #expect(said.contains("Ruiz 15:00 stands against it: it has to be moved"), "\(said)")
    func early() -> Alert? {
      Board(desk.office, now: desk.now).alerts.first {
        if case .early = $0.evidence { $0.id.order == 20_401 } else { false }
      }
    }
    let alert = try #require(early())
    #expect(alert.id.kind == .windowInDanger)
    #expect(desk.wording().alert(alert).contains("Ruiz comes at 15:00, promised from Wed 09:00"))
    try desk.say("move 20401 tomorrow 09:30")
    #expect(early() == nil)
  }

  @Test("is wanted, too, where the promise is over before the visit", .verifies("EXC-01", "BRD-04"))
  func promisedEarlier() throws {
    var desk = try desk()
    try desk.say("move 20401 tomorrow 09:30")
    try desk.say("window 20401 today 13-14")
    let late = Board(desk.office, now: desk.now).alerts.filter {
      $0.id.kind == .windowInDanger && $0.id.order == 20_401
    }
    let alert = try #require(late.first)
    #expect(late.count == 1 && desk.wording().alert(alert).contains("window ends 14:00"))
  }

  @Test("is an alert where nobody has called him about it", .verifies("EXC-01"))
  func alert() throws {
    var desk = try desk()
    try desk.say("move 20401 +30m")
    desk.now += desk.office.limits.seenWithin(.p1)
    #expect(
      Board(desk.office, now: desk.now).alerts.contains { $0.id.kind == .notSeen && $0.id.order == 20_401 })
  }
}
