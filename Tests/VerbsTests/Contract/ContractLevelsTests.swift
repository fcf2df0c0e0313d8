import Domain
import TestSupport
import Testing

@testable import Verbs

@Suite("Levels of a contract, as they are typed and said")
struct ContractLevelsTests {
  @Test("a length that is agreed is whole, and a day of a level is a working day", .verifies("SLA-01"))
  func levels() throws {
    #expect(TimeWords.agreed(.hours(36)) == "36 h" && TimeWords.agreed(.minutes(3_090)) == "51 h 30")
    var desk = try ParsingTests.desk()
    try desk.say("contract edit Standard P2=8h/2d P3=1d/3d4h/24x7")
    let contract = try #require(desk.office.contracts.inOrder.first { $0.name == "Standard" })
    let day = WorkCalendar(hours: contract.hours, zone: .utc).workday
    #expect(day == .hours(10))
    #expect(contract.level(priority: .p2, service: .reactive)?.fix == .hours(20))
    let round = contract.level(priority: .p3, service: .reactive)
    #expect(round?.response == .hours(24) && round?.fix == .hours(76))
    #expect(
      Sheets.contract(contract).contains { $0.hasSuffix("P3=24h/76h/24x7") }, "typed again it is the same")
    let clock = try #require(
      desk.office.clockExplanations(of: try desk.order(20_402), at: desk.now).first { $0.face.kind == .fix })
    #expect(desk.wording().clock(clock).contains("+ 76 h of 24x7"), "\(desk.wording().clock(clock))")
  }

  @Test("the clocks of closed work that would be reckoned otherwise now are told as they were stamped")
  func stamped() throws {
    let desk = try ParsingTests.desk()
    let done = desk.now + .minutes(20)
    // As a build stamped it that stopped the response of work without a reported arrival with its closing.
    var assignment = Assignment(
      technician: try desk.technician("ana").id, status: .done, assignedAt: desk.now, assignedBy: desk.person)
    assignment.endedAt = done
    var order = try desk.order(20_402)
    order.visits = [
      Visit(id: Visit.ID(high: 9, low: 1), start: desk.now, estimate: .minutes(30), assignments: [assignment])
    ]
    let closed = done + .days(4)
    let response = try #require(desk.office.clocks(of: order, at: closed).first)
    #expect(response.metAt == done)
    let late = ServiceLevelRecord.Outcome(
      dueAt: response.dueAt, metAt: closed, remaining: response.dueAt - closed, paused: .zero)
    order.ending = Ending(.closed(ServiceLevelRecord(response: late, fix: nil)), at: closed, by: desk.person)
    let clock = try #require(desk.office.clockExplanations(of: order, at: closed).first)
    let words = desk.wording().clock(clock)
    #expect(words.contains("as stamped when it was closed · missed by"), "\(words)")
    #expect(!words.contains("contract"), "its contract is as it was: \(words)")
  }

  @Test("what is odd about a contract is said", .verifies("SLA-01"))
  func contract() throws {
    var desk = try ParsingTests.desk()
    let late = try desk.proposal("contract edit Gold P1=24h/12h").warnings
    #expect(late == ["Gold P1: the fix, 12 h, is due before the response, 24 h."])
    try desk.say("contract edit Gold P1=24h/12h")
    #expect(try desk.proposal("contract edit Gold P4=8h/12h").warnings.isEmpty, "said once")
    let taken = try desk.proposal(#"contract add "Quay SLA" tier=gold P1=1h/4h"#).warnings
    #expect(taken.count == 1 && taken[0].hasPrefix("Gold is of the tier gold too"), "\(taken)")
    #expect(try desk.proposal(#"contract add "Quay SLA" P1=1h/4h"#).warnings.isEmpty)
  }
}
