import Domain
import TestSupport
import Testing

@testable import Verbs

@Suite("Undo in words")
struct UndoTests {
  private func takenBack(_ line: String) throws -> TakingBack? {
    let desk = try ParsingTests.desk()
    return try desk.proposal(line).takingBack
  }

  @Test("names the last action, an order's or an entry")
  func wishes() throws {
    let desk = try ParsingTests.desk()
    let order = try desk.order(20_401)
    #expect(try takenBack("undo") == .last)
    #expect(try takenBack("undo last") == .last)
    #expect(try takenBack("undo 20401") == .order(order.id, number: 20_401))
    #expect(try takenBack("undo --entry 17") == .entry(17))
    #expect(try takenBack("redo") == .undone)
    #expect(desk.fault("undo 20401 --entry 17")?.word == "20401")
    #expect(desk.fault("undo everything") != nil)
  }

  @Test("calls a message by what the customer reads, and where that is not at hand without fields in braces")
  func message() throws {
    var desk = try ParsingTests.desk()
    try desk.say("customer edit Mercy phone=0151")
    try desk.say(#"message 20401 "{office}: {order} is late""#)
    let action = try #require(desk.entries.last)
    #expect(desk.wording().action(action) == #"message 20401 "Riverside: 20401 is late""#)
    #expect(Wording(office: .unfounded, now: desk.now).action(action).contains(#""…: … is late""#))
  }

  @Test("says by name what was undone and how it is now", .verifies("UX-05"))
  func names() throws {
    var desk = try ParsingTests.desk()
    try desk.say("priority 20401 P1 --reason boss")
    let action = try #require(desk.entries.last)
    let before = desk.office
    let events = try desk.submit(action.inverse, verb: "ledger.undo")
    let proposal = Proposal(verb: "ledger.undo", takingBack: .last)
    let sentence = desk.wording().tookBack(action, isRedo: false, proposal, events: events, before: before)
    #expect(sentence.hasPrefix("undone: priority 20401 P1 · 20401 "), "\(sentence)")
    let again = Proposal(verb: "ledger.redo", takingBack: .undone)
    #expect(
      desk.wording().tookBack(action, isRedo: true, again, events: events, before: before)
        .hasPrefix("redone: priority"))
  }

