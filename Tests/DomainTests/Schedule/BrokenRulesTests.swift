import Domain
import TestSupport
import Testing

@Suite("Scheduling rules")
struct BrokenRulesTests {
  private func broken(
    _ town: Town, _ order: WorkOrder, _ start: Timestamp, minutes: Int64 = 60,
    by technician: Technician.ID = Town.ana, at now: Timestamp? = nil
  ) throws -> [BrokenRule] {
    town.office.brokenRules(
      order: try town.order(order), technician: try town.technician(technician), start: start,
      length: .minutes(minutes), at: now ?? town.now)
  }

  @Test("a visit in working time with the skill and without neighbours breaks nothing")
  func nothing() throws {
    var town = try Town()
    let order = try town.log()
    #expect(try broken(town, order, Town.at(11)).isEmpty)
  }

  @Test("another visit that he was told of overlaps, and says when he is free again")
  func overlap() throws {
    var town = try Town()
    let first = try town.assigned(from: Town.at(11))
    let next = try town.assigned(from: Town.at(12))
    let order = try town.log()
    let rules = try broken(town, order, Town.at(11, 30), minutes: 20)
    #expect(
      rules.map(\.evidence) == [
        .overlap(order: first.number, Town.range(Town.at(11), Town.at(12)), freeFrom: Town.at(13))
      ])
    #expect(rules.map(\.severity) == [.block])
    #expect(
      town.refusal(of: Town.assign(order, Town.ana, Town.at(11, 30))) == rules.first.map { .broken($0) })
    #expect(try broken(town, order, Town.at(13), minutes: 20).isEmpty)
    #expect(
      try broken(town, next, Town.at(13), minutes: 20).isEmpty, "moving a visit is no conflict with itself")
  }

  @Test("a visit that he was not told of only warns, and one that is over does not overlap")
  func untold() throws {
    var town = try Town()
    let later = try town.assigned(from: Town.at(24 + 9))
    let order = try town.log()
    #expect(try broken(town, order, Town.at(24 + 9)).map(\.severity) == [.warn])
    try town.submit(.dispatchVisit(later.id, DispatchVisit()))
    #expect(try broken(town, order, Town.at(24 + 9)).map(\.severity) == [.block])
    try town.submit(
      .completeVisit(later.id, CompleteVisit(CompletionReport(did: "reset"))), by: Town.anaPerson)
    #expect(try broken(town, order, Town.at(24 + 9)).isEmpty)
  }

  @Test("a visit that takes longer than planned overlaps until now")
  func overrun() throws {
    var town = try Town()
    let long = try town.assigned(from: Town.at(9), minutes: 30)
    try town.submit(.arriveOnSite(long.id, ArriveOnSite()), by: Town.anaPerson)
    town.now = Town.at(11, 30)
    let order = try town.log(minutes: 30)
    #expect(try broken(town, order, Town.at(11, 20), minutes: 30).map(\.rule) == [.overlap])
    #expect(try broken(town, order, Town.at(11, 30), minutes: 30).isEmpty)
  }

  @Test("the trade's usual level counts, and the order's own skills above it", .verifies("TRI-09"))
  func skill() throws {
    var town = try Town()
    let order = try town.log("hvac")
    #expect(try broken(town, order, Town.at(11), by: Town.bo).isEmpty)
    let harder = try town.log("hvac") { $0.skills = [SkillRequirement(trade: Trade("hvac"), level: 2)] }
    #expect(
      try broken(town, harder, Town.at(11), by: Town.bo).map(\.evidence) == [
        .skill(needed: SkillRequirement(trade: Trade("hvac"), level: 2), held: 1, expiredOn: nil)
      ])
    let lift = try town.log("lift")
    #expect(
      try broken(town, lift, Town.at(11)).map(\.evidence) == [
        .skill(needed: SkillRequirement(trade: Trade("lift"), level: 2), held: nil, expiredOn: nil)
      ])
    let unknown = try town.log(nil)
    #expect(try broken(town, unknown, Town.at(11), by: Town.cy).isEmpty)
  }

  @Test("a certificate counts up to its last day, by the day of the visit", .verifies("BRD-14"))
  func expiry() throws {
    var town = try Town()
    let order = try town.log("hvac")
    let skills = [Skill(trade: Trade("hvac"), level: 3, expiresOn: Town.day)]
    try town.submit(.editTechnician(Town.ana, EditTechnician(skills: skills)), by: Town.supervisor)
    #expect(try broken(town, order, Town.at(11)).isEmpty)
    let rules = try broken(town, order, Town.at(24 + 9))
    #expect(
      rules.map(\.evidence) == [
        .skill(needed: SkillRequirement(trade: Trade("hvac"), level: 1), held: nil, expiredOn: Town.day)
      ])
    #expect(rules.map(\.severity) == [.block])
    var limits = Limits()
    limits.severities[.skill] = .warn
    try town.submit(.changeOffice(ChangeOffice(limits: limits)), by: Town.owner)
    #expect(try broken(town, order, Town.at(24 + 9)).map(\.severity) == [.warn])
    #expect(town.refusal(of: Town.assign(order, Town.ana, Town.at(24 + 9)), yes: true) == nil)
  }

  @Test("the shift's ends, the usual break and absences are no working time")
  func notWorking() throws {
    var town = try Town()
    let order = try town.log()
    #expect(
      try broken(town, order, Town.at(6), at: Town.at(6)).map(\.evidence) == [
        .notWorking(.outsideShift, until: Town.at(7))
      ])
    #expect(
      try broken(town, order, Town.at(16)).map(\.evidence) == [.notWorking(.outsideShift, until: Town.at(31))]
    )
    #expect(
      try broken(town, order, Town.at(12, 10), at: Town.at(12)).map(\.evidence) == [
        .notWorking(.onBreak, until: Town.at(12, 30))
      ])
    let training = Absence(from: Town.at(11, 30), to: Town.at(14), reason: "training")
    try town.submit(.addAbsence(Town.ana, AddAbsence(training)))
    #expect(
      try broken(town, order, Town.at(11)).map(\.evidence) == [
        .notWorking(.absent("training"), until: Town.at(14))
      ])
    try town.submit(.editTechnician(Town.ana, EditTechnician(isActive: false)), by: Town.supervisor)
    #expect(
      try broken(town, order, Town.at(9), at: Town.at(6)).map(\.evidence) == [
        .notWorking(.inactive, until: nil)
      ])
  }

  @Test(
    "off and unavailable hold until the next shift, a break for half an hour",
    arguments: [
      (Presence.off, BrokenRule.Absent.off, Town.at(31)), (.unavailable, .unavailable, Town.at(31)),
      (.onBreak, .onBreak, Town.at(11, 12))
    ])
  func presence(presence: Presence, absent: BrokenRule.Absent, until: Timestamp) throws {
    var town = try Town()
    let order = try town.log()
    try town.submit(.setPresence(Town.ana, SetPresence(presence, replacing: .available)), by: Town.anaPerson)
    #expect(try broken(town, order, Town.at(11)).map(\.evidence) == [.notWorking(absent, until: until)])
    #expect(try broken(town, order, Town.at(33)).isEmpty)
  }

  @Test("a turn on call is working time for its trade")
  func onCall() throws {
    var town = try Town()
    let order = try town.log("hvac")
    let turn = OnCallTurn(technician: Town.ana, trade: Trade("hvac"), from: Town.at(15, 30), to: Town.at(22))
    try town.submit(.setOnCall(SetOnCall(turn)), by: Town.supervisor)
    #expect(try broken(town, order, Town.at(19)).isEmpty)
    #expect(try broken(town, order, Town.at(15)).isEmpty)
    town.change { $0.skills.append(Skill(trade: Trade("it"), level: 1)) }
    let network = try town.log("it")
    #expect(try broken(town, network, Town.at(19)).map(\.rule) == [.notWorking])
  }

  @Test("the end of the shift, the customer's window and the money limit warn")
  func warnings() throws {
    var town = try Town()
    let window = Town.range(Town.at(9), Town.at(11))
    let order = try town.log { work in
      work.window = window
      work.moneyLimit = Money(hundredths: 10_000)
    }
    #expect(
      try broken(town, order, Town.at(15)).map(\.evidence) == [
        .window(window, arrival: Town.at(15)), .overtime(until: Town.at(16), shiftEnds: Town.at(15, 30))
      ])
    #expect(try broken(town, order, Town.at(11)).isEmpty)
    try town.submit(Town.assign(order, Town.ana, Town.at(11)))
    let report = CompletionReport(did: "looked", cost: Money(hundredths: 10_000))
    try town.submit(.completeVisit(order.id, CompleteVisit(report)), by: Town.anaPerson)
    let rules = try broken(town, order, Town.at(11))
    let limit = Money(hundredths: 10_000)
    #expect(rules.map(\.evidence) == [.moneyLimit(limit, spent: limit)])
    #expect(rules.map(\.severity) == [.warn])
  }

  @Test("the way from the visit before and to the next must fit; a guessed way is no reason")
  func travel() throws {
    var town = try Town()
    let before = try town.assigned(from: Town.at(9), at: Town.hospital)
    let after = try town.assigned(from: Town.at(13), at: Town.hospital)
    let order = try town.log(at: Town.library)
    #expect(try broken(town, order, Town.at(10, 30)).isEmpty)
    #expect(
      try broken(town, order, Town.at(10, 5), at: Town.at(6)).map(\.evidence) == [
        .travel(.minutes(12), from: before.number, available: .minutes(5))
      ])
    #expect(
      try broken(town, order, Town.at(11, 50)).map(\.evidence) == [
        .overBreak(Town.range(Town.at(12), Town.at(12, 30))),
        .travel(.minutes(12), from: after.number, available: .minutes(10))
      ])
    let nowhere = try town.log(at: nil)
    #expect(try broken(town, nowhere, Town.at(10), at: Town.at(6)).isEmpty)
  }

  @Test(
    "a start that is over warns, also on the day before; a visit that stands there may stay",
    .verifies("TML-04"))
  func past() throws {
    var town = try Town()
    let order = try town.log()
    let early = town.now - .minutes(16)
    #expect(try broken(town, order, early, by: Town.ana).contains { $0.evidence == .past(start: early) })
    #expect(try !broken(town, order, town.now - .minutes(14)).contains { $0.rule == .past })
    try town.submit(Town.assign(order, Town.ana, town.now))
    let stands = town.now
    town.now += .hours(1)
    #expect(try !broken(town, order, stands).contains { $0.rule == .past })
    #expect(try broken(town, order, stands - .minutes(15)).contains { $0.rule == .past })
  }

  @Test("what is held is given to nobody unknowingly for today", .verifies("TML-04"))
  func held() throws {
    var town = try Town()
    let order = try town.log()
    try town.submit(.holdWorkOrder(order.id, HoldWorkOrder(reason: .parts, note: "belt on Thursday")))
    let refusal = town.refusal(of: Town.assign(order, Town.ana, Town.at(11)))
    #expect(refusal?.code == "held")
    #expect(town.refusal(of: Town.assign(order, Town.ana, Town.at(11)), yes: true) == nil)
  }

  @Test("a group of commands tells every rule that it would break, not only the first")
  func ofCommands() throws {
    var town = try Town()
    let order = try town.log("lift") { $0.window = Town.range(Town.at(8), Town.at(9)) }
    let command = Town.assign(order, Town.ana, Town.at(15))
    let broken = town.office.brokenRules(of: [command], by: Town.owner, at: town.now)
    #expect(broken.map(\.rule) == [.skill, .outsideWindow, .overtime])
  }

  @Test("what blocks comes first, and needs a reason; what warns needs a yes")
  func severities() throws {
    var town = try Town()
    let order = try town.log("lift") { $0.window = Town.range(Town.at(8), Town.at(9)) }
    #expect(try broken(town, order, Town.at(15)).map(\.rule) == [.skill, .outsideWindow, .overtime])
    let assign = Town.assign(order, Town.ana, Town.at(15))
    #expect(town.refusal(of: assign, yes: true)?.code == "skill")
    #expect(town.refusal(of: assign, override: " ") == .overrideNeedsReason(.skill))
    #expect(town.refusal(of: assign, override: "the only one near") == nil)
    let late = try town.log("hvac")
    #expect(town.refusal(of: Town.assign(late, Town.ana, Town.at(15)))?.code == "overtime")
    let decision = try town.submit(Town.assign(late, Town.ana, Town.at(15)), yes: true)
    #expect(decision.warnings.map(\.rule) == [.overtime])
  }
}
