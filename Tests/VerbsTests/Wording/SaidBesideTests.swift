import Domain
import TestSupport
import Testing

@testable import Verbs

@Suite("What is said beside an act")
struct SaidBesideTests {
  @Test("what still has a trade that leaves the list is said", .verifies("INT-12"))
  func trade() throws {
    var desk = try ParsingTests.desk()
    try desk.say("triage 20401 --trade lift")
    let said = try desk.proposal("office trade lift --remove").warnings
    #expect(said == ["1 open order and 1 technician keep lift, which no new call finds any more."], "\(said)")
  }

  @Test("a machine that is retired or has another one's number is said", .verifies("AST-01"))
  func machines() throws {
    var desk = try ParsingTests.desk()
    #expect(
      try desk.proposal(#"equipment add "Lift 3" --site "Quay House" --serial 7741"#).warnings
        == ["The serial number 7741 is that of Lift 2 at Quay House too."])
    try desk.say(#"equipment add "Lift 3" --site "Quay House" --serial 7741"#)
    try desk.say(#"equipment edit "Lift 3" serial=7742"#)
    #expect(
      try desk.proposal(#"equipment edit "Lift 3" serial=7741"#).warnings
        == ["The serial number 7741 is that of Lift 2 at Quay House too."])
    try desk.say(#"equipment edit "Lift 3" serial=7741"#)
    #expect(
      desk.fault(#"equipment edit "Lift 3" parent="Lift 3""#)?.message.hasPrefix(#""Lift 3" is no parent"#)
        == true)
    #expect(desk.fault("equipment show 7741")?.nearest == ["Lift 2", "Lift 3"])
    try desk.say(#"equipment edit "Lift 2" status=retired"#)
    #expect(
      try desk.proposal(#"log "dead" at "Quay House" --equipment "Lift 2""#).warnings.first?.hasPrefix(
        "Lift 2 is retired") == true)
  }

  @Test("what cost more than was agreed is said with both figures", .verifies("TML-04"))
  func limit() throws {
    var desk = try ParsingTests.desk()
    try desk.say("edit 20402 nte=100")
    let whole = "complete 20402 --did belt --cause wear --work 20m --signed-by Osei"
    #expect(
      try desk.proposal("\(whole) --cost 500").warnings == ["20402: 500.00 is spent, the limit is 100.00."])
    #expect(try desk.proposal("\(whole) --cost 100").warnings.isEmpty)
  }

  @Test("what a report leaves out is said, and nobody is asked for a signature that says nothing")
  func incomplete() throws {
    var desk = try ParsingTests.desk()
    try desk.say("on-site 20402")
    desk.now = desk.now + .seconds(40)
    #expect(
      try desk.proposal("complete 20402 --did belt --cause wear --signed-by Osei").warnings
        == ["20402: the time (under a minute) is missing."])
    desk.now = desk.now + .minutes(11)
    #expect(
      try desk.proposal("complete 20402 --did belt").warnings
        == ["20402: cause, time (0:11) and signature are missing."])
    #expect(
      try desk.proposal("complete 20402 --did belt --cause wear --work 10m").warnings
        == ["20402: the signature is missing."])
    #expect(
      desk.fault(#"complete 20402 --did belt --unsigned """#)?.message == "Why nobody signed is missing.")
    #expect(desk.fault(#"complete 20402 --did belt --signed-by " ""#)?.word == "--signed-by")
  }

