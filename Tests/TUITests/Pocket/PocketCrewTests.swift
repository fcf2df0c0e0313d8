import Domain
import TUI
import Terminal
import TestSupport
import Testing
import Verbs

@Suite("A technician who comes along")
struct PocketCrewTests {
  private static let jo = Person.ID(high: 1, low: 17)

  private func office() throws -> Office {
    var office = try PocketDesk.office()
    var person = FormOffice.person(Self.jo, "ines", "Inés Flores", .technician)
    person.technician = PocketDesk.ines
    office.people[Self.jo] = person
    try PocketDesk.decide(
      .crewVisit(Story.order(20_418), CrewVisit([PocketDesk.ines], replacing: [])), by: Story.bea, &office)
    return office
  }

  private func desk() throws -> FormDesk {
    let part = try office().scoped(to: Self.jo, console: ConsoleID(high: 9, low: 2))
    var desk = FormDesk(
      80, 24, office: part, person: Self.jo, face: .pocket(Pocket(PocketDesk.ines)))
    desk.tick(0)
    return desk
  }

  @Test(
    "sees the order with its lead in his own file, and reports no step of it", .verifies("TEC-02", "USR-03"))
  func sees() throws {
    var desk = try desk()
    if desk.selectedNumber != 20_418 { desk.type("j") }
    #expect(desk.text.contains("along with Ruiz"), "\(desk.text)")
    for key in ["a", "t", "c", "x"] {
      desk.type(key)
      #expect(desk.resultLine.contains("you come along; Ruiz reports its steps."), "\(desk.resultLine)")
    }
    #expect(!desk.submitted.contains { $0.orders.contains(20_418) }, "nothing is reported as seen either")
    desk.type("nladder is in van 2<C-s>")
    #expect(desk.order(20_418)?.notes.last?.words == "ladder is in van 2", "\(desk.resultLine)")
  }

  @Test("may note and get in, and nothing of what the lead reports", .verifies("USR-03"))
  func may() throws {
    let office = try office()
    let order = try #require(office.order(number: 20_418))
    try office.authorize(.note, on: order, by: Self.jo)
    try office.authorize(.seeSecrets, on: order, by: Self.jo)
    #expect(throws: Refusal.self) { try office.authorize(.reportWork, on: order, by: Self.jo) }
    let colleague = try #require(
      office.scoped(to: Self.jo, console: ConsoleID(high: 9, low: 2)).technician(FormOffice.ana))
    #expect(colleague.phone == nil && colleague.skills.isEmpty, "who leads, and nothing else of him")
  }

  @Test("who is taken off sees it no more")
  func taken() throws {
    var office = try office()
    try PocketDesk.decide(
      .crewVisit(Story.order(20_418), CrewVisit([], replacing: [PocketDesk.ines])), by: Story.bea, &office)
    let part = office.scoped(to: Self.jo, console: ConsoleID(high: 9, low: 2))
    #expect(part.order(number: 20_418) == nil)
  }

  @Test("what the lead reports, and what it cost, is not in his file", .verifies("USR-03"))
  func reports() throws {
    var office = try office()
    let report = CompletionReport(did: "CANARY did", cause: "CANARY cause", cost: Money(hundredths: 9_900))
    try PocketDesk.decide(
      .completeVisit(Story.order(20_418), CompleteVisit(report)), by: Story.bea, &office)
    office.orders[Story.order(20_418)]?.sourceReport = report
    let part = office.scoped(to: Self.jo, console: ConsoleID(high: 9, low: 2))
    let order = try #require(part.order(number: 20_418))
    #expect(
      order.sourceReport?.cost == nil && order.visits.flatMap(\.assignments).allSatisfy { $0.report == nil })
  }

  @Test("what he noted while he was along goes on record after he was taken off")
  func late() throws {
    var office = try office()
    try PocketDesk.decide(
      .crewVisit(Story.order(20_418), CrewVisit([], replacing: [PocketDesk.ines])), by: Story.bea, &office)
    let note = Command.addNote(Story.order(20_418), AddNote("valve behind panel 3"))
    try office.authorize(note, by: Self.jo)
    try PocketDesk.decide(note, by: Self.jo, &office)
    let last = office.order(Story.order(20_418))?.notes.last
    #expect(last?.words == "valve behind panel 3" && last?.by == Self.jo)
  }
}
