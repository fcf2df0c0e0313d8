import Domain
import TestSupport
import Testing

@testable import Verbs

@Suite("People by the line")
struct PersonVerbTests {
  @Test("have a team, which the list shows and finds", .verifies("USR-01"))
  func team() throws {
    var desk = try Desk()
    try desk.say(#"person add "Cara Night" --handle cara --role helpdesk --team nights"#)
    let listed = try Listing.people(in: desk.office).narrowed(by: "nights")
    #expect(listed.rows.map { $0.cells.first } == ["cara"])
    #expect(listed.keys.contains("team"))
    try desk.say("person edit cara team=days")
    #expect(desk.office.people.unordered.first { $0.handle == "cara" }?.team == "days")
    #expect(try Listing.people(in: desk.office).narrowed(by: "nights").rows.isEmpty)
  }

  @Test("nobody becomes a technician by a role alone", .verifies("USR-02"))
  func role() throws {
    var desk = try Desk()
    try desk.say(#"person add "Cara Night" --handle cara --role helpdesk"#)
    for line in [
      "person edit cara role=technician", #"person add "Dan Day" --handle dan --role technician"#
    ] {
      #expect(throws: UsageFault.self, "\(line)") { try desk.say(line) }
    }
  }

  @Test(
    "a call takes numbers that can be dialled and categories of the list, and says what was not asked",
    .verifies("INT-06", "INT-12"))
  func call() throws {
    var desk = try Desk()
    for line in [
      #"log "lift dead" at "Quay House" from 01"#, #"log "lift dead" at "Quay House" --category zeppelin"#,
      #"log "lift dead" at "Quay House" --not-asked "he hung up""#
    ] {
      #expect(throws: UsageFault.self, "\(line)") { try desk.say(line) }
    }
    try desk.say(
      #"log "lift dead" at "Quay House" from "0151 496 0123" --category trapped --not-asked "window: he hung up""#
    )
    let order = try #require(desk.office.orders.unordered.max { $0.number < $1.number })
    #expect(order.category == "entrapment")
    #expect(order.unasked == [UnaskedQuestion(.window, reason: "he hung up")])
    let remarks = Wording(office: desk.office, now: desk.now).remarks(on: order)
    #expect(remarks.contains { $0.contains("when it suits (he hung up)") })
  }
}
