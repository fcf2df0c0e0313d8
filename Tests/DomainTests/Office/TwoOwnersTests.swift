import Domain
import TestSupport
import Testing

@Suite("Two who change the settings")
struct TwoOwnersTests {
  private func change(_ office: Office, _ change: (inout Limits) -> Void) -> Command {
    var limits = office.limits
    change(&limits)
    return .changeOffice(ChangeOffice(of: office, limits: limits))
  }

  @Test(
    "both have their way where they change different limits, and an undo leaves the other's",
    .verifies("ADM-04"))
  func limits() throws {
    var town = try Town()
    let seen = town.office
    let first = try town.submit(change(seen) { $0.acceptWithin = .minutes(20) }, by: Town.owner)
    try town.submit(
      change(seen) {
        $0.severities[.overlap] = .warn
        $0.turn(.unseenOffer, on: true)
        $0.fixTargetPercent = 80
      }, by: Town.owner)
    var expected = seen.limits
    expected.acceptWithin = .minutes(20)
    expected.severities[.overlap] = .warn
    expected.turn(.unseenOffer, on: true)
    expected.fixTargetPercent = 80
    #expect(town.office.limits == expected)
    for command in first.inverse { try town.submit(command, by: Town.owner) }
    expected.acceptWithin = seen.limits.acceptWithin
    #expect(town.office.limits == expected)
  }

  @Test("the second is refused who changes the same limit, rule, trade or contract", .verifies("ADM-04"))
  func same() throws {
    var town = try Town()
    let seen = town.office
    try town.submit(change(seen) { $0.acceptWithin = .minutes(20) }, by: Town.owner)
    #expect(
      town.refusal(of: change(seen) { $0.acceptWithin = .minutes(25) }, by: Town.owner)
        == .changedSince(.office("Riverside"), field: "acceptWithin", now: "20m"))
    try town.submit(change(seen) { $0.severities[.overlap] = .warn }, by: Town.owner)
    #expect(
      town.refusal(of: change(seen) { $0.severities[.overlap] = .forbid }, by: Town.owner)
        == .changedSince(.office("Riverside"), field: "rule.overlap", now: "warn"))
    var (one, other) = (seen.trades, seen.trades)
    one.entries[0].estimate = .minutes(10)
    other.entries[0].level = 3
    other.entries[1].level = 3
    try town.submit(.changeOffice(ChangeOffice(of: seen, trades: one)), by: Town.owner)
    #expect(
      town.refusal(of: .changeOffice(ChangeOffice(of: seen, trades: other)), by: Town.owner)?.code
        == "changedSince")
    other.entries[0] = seen.trades.entries[0]
    try town.submit(.changeOffice(ChangeOffice(of: seen, trades: other)), by: Town.owner)
    #expect(
      town.office.trades.entries[0].estimate == .minutes(10) && town.office.trades.entries[1].level == 3)
  }

  @Test("a contract and a technician's skills are changed by field, or refused")
  func records() throws {
    var town = try Town()
    let contract = Contract(
      id: Contract.ID(high: 30, low: 1), name: "Gold", tier: .gold, response: .onSite, hours: .always,
      levels: [])
    try town.submit(.changeContract(ChangeContract(contract)), by: Town.owner)
    var (one, other) = (contract, contract)
    one.name = "Golden"
    other.response = .assigned
    let first = try town.submit(.changeContract(ChangeContract(one, replacing: contract)), by: Town.owner)
    try town.submit(.changeContract(ChangeContract(other, replacing: contract)), by: Town.owner)
    for command in first.inverse { try town.submit(command, by: Town.owner) }
    #expect(town.office.contract(contract.id) == other)
    let held = try town.technician().skills
    let skills = [Skill(trade: Trade("doors"), level: 1)]
    let third = EditTechnician(
      skills: [Skill(trade: Trade("lift"), level: 1)], replacingSkills: held)
    let edit = try town.submit(
      .editTechnician(Town.ana, EditTechnician(skills: skills, replacingSkills: held)), by: Town.owner)
    #expect(
      town.refusal(of: .editTechnician(Town.ana, third), by: Town.owner)
        == .changedSince(.technician("ana"), field: "skills", now: "doors:1"))
    for command in edit.inverse { try town.submit(command, by: Town.owner) }
    #expect(try town.technician().skills == held)
  }

  @Test("a technician's working week is changed by day, or refused")
  func week() throws {
    var town = try Town()
    func edit(_ hours: String, over seen: OpeningHours) throws -> Command {
      .editTechnician(Town.ana, EditTechnician(hours: try OpeningHours(hours), replacingHours: seen))
    }
    let seen = try OpeningHours("Mon-Fri 07:00-15:00")
    try town.submit(.editTechnician(Town.ana, EditTechnician(hours: seen)), by: Town.owner)
    let friday = try town.submit(
      edit("Mon-Thu 07:00-15:00, Fri 07:00-12:00", over: seen), by: Town.owner)
    try town.submit(edit("Mon 09:00-15:00, Tue-Fri 07:00-15:00, Sat 08:00-10:00", over: seen), by: Town.owner)
    #expect(
      try town.technician().hours?.text
        == "Mon 09:00-15:00, Tue-Thu 07:00-15:00, Fri 07:00-12:00, Sat 08:00-10:00")
    #expect(
      town.refusal(of: try edit("Mon 10:00-15:00, Tue-Fri 07:00-15:00", over: seen), by: Town.owner)
        == .changedSince(
          .technician("ana"), field: "hours",
          now: "Mon 09:00-15:00, Tue-Thu 07:00-15:00, Fri 07:00-12:00, Sat 08:00-10:00"))
    for command in friday.inverse { try town.submit(command, by: Town.owner) }
    #expect(try town.technician().hours?.text == "Mon 09:00-15:00, Tue-Fri 07:00-15:00, Sat 08:00-10:00")
  }

  @Test("no field is forgotten: each one alone is taken over from what two have changed")
  func complete() {
    #expect(Mirror(reflecting: Limits()).children.count == 24)
    #expect(Mirror(reflecting: OfficeProfile(name: "", zone: "", currency: "")).children.count == 6)
  }
}
