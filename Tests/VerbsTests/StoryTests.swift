import DayPlan
import Domain
import TestSupport
import Testing
import Verbs

@Suite("A day by words")
struct StoryTests {
  @Test(
    "a call is logged, triaged, given, held, released, done, closed and reopened, each with its sentence",
    .verifies("UX-02"))
  func wholeStory() throws {
    var desk = try Desk()
    let logged = try desk.say(#"log "lift dead, one person inside" at "Quay House" P1 from 01514960123"#)
    #expect(logged.hasPrefix("20401 logged: lift dead, one person inside · respond by 11:42, fix by 12:42"))
    let order = try desk.order(20_401)
    #expect(order.priority == .p1 && order.trade == Trade("lift"))
    #expect(order.requests.first?.phone?.words == "01514960123")

    let triaged = try desk.say("triage 20401 --estimate 45m")
    #expect(triaged.hasPrefix("20401 triaged: lift, P1 · respond by 11:42, fix by 12:42"), "\(triaged)")
    #expect(try desk.order(20_401).estimate == .minutes(45))
    let given = try desk.say("assign 20401 @best")
    #expect(given.contains("given to Ruiz") && given.contains("tell Ruiz now: no number is on record"))
    #expect(try desk.say("accept 20401") == "20401 accepted")
    let held = try desk.say(#"hold 20401 parts "BLT-22, due Thu" --review 2026-11-26"#)
    #expect(
      held == "20401 held for parts, review Thu 09:00 · fix paused · Mercy Hospital is told in 30 s")
    #expect(try desk.say("release 20401").hasPrefix("20401 released"))
    desk.now = desk.now + .minutes(5)
    #expect(try desk.say("travel 20401") == "20401 travelling")
    desk.now = desk.now + .minutes(10)
    #expect(try desk.say("on-site 20401") == "20401 on site")
    desk.now = desk.now + .minutes(30)
    let done = try desk.say(
      #"complete 20401 --did "Reset door sensor" --work 30m --part "BLT-22 x 1" --unsigned "nobody there""#)
    #expect(done == "20401 completed, awaiting review")
    #expect(try desk.order(20_401).report?.parts == ["BLT-22 x 1"])
    #expect(try desk.say("close 20401") == "20401 closed · response met, fix met")
    #expect(try desk.say("reopen 20401 the lift stands again").hasPrefix("20401 reopened"))
    #expect(try desk.say("note 20401 caller rang again") == "20401 \"caller rang again\"")
  }

  @Test("a site nobody knows is made for now and said so; --strict refuses it")
  func provisionalSite() throws {
    var desk = try Desk()
    let proposal = try desk.proposal("log tap drips at Elm Court 4B P3 from 0151")
    #expect(proposal.warnings.first?.contains("Elm Court 4B") == true)
    try desk.say("log tap drips at Elm Court 4B P3 from 0151")
    let site = try #require(desk.office.site(try desk.order(20_401).site))
    #expect(site.name == "Elm Court 4B" && site.isProvisional)
    #expect(try desk.order(20_401).priority == .p3)
    #expect(desk.fault("log tap drips at Elm Court 5 --strict")?.message.contains("No site") == true)
  }

  @Test("@best is the first who can, or refused with why", .verifies("REC-01"))
  func best() throws {
    var desk = try Desk()
    try desk.say(#"log "boiler cold" at "Store 9""#)
    try desk.say(#"log "printer jam" at "Store 9" --trade print"#)
    guard case .assignVisit(_, let assign) = try desk.command("assign 20401 @best") else {
      Issue.record("no assignment")
      return
    }
    let order = try desk.order(20_401)
    #expect(assign.technician == desk.office.exactCandidates(for: order, at: desk.now).best?.id)
    #expect(assign.start == desk.office.exactCandidates(for: order, at: desk.now).best?.arrival)
    #expect(throws: Refusal.self) { try desk.act("assign 20402 @best") }
    let context = desk.context()
    let verb = try Verbs.parse(line: "assign 20402 @best", in: context)
    do throws(Refusal) {
      _ = try verb.act(in: context)
      Issue.record("somebody without the skill was found")
    } catch {
      #expect(error.code == "skill")
      #expect(
        desk.wording().refusal(error, verb: "work-order.assign").fact.hasPrefix(
          "20402 not assigned: it needs print I"))
    }
  }

  @Test(
    "a call keeps by which way it came and the caller's own words", .verifies("INT-03"),
    arguments: Source.allCases)
  func source(_ source: Source) throws {
    var desk = try Desk()
    try desk.say("log \"it hums, then bangs\" at \"Quay House\" --source \(source.rawValue)")
    let order = try #require(desk.office.orders.unordered.max { $0.number < $1.number })
    #expect(order.source == source && order.requests.map(\.source) == [source])
    #expect(order.requests.map(\.words) == ["it hums, then bangs"])
    try desk.say("edit \(order.number) \"summary=compressor\"")
    let sheet = Sheets.workOrder(try desk.order(order.number), in: desk.office, at: desk.now)
    let call = sheet.first { $0.hasPrefix("Call") } ?? ""
    #expect(call.contains("\"it hums, then bangs\"") && call.contains(", \(source.rawValue)"), "\(call)")
  }

  @Test("a priority against the proposal takes a reason", .verifies("TRI-05"))
  func priorityReason() throws {
    var desk = try Desk()
    try desk.say(#"log "wall to paint" at "Store 9""#)
    let proposed = desk.office.proposedPriority(of: try desk.order(20_401)).priority
    let other = proposed == .p1 ? Priority.p4 : .p1
    #expect(throws: Refusal.missing(.order(20_401), fields: ["reason"])) {
      try desk.say("priority 20401 \(other.text)")
    }
    let said = try desk.say("priority 20401 \(other.text) --reason \"the mayor comes\"")
    #expect(said.hasPrefix("20401 priority \(other.text) (was \(proposed.text))"))
  }

  @Test("an access code is shown on request only, and that is on record")
  func accessCode() throws {
    var desk = try Desk()
    let site = try #require(desk.office.sites.inOrder.first { $0.name == "Quay House" })
    let sheet = Sheets.site(site, in: desk.office).joined(separator: "\n")
    #expect(!sheet.contains("4711") && sheet.contains("hidden"))
    #expect(!Objects.record(site, in: desk.office).text.contains("4711"))
    #expect(try desk.say("show-code Quay House").contains("4711"))
    #expect(desk.entries.last?.events == [.site(site.id, .secretShown(.accessCode))])
  }

  @Test("a move by a shift, to a time and to somebody else says from what to what")
  func move() throws {
    var desk = try Desk()
    try desk.say(#"log "boiler cold" at "Store 9""#)
    try desk.say("assign 20401 ana 11:30")
    #expect(
      try desk.say("move 20401 +30m --yes")
        == "20401 moved to Ruiz 12:00 (was Ruiz 11:30) · Ruiz knew the other time and is asked anew, by phone"
    )
    #expect(
      try desk.say("move 20401 -15m --yes")
        == "20401 moved to Ruiz 11:45 (was Ruiz 12:00) · Ruiz knew the other time and is asked anew, by phone"
    )
    #expect(
      try desk.say("move 20401 +30m to brandt --yes").hasPrefix(
        "20401 moved to Brandt 12:15 (was Ruiz 11:45)"))
    #expect(
      try desk.say("move 20401 tomorrow 8:00 --yes").hasPrefix(
        "20401 moved to Brandt Wed 08:00 (was Brandt 12:15)"))
  }

