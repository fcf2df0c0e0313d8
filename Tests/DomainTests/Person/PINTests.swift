import Domain
import TestSupport
import Testing

@Suite("A person's PIN", .verifies("USR-06"))
struct PINTests {
  private let sealed = PersonalText(id: .init(high: 9, low: 300), words: "sealed")

  private func leave(_ id: Person.ID, _ from: String = "active", _ to: String = "left") -> Command {
    .editPerson(id, EditPerson([FieldChange(.status, from: .plain(from), to: .plain(to))]))
  }

  @Test("is set by its owner or by who manages people, an owner's by an owner")
  func whoSets() throws {
    var town = try Town()
    try town.submit(.setPIN(Town.auditor, SetPIN(sealed)), by: Town.auditor)
    #expect(town.office.person(Town.auditor)?.pin == sealed)
    #expect(
      town.refusal(of: .setPIN(Town.auditor, SetPIN(nil)), by: Town.dispatcher)
        == .notAllowed(.managePeople, role: .dispatcher))
    #expect(
      town.refusal(of: .setPIN(Town.owner, SetPIN(sealed)), by: Town.supervisor)
        == .notAllowed(.manageOffice, role: .supervisor))
    try town.submit(.setPIN(Town.auditor, SetPIN(nil)), by: Town.supervisor)
    #expect(town.office.person(Town.auditor)?.pin == nil)
  }

  @Test("is a fact: on record with who set it, without a way back, and nothing when it is so already")
  func fact() throws {
    var town = try Town()
    let set = try town.submit(.setPIN(Town.helpdesk, SetPIN(sealed)), by: Town.supervisor)
    #expect(set.events == [.person(Town.helpdesk, .pinSet(sealed))] && set.inverse.isEmpty)
    #expect(try town.submit(.setPIN(Town.helpdesk, SetPIN(sealed)), by: Town.supervisor).events.isEmpty)
    #expect(
      try town.submit(.setPIN(Town.helpdesk, SetPIN(nil)), by: Town.supervisor).events
        == [.person(Town.helpdesk, .pinRemoved)])
  }

  @Test("is no use to somebody who has left: he does nothing until he is back", .verifies("USR-01"))
  func left() throws {
    var town = try Town()
    let order = try town.log()
    try town.submit(leave(Town.dispatcher), by: Town.supervisor)
    let handle = town.office.person(Town.dispatcher)?.handle ?? ""
    #expect(
      town.refusal(of: .addNote(order.id, AddNote("x")), by: Town.dispatcher) == .personLeft(handle))
    #expect(
      town.refusal(of: .setPIN(Town.dispatcher, SetPIN(sealed)), by: Town.supervisor) == .personLeft(handle))
    #expect(throws: Refusal.personLeft(handle)) { try town.office.acting(Town.dispatcher) }
    try town.submit(leave(Town.dispatcher, "left", "active"), by: Town.supervisor)
    #expect(town.refusal(of: .addNote(order.id, AddNote("x")), by: Town.dispatcher) == nil)
  }

  @Test("the last owner cannot leave, and a technician off the board acts no more")
  func lastOwner() throws {
    var town = try Town()
    #expect(town.refusal(of: leave(Town.owner), by: Town.owner) == .inUse(.person("olga")))
    try town.submit(.editTechnician(Town.ana, EditTechnician(isActive: false)), by: Town.owner)
    #expect(throws: Refusal.personLeft("ana")) { try town.office.acting(Town.anaPerson) }
  }
}
