import Domain
import TestSupport
import Testing

@testable import Verbs

@Suite("What was set of a technician can be taken away")
struct TakenAwayTests {
  @Test("skills and the working week", .verifies("TML-06"))
  func record() throws {
    var desk = try ParsingTests.desk()
    #expect(try desk.say("technician edit ana --skill none") == "Ruiz has no skills any more")
    #expect(try desk.say("shift ana none") == "Ruiz works by single shifts")
    let ana = try #require(desk.office.technicians.unordered.first { $0.handle == "ana" })
    #expect(ana.skills.isEmpty && ana.hours == nil)
    try desk.submit(try #require(desk.entries.last).inverse, verb: "ledger.undo")
    #expect(desk.office.technician(ana.id)?.hours?.text == "Mon-Fri 07:00-19:00")
    #expect(desk.fault("technician edit ana --skill none --skill lift:2") != nil)
  }

  @Test("turns on call, which the sheet names", .verifies("BRD-13"))
  func turns() throws {
    var desk = try ParsingTests.desk()
    try desk.say("on-call ana wed thu --trade lift")
    try desk.say("on-call ana sat sat")
    let ana = try #require(desk.office.technicians.unordered.first { $0.handle == "ana" })
    func sheet() -> [String] { Sheets.technician(ana, in: desk.office, at: desk.now) }
    #expect(sheet().count { $0.hasPrefix("On call") } == 2, "\(sheet())")
    #expect(
      try desk.say("on-call ana wed thu --remove").contains("is not on call Wed 00:00 to Fri 00:00 for lift"))
    #expect(sheet().count { $0.hasPrefix("On call") } == 1)
    let refused = desk.fault("on-call ana mon tue --remove")?.message
    #expect(
      refused?.hasPrefix("Ruiz has no turn on call within that time, but Sat 00:00 to ") == true,
      "\(refused ?? "")")
    #expect(desk.fault("on-call ana sat sat --trade lift --remove") != nil)
    let backwards = desk.fault("on-call ana sat fri")?.message
    #expect(
      backwards?.hasPrefix("The turn would end before it begins: Sat 00:00 to Sat 00:00") == true,
      "\(backwards ?? "")")
  }
}