  @Test("a technician's number is shown on request only, and that is on record", .verifies("BRD-09"))
  func phone() throws {
    var desk = try Desk()
    #expect(throws: Refusal.missing(.technician("ana"), fields: ["phone"])) { try desk.say("show-phone ana") }
    try desk.say(#"technician edit ana "phone=0700 900 120""#)
    #expect(try desk.say("show-phone ana").contains("0700 900 120"))
    #expect(desk.entries.last?.events == [.technician(try desk.technician("ana").id, .phoneShown)])
  }

  @Test("why answers for every kind of record by name, in words and in JSON", .verifies("AST-12"))
  func why() throws {
    var desk = try Desk()
    try desk.say(#"customer edit FreshCo tier=gold"#)
    guard case .ask(.why(let record, let field)) = try desk.act("why FreshCo tier", isScript: true) else {
      Issue.record("no question")
      return
    }
    let story = FieldStory(of: record, field: field, in: desk.entries)
    let lines = Sheets.why(story, in: desk.office, at: desk.now)
    #expect(lines.contains { $0.hasPrefix("now") && $0.hasSuffix("gold") })
    #expect(lines.contains { $0.contains("Bea Long") && $0.contains("standard → gold") })
    let json = Objects.why(story, in: desk.office, at: desk.now)
    #expect(json["field"] == "tier" && json["value"] == "gold" && json["kind"] == "customer")
    #expect(json.text.contains(#""before":"standard","after":"gold""#))
    for words in ["why site:Quay hazards", "why ana zone", "why sam role", "why \"Lift 2\" serial"] {
      #expect(desk.fault(words) == nil, "\(words)")
    }
    #expect(desk.fault("why Quay colour")?.message.contains("is no field here") == true)
    #expect(desk.fault("why Nobody")?.message == "Nothing here is called \"Nobody\".")
  }
}