  @Test("what there is one of is counted as one")
  func one() throws {
    var report = ImportReport()
    (report.read, report.created, report.flagged) = (1, 1, 1)
    #expect(
      Wording.report(report, isDryRun: false)[1]
        == "1 has times that contradict each other: taken and flagged")
    report.flagged = 2
    #expect(Wording.report(report, isDryRun: false)[1].hasPrefix("2 have times"))
    var desk = try ParsingTests.desk()
    try desk.say("complete 20402 --did belt")
    try desk.say("rework 20402 leaks")
    let remarks = { (desk: Desk) in
      Wording(office: desk.office, now: desk.now).remarks(on: try desk.order(20_402))
    }
    let said = try remarks(desk)
    #expect(said.contains("sent back once before"), "\(said)")
  }

  @Test("what shows that nobody let him in is on the sheet", .verifies("EXC-05"))
  func noAccess() throws {
    var desk = try ParsingTests.desk()
    try desk.say(#"on-site 20402"#)
    try desk.say(#"not-done 20402 "nobody there" --no-access "photo of door" --charge"#)
    let lines = Sheets.workOrder(try desk.order(20_402), in: desk.office, at: desk.now)
    #expect(lines.contains { $0.contains("photo of door · the return visit is charged") }, "\(lines)")
  }

  @Test("a skill that has ended is said in the list of technicians")
  func ended() throws {
    var desk = try ParsingTests.desk()
    try desk.say("technician edit brandt --skill hvac:2@2020-01-31 --skill lift:1")
    let rows = Listing.technicians(Board(desk.office, now: desk.now), in: desk.office, at: desk.now).rows
    let brandt = try #require(rows.first { $0.cells[1] == "brandt" })
    #expect(brandt.cells.contains("hvac:2 (ended) lift:1"), "\(brandt.cells)")
    #expect(brandt.json.text.contains("2020-01-31"))
  }

  @Test("who has left is in no list of those who could")
  func left() throws {
    var desk = try ParsingTests.desk()
    try desk.say("technician deactivate brandt")
    let found = desk.office.candidates(for: try desk.order(20_401), at: desk.now)
    let rows = Listing.fits(found, in: desk.office, at: desk.now).rows
    #expect(!rows.isEmpty && !rows.contains { $0.cells[1] == "brandt" })
  }

  @Test("a cause is told by its number in the list of the trade", .verifies("TEC-12"))
  func causes() throws {
    var desk = try ParsingTests.desk()
    try desk.say(#"office trade hvac causes="blocked filter, trip,belt""#)
    try desk.say("triage 20402 --trade hvac")
    func cause(_ typed: String) throws -> String? {
      guard
        case .completeVisit(_, let told) = try desk.proposal("complete 20402 --did x --cause \(typed)")
          .commands[0]
      else { return nil }
      return told.report.cause
    }
    #expect(try cause("1") == "blocked filter" && cause("3") == "belt" && cause("mice") == "mice")
    #expect(try cause("104") == "104" && cause("+1") == "+1", "a code of one's own")
    #expect(throws: Refusal.self) { try cause("4") }
    #expect(throws: Refusal.self) { try desk.say("office trade hvac causes=1,2") }
    #expect(throws: Refusal.self) { try desk.say("office trade hvac causes=a,b,c,d,e,f,g,h,i,j") }
  }

  @Test("more work than there was time for since the arrival is said with both figures", .verifies("TEC-07"))
  func worked() throws {
    var desk = try ParsingTests.desk()
    try desk.say("on-site 20402")
    desk.now += .minutes(20)
    let said = try desk.proposal("complete 20402 --did belt --work 70m").warnings
    #expect(said.count { $0.hasPrefix("20402: 1 h 10 of work, and it is 20 min since") } == 1, "\(said)")
    let likely = try desk.proposal("complete 20402 --did belt --work 20m").warnings
    #expect(!likely.contains { $0.contains("since") }, "\(likely)")
  }

  @Test("a part is told with its count as a report tells it", .verifies("TEC-09"))
  func parts() throws {
    let desk = try ParsingTests.desk()
    func part(_ line: String) throws -> [String] {
      guard case .usePart(_, let rule) = try desk.command(line) else { return [] }
      return [rule.name, rule.quantity]
    }
    #expect(try part(#"part 20402 "BLT-22 x 2""#) == ["BLT-22", "2"])
    #expect(try part(#"part 20402 "BLT-22" --count "1.5 m""#) == ["BLT-22", "1.5 m"])
    #expect(try part("part 20402 bolt x grease") == ["bolt x grease", "1"])
    #expect(try part(#"part 20402 "Cable x 1.5""#) == ["Cable", "1.5"])
    #expect(try part(#"part 20402 "Cable x 1.5 m""#) == ["Cable", "1.5 m"])
    #expect(try part(#"part 20402 "BLT-22 x -2""#) == ["BLT-22", "-2"], "and is refused for it")
    #expect(throws: UsageFault.self) { try desk.proposal(#"complete 20402 --did belt --part "BLT-22 x -2""#) }
    #expect(throws: UsageFault.self) { try desk.proposal(#"complete 20402 --did belt --part "BLT-22 x 0""#) }
    #expect(throws: Never.self) { try desk.proposal(#"complete 20402 --did belt --part "bolt x grease""#) }
  }

  @Test(
    "a call in the words of an open one at the same place asks whether it is the same", .verifies("INT-07"))
  func duplicate() throws {
    var desk = try ParsingTests.desk()
    try desk.say(#"log "boiler rattles" at "Quay House" --trade hvac"#)
    func asked(_ line: String) throws -> Bool {
      try desk.proposal(line).warnings.contains { $0.contains("is it the same?") }
    }
    #expect(try asked(#"log "the boiler rattles" at "Quay House" --trade hvac"#))
    #expect(try !asked(#"log "boiler rattles" at "Quay House" --trade lift"#))
    #expect(try !asked(#"log "boiler leaks badly" at "Quay House" --trade hvac"#))
    #expect(try !asked(#"log "boiler rattles" at "Store 9" --trade hvac"#))
  }

  @Test("what nobody can do is said of nobody by name, with what would make it possible", .verifies("REC-03"))
  func nobodyCan() throws {
    var desk = try ParsingTests.desk()
    let held = Set(desk.office.technicians.unordered.flatMap { $0.skills.map(\.trade) })
    let trade = try #require(desk.office.trades.entries.map(\.trade).first { !held.contains($0) }).name
    try desk.say(#"log "wall painted over" at "Quay House" --trade \#(trade)"#)
    let number = try #require(desk.office.orders.unordered.map(\.number).max())
    do {
      _ = try desk.proposal("assign \(number) @best")
      Issue.record("somebody can")
    } catch let refusal as Refusal {
      let said = desk.wording().refusal(refusal, verb: "work-order.assign", orders: [number]).text
      #expect(said.contains("which nobody here has") && said.contains("--skill \(trade):"), "\(said)")
    }
  }

  @Test("a rating that is none is told as one", .verifies("ADM-04"))
  func rating() throws {
    let desk = try ParsingTests.desk()
    do {
      _ = try desk.proposal("complete 20402 --did belt --rating nobody")
      Issue.record("it was taken")
    } catch let fault as UsageFault {
      #expect(fault.message.contains("1 to 5") && !fault.message.contains("10000"), "\(fault.message)")
    }
  }

  @Test("a hold under which the response runs on is said where nobody has the work", .verifies("HLD-05"))
  func runsOn() throws {
    var desk = try ParsingTests.desk()
    try desk.say("priority 20401 P1 --reason boss")
    let said = try desk.proposal("hold 20401 parts spare").warnings
    #expect(said.count == 1 && said[0].hasPrefix("20401: the response due "), "\(said)")
    #expect(try desk.proposal("hold 20401 customer later").warnings.isEmpty, "that pauses it")
  }

  @Test("whose work nobody does any more is said with what comes next", .verifies("EXC-03"))
  func standing() throws {
    let desk = try ParsingTests.desk()
    let holder = try #require(desk.office.technician(try desk.order(20_402).technician)).handle
    let said = try desk.proposal("status \(holder) unavailable").warnings
    #expect(
      said.contains { $0.hasPrefix("Nobody comes to 20402 at ") && $0.contains("replan \(holder)") },
      "\(said)")
  }

  @Test(
    "an edit says what it changed, from what to what, and doubts a number that is none", .verifies("AST-12"))
  func edits() throws {
    var desk = try ParsingTests.desk()
    #expect(try desk.say("customer edit FreshCo tier=gold").contains("tier gold (was "))
    #expect(
      try desk.proposal("customer edit FreshCo phone=abc").warnings == [
        "no telephone number: \"a\" cannot be dialled; 0151 496 0123 ext 4 can; kept as it was said"
      ])
    #expect(desk.fault("customer edit FreshCo --phone 0151")?.message.hasSuffix("phone=VALUE.") == true)
  }

  @Test("what is left out is asked for in a line, and the options are left to the help", .verifies("UX-01"))
  func missing() throws {
    let desk = try ParsingTests.desk()
    #expect(desk.fault("complete 20402")?.message == "complete needs did: complete ORDER… DID [OPTION…]")
    #expect(desk.fault("log lamp out")?.message == "A place is missing: log TEXT at SITE.")
    let refused = desk.wording().refusal(
      .missing(.order(20_401), fields: ["reason"]), verb: "work-order.set-priority")
    #expect(refused.remedy == "--reason REASON says it.", "\(refused.text)")
  }
}
