import Domain
import TestSupport
import Testing

@Suite("Person's record")
struct PersonCommandTests {
  private let new = Person.ID(high: 1, low: 50)

  private func person(_ handle: String, _ role: Role = .helpdesk, name: String = "New") -> Person {
    Person(id: new, handle: handle, name: Town.name(name, 50), role: role)
  }

  private func edit(_ id: Person.ID, _ field: Person.Field, _ from: String?, _ to: String?) -> Command {
    .editPerson(
      id, EditPerson([FieldChange(field, from: from.map { .plain($0) }, to: to.map { .plain($0) })]))
  }

  @Test("is added once, under a handle of his own and a name", .verifies("ADM-04"))
  func added() throws {
    var town = try Town()
    try town.submit(.addPerson(AddPerson(person("kim"))), by: Town.supervisor)
    #expect(try town.submit(.addPerson(AddPerson(person("kim"))), by: Town.supervisor).events.isEmpty)
    var twin = person("kim")
    twin = Person(id: Person.ID(high: 1, low: 51), handle: twin.handle, name: twin.name, role: .helpdesk)
    #expect(town.refusal(of: .addPerson(AddPerson(twin)), by: Town.owner) == .taken(.person("kim")))
    let town2 = try Town()
    #expect(town2.refusal(of: .addPerson(AddPerson(person("k m"))), by: Town.owner)?.code == "missing")
    #expect(
      town2.refusal(of: .addPerson(AddPerson(person("kim", name: " "))), by: Town.owner)
        == .missing(.person("kim"), fields: ["name"]))
  }

  @Test("is no technician that is not there or is somebody else")
  func technician() throws {
    let town = try Town()
    var ghost = person("kim", .technician)
    ghost.technician = Technician.ID(high: 2, low: 99)
    #expect(town.refusal(of: .addPerson(AddPerson(ghost)), by: Town.owner)?.code == "notFound")
    ghost.technician = Town.ana
    #expect(town.refusal(of: .addPerson(AddPerson(ghost)), by: Town.owner) == .taken(.person("ana")))
  }

  @Test("only an owner makes or changes an owner")
  func owners() throws {
    var town = try Town()
    let refused = Refusal.notAllowed(.manageOffice, role: .supervisor)
    #expect(town.refusal(of: .addPerson(AddPerson(person("kim", .owner))), by: Town.supervisor) == refused)
    #expect(
      town.refusal(of: edit(Town.supervisor, .role, "supervisor", "owner"), by: Town.supervisor) == refused)
    #expect(town.refusal(of: edit(Town.owner, .handle, "olga", "mine"), by: Town.supervisor) == refused)
    try town.submit(edit(Town.supervisor, .role, "supervisor", "owner"), by: Town.owner)
    #expect(town.office.person(Town.supervisor)?.role == .owner)
  }

  @Test("the last owner stays one")
  func lastOwner() throws {
    var town = try Town()
    let step = edit(Town.owner, .role, "owner", "dispatcher")
    #expect(town.refusal(of: step, by: Town.owner) == .inUse(.person("olga")))
    try town.submit(edit(Town.supervisor, .role, "supervisor", "owner"), by: Town.owner)
    #expect(town.refusal(of: step, by: Town.owner) == nil)
  }

  @Test("refuses roles that are none, handles that are taken, and people that are not there")
  func edits() throws {
    let town = try Town()
    #expect(
      town.refusal(of: edit(Town.helpdesk, .role, "helpdesk", "king"), by: Town.owner)?.code == "missing")
    #expect(
      town.refusal(of: edit(Town.helpdesk, .handle, "hal", "bea"), by: Town.owner) == .taken(.person("bea")))
    #expect(town.refusal(of: edit(Town.helpdesk, .handle, "hal", nil), by: Town.owner)?.code == "missing")
    #expect(
      town.refusal(of: edit(new, .handle, nil, "x"), by: Town.owner) == .notFound(.person(new.description)))
    #expect(
      town.refusal(of: edit(Town.helpdesk, .handle, "old", "x"), by: Town.owner)
        == .changedSince(.person("hal"), field: "handle", now: "hal"))
  }
}
