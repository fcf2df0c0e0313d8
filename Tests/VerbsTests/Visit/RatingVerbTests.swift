import Domain
import TestSupport
import Testing

@testable import Verbs

@Suite("A rating of done work")
struct RatingVerbTests {
  /// A desk with work that Ana has done, as told, and closed.
  private func desk(_ done: String = "", closed: Bool = true) throws -> Desk {
    var desk = try ParsingTests.desk()
    try desk.say("unassign 20402")
    try desk.say("assign 20401 ana 16:00 --yes")
    try desk.say("complete 20401 --did \"reset the drive\" --cause drive \(done)")
    if closed { try desk.say("close 20401") }
    return desk
  }

  private func ratings(_ desk: Desk) throws -> [Int] {
    (try desk.technician("ana").ratings ?? []).map(\.stars)
  }

  @Test(
    "said where it is signed is kept with the work, and with whoever did it once it is closed",
    .verifies("REC-02"))
  func signed() throws {
    let open = try desk("--rating 4", closed: false)
    #expect(try open.order(20_401).customerRating == 4 && ratings(open) == [])
    var desk = try desk("--rating 4")
    #expect(try ratings(desk) == [4])
    let shown = Sheets.workOrder(try desk.order(20_401), in: desk.office, at: desk.now).joined(
      separator: "\n")
    #expect(shown.contains("4 of 5 by the customer") && shown.contains("rated"), "\(shown)")
    try desk.say("reopen 20401 leaks")
    #expect(try ratings(desk) == [], "it is not over")
  }

  @Test(
    "told later takes its place, also of closed work, and an undo puts back what was said before",
    .verifies("REC-02"))
  func later() throws {
    var desk = try desk("--rating 4")
    try desk.say("edit 20401 rating=2")
    #expect(try ratings(desk) == [2] && desk.order(20_401).customerRating == 2)
    #expect(desk.wording().remarks(on: try desk.order(20_401)).contains("rated 2 of 5 by the customer"))
    try desk.submit(try #require(desk.entries.last).inverse, verb: "ledger.undo")
    #expect(try ratings(desk) == [4])
    #expect(throws: Refusal.self) { try desk.say("edit 20401 summary=other") }
  }

  @Test("is a number from 1 to 5")
  func range() throws {
    let desk = try desk(closed: false)
    #expect(desk.fault("complete 20401 --did x --rating 6")?.message.contains("1 to 5 are") == true)
    #expect(desk.fault("edit 20401 rating=many") != nil)
  }
}
