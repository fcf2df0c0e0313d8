import Domain
import TestSupport
import Testing

@testable import Verbs

@Suite("What is said beside an act")
struct SaidBesideTests {
  @Test("what still has a trade that leaves the list is said", .verifies("USR-05"))
  func trade() throws {
    var desk = try ParsingTests.desk()
    try desk.say("triage 20401 --trade lift")
    let said = try desk.proposal("office trade lift --remove").warnings
    #expect(said == ["1 open order and 1 technician keep lift, which no new call finds any more."], "\(said)")
  }

  @Test("a machine that is retired or has another one's number is said", .verifies("AST-03"))
  func machines() throws {
    var desk = try ParsingTests.desk()
    #expect(
      try desk.proposal(#"equipment add "Lift 3" --site "Quay House" --serial 7741"#).warnings
        == ["The serial number 7741 is that of Lift 2 at Quay House too."])
    try desk.say(#"equipment add "Lift 3" --site "Quay House" --serial 7741"#)
    #expect(desk.fault("equipment show 7741")?.nearest == ["Lift 2", "Lift 3"])
    try desk.say(#"equipment edit "Lift 2" status=retired"#)
    #expect(
      try desk.proposal(#"log "dead" at "Quay House" --equipment "Lift 2""#).warnings.first?.hasPrefix(
        "Lift 2 is retired") == true)
  }

  @Test("what cost more than was agreed is said with both figures", .verifies("TML-14"))
  func limit() throws {
    var desk = try ParsingTests.desk()
    try desk.say("edit 20402 nte=100")
    #expect(
      try desk.proposal("complete 20402 --did belt --cost 500").warnings
        == ["20402: 500.00 is spent, the limit is 100.00."])
    #expect(try desk.proposal("complete 20402 --did belt --cost 100").warnings.isEmpty)
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
}
