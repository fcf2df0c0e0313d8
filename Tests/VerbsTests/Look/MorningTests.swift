import Domain
import TestSupport
import Testing

@testable import Verbs

@Suite("The morning in words")
struct MorningTests {
  @Test("says orders, technicians and hours in a line, and what to put off", .verifies("QUE-13"))
  func says() throws {
    let desk = try ParsingTests.desk()
    let lines = Sheets.morning(on: desk.office.today(at: desk.now), in: desk.office, at: desk.now)
    #expect(lines.first?.hasPrefix("today: 1 order, 2 technicians, 1.5 h for ") == true, "\(lines)")
    #expect(lines.contains { $0.contains("lift") && $0.contains("1 order ") }, "\(lines)")
  }

  @Test("says which clocks are missed by putting work off, before and after", .verifies("QUE-14"))
  func clocks() throws {
    let desk = try ParsingTests.desk()
    let order = try desk.order(20_401)
    let clock = try #require(desk.office.clocks(of: order, at: desk.now).first { $0.isTicking })
    let day = desk.office.today(at: desk.now)
    let later = try #require(
      (1...20).map { day.adding(days: $0) }.first { clock.dueAt <= desk.office.zone.startOfDay($0) })
    let said = try desk.proposal("postpone 20401 \(later.iso) --quiet").warnings
    #expect(said.contains { $0.hasPrefix("By that 20401 misses ") }, "\(said)")
    #expect(try desk.proposal("postpone 20401 today").warnings.isEmpty)
    #expect(!desk.wording().missed(order, byPuttingOffTo: later).isEmpty)
    #expect(desk.wording().missed(order, byPuttingOffTo: day).isEmpty)
  }

  @Test("what is put off and put back says the day it is for, and its message once", .verifies("QUE-14"))
  func putBack() throws {
    var desk = try ParsingTests.desk()
    try desk.say("customer edit Mercy phone=0151")
    try desk.say("postpone 20401 tomorrow")
    let action = try #require(desk.entries.last)
    let before = desk.office
    let events = try desk.submit(action.inverse, verb: "ledger.undo")
    let said = desk.wording().done(
      Proposal(verb: "ledger.undo", takingBack: .last), events: events, before: before)
    #expect(said == "20401 is for today again · the message to Mercy Hospital is taken back", "\(said)")
  }

  @Test("puts work off in bulk with its customers' messages, undone as a whole", .verifies("QUE-14"))
  func postpone() throws {
    var desk = try ParsingTests.desk()
    try desk.say("customer edit Mercy phone=0151")
    let before = desk.office
    let said = try desk.say("postpone 20401 20402 tomorrow")
    #expect(
      said.contains("20401 put off to Wed") && said.contains("Mercy Hospital is told in 30 s"), "\(said)")
    #expect(said.contains("20402 put off to Wed (was Ruiz 15:00)"), "\(said)")
    let message = try #require(try desk.order(20_401).messages.last)
    #expect(message.words.words.hasSuffix("We come on Wed 25 November and call you with the time."))
    let inverse = try #require(desk.entries.last).inverse
    try desk.submit(inverse, verb: "ledger.undo")
    #expect(try desk.order(20_401).messages.last?.state == .recalled)
    for number in [20_401, 20_402] {
      let old = before.order(number: number)
      #expect(try desk.order(number).postponedTo == nil)
      #expect(try desk.order(number).technician == old?.technician)
      #expect(try desk.order(number).openVisit?.start == old?.openVisit?.start)
    }
    #expect(try desk.proposal("postpone 20402 tomorrow").warnings.first?.contains("20402") == true)
    #expect(desk.fault("postpone 20401 2026-11-20") != nil)
  }
}