  @Test("calls a plan a plan, and an assignment by the order that it is of", .verifies("UX-05"))
  func plans() throws {
    var desk = try ParsingTests.desk()
    let wording = desk.wording()
    let ana = try #require(desk.office.technicians.unordered.first { $0.handle == "ana" }).id
    let brandt = try #require(desk.office.technicians.unordered.first { $0.handle == "brandt" }).id
    let (one, two) = (try desk.order(20_401), try desk.order(20_402))
    try desk.say("priority 20401 P1 --reason boss")
    let last = try #require(desk.entries.last)
    func name(_ commands: [Command]) -> String {
      wording.action(
        Entry(
          seq: 1, submission: last.submission, person: last.person, console: last.console, count: 1,
          at: last.at, recordedAt: last.at, commands: commands, events: [], inverse: [], override: nil,
          previous: .zero, hash: .zero))
    }
    func assign(_ order: WorkOrder, _ to: Technician.ID) -> Command {
      .assignVisit(
        order.id, AssignVisit(visit: .init(high: 1, low: 1), technician: to, start: desk.now, replacing: nil))
    }
    func move(
      _ order: WorkOrder, _ holder: Technician.ID, to: Technician.ID? = nil, by: Int64 = 30
    ) -> Command {
      .moveVisit(
        order.id,
        MoveVisit(
          start: desk.now + .minutes(by), technician: to, replacingStart: desk.now,
          replacingTechnician: holder))
    }
    #expect(name([assign(one, ana), assign(two, brandt)]) == "give out 20401, 20402")
    #expect(
      name([move(one, ana, to: brandt), assign(two, ana)]) == "assign 20402 to Ruiz 10:42, 20401 moved for it"
    )
    #expect(name([move(two, ana), assign(one, ana)]) == "assign 20401 to Ruiz 10:42, 20402 moved for it")
    #expect(name([move(two, ana, by: 10), move(one, ana, by: -10)]) == "optimise Ruiz, 2 visits")
    #expect(name([move(two, ana), move(one, ana, to: brandt)]) == "replan Ruiz, 2 visits")
    #expect(name([move(two, ana), move(one, ana)]).hasPrefix("push Ruiz"))
    let late = name([move(two, ana, by: 15), move(one, ana, by: 40)])
    #expect(late == "push Ruiz +15m to +40m, 2 visits")
    #expect(name([assign(one, ana)]).hasPrefix("assign 20401 to Ruiz"))
    #expect(
      name([one, two].map { .unassignVisit($0.id, UnassignVisit(replacing: ana)) }).hasPrefix("unassign"))
  }

  @Test("says of a fact that it is one, and of an action that it is undone already", .verifies("UX-05"))
  func obstacles() throws {
    var desk = try ParsingTests.desk()
    try desk.say("note 20401 \"second floor\"")
    let fact = try #require(desk.entries.last)
    let wording = desk.wording()
    let refused = wording.refusal(.undoImpossible(.fact(fact)), verb: "ledger.undo", orders: [20_401])
    #expect(refused.fact == "20401: \"second floor\" is a fact: it is not undone.", "\(refused.text)")
    try desk.say("priority 20401 P1 --reason boss")
    let action = try #require(desk.entries.last)
    let twice = wording.refusal(.undoImpossible(.alreadyUndone(action)))
    #expect(twice.fact == "priority 20401 P1 is taken back already.", "\(twice.text)")
    let since = Refusal.changedSince(.order(20_401), field: "priority", now: "P2")
    #expect(
      wording.refusal(since, verb: "ledger.undo").fact == "20401 not undone: the priority is P2 by now.")
  }

  @Test("an undo that steps over what stays names that first", .verifies("UX-05"))
  func steppingOver() throws {
    var desk = try ParsingTests.desk()
    try desk.say("priority 20402 P2 --reason boss")
    let action = try #require(desk.entries.last)
    try desk.say("note 20401 hello")
    let over = try #require(desk.entries.last)
    let before = desk.office
    let events = try desk.submit(action.inverse, verb: "ledger.undo")
    let said = desk.wording().tookBack(
      action, over: over, isRedo: false, Proposal(verb: "ledger.undo", takingBack: .last), events: events,
      before: before)
    #expect(said.hasPrefix("note 20401 stays: it cannot be undone · undone: priority 20402 P2 · "), "\(said)")
    let asked = desk.wording().refusal(.undoImpossible(.stepsOver(over, to: action, entry: 7)))
    #expect(asked.text.contains("--entry 7 takes back what is before it, priority 20402 P2"), "\(asked.text)")
  }

  @Test("says of a group what goes back, and why the rest stays", .verifies("UX-05"))
  func inPart() throws {
    var desk = try ParsingTests.desk()
    try desk.say("priority 20401 20402 P1 --reason boss")
    let action = try #require(desk.entries.last)
    try desk.say("priority 20402 P2 --reason calm")
    let back = Submission(
      id: Submission.ID(high: 9, low: 9), stamp: Stamp(by: desk.person, at: desk.now, console: desk.console),
      commands: action.inverse, reversal: .undoes(action.submission), undoes: action.at)
    let part = try #require(PartOfUndo(of: back, on: desk.office))
    let asked = desk.wording().refusal(
      .undoImpossible(.partly(action, goes: part.goes, stays: part.stays, entry: 7)))
    #expect(
      asked.text
        == "20402 not undone: the priority is P2 by now. 20401 can be undone (priority 20401, 20402). "
        + "undo --entry 7 --partly takes back what can be.")
    let before = desk.office
    let events = try desk.submit(part.submission.commands, verb: "ledger.undo")
    let said = desk.wording().tookBack(
      action, isRedo: false, Proposal(verb: "ledger.undo", takingBack: .part(7)), events: events,
      before: before)
    #expect(
      said.hasPrefix("undone in part: priority 20401, 20402 · ") && said.hasSuffix(" · not undone: 20402"),
      "\(said)")
  }

  @Test("takes a part of a named entry alone")
  func partly() throws {
    let desk = try ParsingTests.desk()
    #expect(try desk.proposal("undo --entry 7 --partly").takingBack == .part(7))
    #expect(desk.fault("undo --partly")?.word == "--partly")
  }

  @Test("calls what was done by the thing it was done to, and by what was said", .verifies("UX-05"))
  func things() throws {
    var desk = try ParsingTests.desk()
    func name(_ line: String) throws -> String {
      try desk.say(line)
      return desk.wording().action(try #require(desk.entries.last))
    }
    let number = desk.office.nextNumber
    #expect(try name(#"log "lamp out" at "Quay House""#) == "log \(number)")
    #expect(try name("customer add Newco") == "customer add Newco")
    #expect(try name("complaint 20401 too late").hasPrefix("complaint "))
    #expect(try name("postpone 20402 tomorrow").hasPrefix("postpone 20402"))
    #expect(try name("duplicate 20401 of 20402") == "duplicate 20401 of 20402")
    #expect(try name(#"shift ana "Mon-Fri 08:00-16:00""#) == "shift Ruiz")
    #expect(try name("technician edit ana --skill lift:2") == "technician edit Ruiz")
    #expect(try name("rules age-escalation off") == "rules age-escalation off")
    #expect(try name("office set atRisk=30 speed=40") == "office set speed, atRisk")
    let contract = try #require(desk.office.contracts.inOrder.first).name
    #expect(try name("contract edit \"\(contract)\" P1=10m/30m") == "contract edit \(contract)")
    #expect(try name(#"site edit "Store 9" timeZone=Europe/Paris"#) == "site edit Store 9")
  }

  @Test("a visit of a day that is over is named with its date", .verifies("UX-05"))
  func pastDay() throws {
    var desk = try ParsingTests.desk()
    let said = try desk.say("move 20402 -10000m --yes")
    #expect(said.contains("moved to Ruiz Tue 17 Nov 16:20"), "\(said)")
    #expect(desk.wording().time(desk.now - .days(2)) == "Sun 10:42", "what was is told as before")
  }

  @Test("a confirmation that is taken back is not told as one", .verifies("UX-05"))
  func unconfirmed() throws {
    var desk = try ParsingTests.desk()
    let number = desk.office.nextNumber
    try desk.say(#"log "lamp out" at "Quay House""#)
    let priority = try desk.order(number).priority.text
    try desk.say("priority \(number) \(priority)")
    let before = desk.office
    let events = try desk.submit(try #require(desk.entries.last).inverse, verb: "ledger.undo")
    let said = desk.wording().done(
      Proposal(verb: "ledger.undo", takingBack: .last), events: events, before: before)
    #expect(said.hasPrefix("\(number) priority \(priority) is proposed again"), "\(said)")
  }

  @Test("says of the office's own settings what changed from what, by the names under which they are set")
  func settings() throws {
    var desk = try ParsingTests.desk()
    let was = desk.office.limits.atRiskPercent
    #expect(try desk.say("office set atRisk=31") == "Office: atRisk 31 (was \(was))")
    #expect(
      try desk.say("rules age-escalation off") == "Office: auto.age-escalation off (was on)")
    let contract = try #require(desk.office.contracts.inOrder.first).name
    let said = try desk.say("contract edit \"\(contract)\" P1=10m/30m")
    #expect(said.hasPrefix("Contract \(contract): P1 10m/30m (was "), "\(said)")
  }
}
