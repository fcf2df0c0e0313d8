import Domain
import TestSupport
import Testing

@Suite("Office, contracts and the day")
struct OfficeCommandTests {
  private let profile = OfficeProfile(name: "Riverside", zone: "UTC", currency: "EUR")

  private func founding(_ profile: OfficeProfile, first: Int = 1, role: Role = .owner) -> Command {
    let owner = Person(id: Town.owner, handle: "olga", name: Town.name("Olga", 1), role: role)
    return .foundOffice(
      FoundOffice(profile: profile, zone: .utc, firstNumber: first, contracts: [], owner: owner))
  }

  private func refusal(_ command: Command) -> Refusal? {
    let stamp = Stamp(by: Town.owner, at: Town.at(0), console: ConsoleID(high: 7, low: 1))
    do {
      _ = try Office.unfounded.decide(
        Submission(id: Submission.ID(high: 8, low: 1), stamp: stamp, commands: [command]))
      return nil
    } catch { return error }
  }

  @Test("is founded once, with a name, its zone's rules, a first number and an owner", .verifies("ADM-04"))
  func founded() throws {
    #expect(refusal(founding(profile)) == nil)
    #expect(try Town().refusal(of: founding(profile), by: Town.owner) == .taken(.office("Riverside")))
    for change: (inout OfficeProfile) -> Void in [
      { $0.name = " " }, { $0.zone = "Europe/London" }, { $0.currency = "Euro" },
      { $0.kilometresPerHour = 0 },
      { $0.roadFactorHundredths = 99 }, { $0.dayEnds = .endOfDay }
    ] {
      var wrong = profile
      change(&wrong)
      #expect(refusal(founding(wrong))?.code == "missing", "\(wrong)")
    }
    #expect(refusal(founding(profile, first: 0))?.code == "missing")
    #expect(refusal(founding(profile, role: .dispatcher))?.code == "missing")
  }

  @Test("changes to the profile, limits and trades are checked", .verifies("ADM-04"))
  func changes() throws {
    let town = try Town()
    var elsewhere = town.office.profile
    elsewhere.zone = "Mars/Olympus"
    var risk = Limits()
    risk.atRiskPercent = 101
    var accept = Limits()
    accept.acceptWithin = .zero
    var hold = Limits()
    hold.longHoldWorkingDays = 0
    let twice = Taxonomy(entries: [
      Taxonomy.Entry("hvac", estimate: .hours(1), hints: []),
      Taxonomy.Entry("HVAC", estimate: .hours(1), hints: [])
    ])
    let level = Taxonomy(entries: [Taxonomy.Entry("hvac", level: 10, estimate: .hours(1), hints: [])])
    let length = Taxonomy(entries: [Taxonomy.Entry("hvac", estimate: .zero, hints: [])])
    let wrong = [
      ChangeOffice(profile: elsewhere), ChangeOffice(limits: risk), ChangeOffice(limits: accept),
      ChangeOffice(limits: hold), ChangeOffice(trades: twice), ChangeOffice(trades: level),
      ChangeOffice(trades: length)
    ]
    for change in wrong {
      #expect(town.refusal(of: .changeOffice(change), by: Town.owner)?.code == "missing")
    }
    var named = town.office.profile
    named.name = "Seaside"
    #expect(town.refusal(of: .changeOffice(ChangeOffice(profile: named)), by: Town.owner) == nil)
  }

  @Test("a contract has a name, a known zone and targets above zero")
  func contracts() throws {
    let town = try Town()
    var contract = Contract(
      id: Contract.ID(high: 30, low: 1), name: "Gold", tier: .gold, response: .onSite, hours: .always,
      levels: [])
    #expect(town.refusal(of: .changeContract(ChangeContract(contract)), by: Town.owner) == nil)
    contract.timeZone = "Mars/Olympus"
    #expect(town.refusal(of: .changeContract(ChangeContract(contract)), by: Town.owner)?.code == "missing")
    contract.timeZone = nil
    contract.levels = [ServiceLevel(priority: .p1, response: .zero, fix: .hours(1), isRoundTheClock: true)]
    #expect(town.refusal(of: .changeContract(ChangeContract(contract)), by: Town.owner)?.code == "missing")
    contract.levels = []
    contract.name = ""
    #expect(town.refusal(of: .changeContract(ChangeContract(contract)), by: Town.owner)?.code == "missing")
  }

  @Test("the day's end takes what has ended out of the running day, once")
  func closeDay() throws {
    var town = try Town()
    let ended = try town.log()
    let open = try town.log()
    try town.submit(.cancelWorkOrder(ended.id, CancelWorkOrder(reason: .customer, words: "")))
    town.now = Town.at(31)
    let due = town.office.lastDayEnd(at: town.now)
    #expect(due == Town.at(30))
    try town.submit(.closeDay(CloseDay(due: due)))
    #expect(town.office.order(ended.id) == nil)
    #expect(town.office.order(open.id) != nil)
    #expect(try town.submit(.closeDay(CloseDay(due: due))).events.isEmpty)
  }

  @Test("each day that is over is ended, in order, where a fast clock passes several at once")
  func severalEnds() throws {
    var town = try Town()
    #expect(town.office.dayEndsDue(at: Town.at(29)).isEmpty)
    #expect(town.office.dayEndsDue(at: Town.at(30)) == [Town.at(30)])
    let ends = town.office.dayEndsDue(at: Town.at(80))
    #expect(ends == [Town.at(30), Town.at(54), Town.at(78)])
    for end in ends {
      town.now = end
      try town.submit(.closeDay(CloseDay(due: end)))
      #expect(town.office.dayOpenedAt == end)
    }
    #expect(town.office.dayEndsDue(at: Town.at(80)).isEmpty)
    #expect(town.office.dayEndsDue(at: Town.at(80, days: 4_000)).count == 31)
  }

  @Test("work that ended after the day's end stays, however late somebody closes the day")
  func lateClose() throws {
    var town = try Town()
    let early = try town.log()
    let late = try town.log()
    try town.submit(.cancelWorkOrder(early.id, CancelWorkOrder(reason: .customer, words: "")))
    town.now = Town.at(31)
    try town.submit(.cancelWorkOrder(late.id, CancelWorkOrder(reason: .customer, words: "")))
    town.now = Town.at(32)
    try town.submit(.closeDay(CloseDay(due: Town.at(30))))
    #expect(town.office.order(early.id) == nil)
    #expect(town.office.order(late.id) != nil)
    #expect(town.office.dayOpenedAt == Town.at(30))
  }

  @Test("a day is closed at its own end alone, and one that a fast clock closed is opened again")
  func wrongClock() throws {
    var town = try Town()
    let order = try town.log()
    let end = town.office.lastDayEnd(at: town.now)
    for due in [end - .seconds(1), end + .seconds(1), end + .days(1), town.now, end + .days(4_000)] {
      #expect(town.refusal(of: .closeDay(CloseDay(due: due)))?.code == "missing", "\(due.rfc3339)")
    }
    let right = Town.at(31)
    town.now = right + .days(4_000)
    try town.submit(.closeDay(CloseDay(due: town.office.lastDayEnd(at: town.now))))
    #expect(town.office.dayOpenedAt > right)
    town.now = right
    let due = town.office.lastDayEnd(at: right)
    #expect(
      try town.submit(.closeDay(CloseDay(due: due))).events == [.office(.dayEnded(keptFrom: Town.at(24)))])
    #expect(town.office.dayOpenedAt == due)
    #expect(town.office.order(order.id) != nil)
  }
}
