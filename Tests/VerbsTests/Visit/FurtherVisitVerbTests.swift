import Domain
import TestSupport
import Testing

@testable import Verbs

@Suite("Further visits, as they are typed and said")
struct FurtherVisitVerbTests {
  private func desk() throws -> Desk {
    var desk = try ParsingTests.desk()
    try desk.say("unassign 20402")
    try desk.say("assign 20401 ana 15:00")
    return desk
  }

  @Test("are planned, changed by their number and given up", .verifies("TML-12"))
  func typed() throws {
    var desk = try desk()
    let planned = try desk.say("visit 20401 ana tomorrow 9:00 --length 2h")
    #expect(planned.contains("20401, further visit: Ruiz Wed 09:00–11:00"), "\(planned)")
    #expect(planned.contains("nobody is told yet"), "\(planned)")
    let sheet = Sheets.workOrder(try desk.order(20_401), in: desk.office, at: desk.now)
    #expect(sheet.contains { $0.hasPrefix("Visit 2") && $0.contains("waits for the one before it") })
    let moved = try desk.say("visit 20401 ana tomorrow 10:00 --change 2")
    #expect(moved.contains("Ruiz Wed 10:00–12:00 (was Ruiz Wed 09:00–11:00)"), "\(moved)")
    #expect(try desk.order(20_401).visits.count == 2)
    let dropped = try desk.say("visit 20401 --drop 2")
    #expect(dropped.contains("the further visit Ruiz Wed 10:00–12:00 is given up"), "\(dropped)")
    #expect(try desk.order(20_401).visits.count == 1)
    #expect(try desk.order(20_401).technician == desk.technician("ana").id)
  }

  @Test("the end of the one before says who comes next", .verifies("TML-12"))
  func next() throws {
    var desk = try desk()
    try desk.say("visit 20401 ana tomorrow 9:00 --length 2h")
    try desk.say("on-site 20401")
    let done = try desk.say("complete 20401 --did belt --unsigned nobody")
    #expect(done.contains("completed, the next visit is Ruiz Wed 09:00–11:00"), "\(done)")
    try desk.say("on-site 20401")
    let last = try desk.say("complete 20401 --did rope --unsigned nobody")
    #expect(last.contains("completed, awaiting review"), "\(last)")
  }

  @Test("tells whoever comes next by message, where that is how he hears of visits", .verifies("TML-12"))
  func written() throws {
    var desk = try desk()
    for line in ["technician edit ana toldBy=message", "technician edit ana phone=01514960177"] {
      try desk.say(line)
    }
    try desk.say("visit 20401 ana 17:30")
    try desk.say("on-site 20401")
    let done = try desk.say("complete 20401 --did belt --unsigned nobody")
    #expect(done.hasSuffix("Ruiz is told in 30 s") && !done.contains("phone Ruiz"), "\(done)")
    let message = try #require(try desk.order(20_401).messages.last)
    #expect(message.template == MessageTemplate.visit && message.words.words.contains("17:30"))
  }

  @Test("what is none of them is refused with those that are", .verifies("TML-12"))
  func refused() throws {
    var desk = try desk()
    #expect(desk.fault("visit 20401") != nil)
    #expect(desk.fault("visit 20401 ana") != nil)
    #expect(throws: Refusal.self) { try desk.act("visit 20401 --drop 1") }
    try desk.say("visit 20401 ana tomorrow 9:00")
    #expect {
      _ = try desk.act("visit 20401 --drop 1")
    } throws: { error in
      guard case .fault(let fault)? = error as? Refusal else { return false }
      return fault.expected.contains("20401: 2")
    }
  }
}
