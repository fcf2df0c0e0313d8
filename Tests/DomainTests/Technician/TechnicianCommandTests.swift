import Domain
import TestSupport
import Testing

@Suite("Technician's record")
struct TechnicianCommandTests {
  private func technician(_ handle: String, _ change: (inout Technician) -> Void = { _ in }) -> Technician {
    var one = Technician(id: Technician.ID(high: 2, low: 50), handle: handle, name: Town.name("New", 50))
    change(&one)
    return one
  }

  private func add(_ technician: Technician, person: UInt64 = 150) -> Command {
    .addTechnician(AddTechnician(technician, person: Person.ID(high: 1, low: person)))
  }

  @Test("is added with the person who signs in as him, once")
  func added() throws {
    var town = try Town()
    let new = technician("dee")
    try town.submit(add(new), by: Town.supervisor)
    #expect(town.office.person(Person.ID(high: 1, low: 150))?.technician == new.id)
    #expect(town.office.person(Person.ID(high: 1, low: 150))?.role == .technician)
    #expect(try town.submit(add(new), by: Town.supervisor).events.isEmpty)
  }

  @Test(
    "refuses handles that are no single word", .verifies("ADM-04"),
    arguments: ["", "two words", "a/b", "\u{1B}[2J", String(repeating: "a", count: 41)])
  func handles(handle: String) throws {
    #expect(try Town().refusal(of: add(technician(handle)), by: Town.owner)?.code == "missing")
  }

  @Test("refuses a handle or a person that somebody has, and an empty name", .verifies("ADM-04"))
  func taken() throws {
    let town = try Town()
    #expect(town.refusal(of: add(technician("ana")), by: Town.owner) == .taken(.person("ana")))
    #expect(town.refusal(of: add(technician("dee"), person: 1), by: Town.owner) == .taken(.person("olga")))
    let nameless = technician("dee") { $0.name = Town.name("  ", 50) }
    #expect(town.refusal(of: add(nameless), by: Town.owner) == .missing(.technician("dee"), fields: ["name"]))
  }

  @Test("refuses levels outside 1 to 9, trades without a name or given twice", .verifies("ADM-04"))
  func skills() throws {
    let town = try Town()
    let wrong = [
      [Skill(trade: Trade("hvac"), level: 0)], [Skill(trade: Trade("hvac"), level: 10)],
      [Skill(trade: Trade(" "), level: 1)],
      [Skill(trade: Trade("hvac"), level: 1), Skill(trade: Trade("HVAC"), level: 2)]
    ]
    for skills in wrong {
      #expect(
        town.refusal(of: add(technician("dee") { $0.skills = skills }), by: Town.owner)?.code == "missing")
      let edit = EditTechnician(skills: skills)
      #expect(town.refusal(of: .editTechnician(Town.ana, edit), by: Town.owner)?.code == "missing")
    }
    let nine = technician("dee") { $0.skills = [Skill(trade: Trade("hvac"), level: 9)] }
    #expect(town.refusal(of: add(nine), by: Town.owner) == nil)
  }

  @Test("refuses shifts and breaks that overlap", .verifies("ADM-04"))
  func hours() throws {
    let town = try Town()
    let hours = try OpeningHours("Mon 08:00-12:00 11:00-14:00")
    let twice = technician("dee") { $0.hours = hours }
    #expect(town.refusal(of: add(twice), by: Town.owner)?.code == "missing")
    let breaks = FieldChange(
      Technician.Field.breaks, from: .plain("12:00-12:30"), to: .plain("12:00-13:00, 12:30-14:00"))
    #expect(
      town.refusal(of: .editTechnician(Town.ana, EditTechnician([breaks])), by: Town.owner)?.code == "missing"
    )
    let intervals = ["08:00-12:00", "11:00-13:00"].compactMap { OpenInterval($0) }
    let shift = SetShift(day: Town.day, intervals: intervals)
    #expect(town.refusal(of: .setShift(Town.ana, shift), by: Town.owner)?.code == "missing")
  }

  @Test("a new name or handle goes to the person who signs in, and from him to the technician")
  func inStep() throws {
    var town = try Town()
    let handle = FieldChange(Technician.Field.handle, from: .plain("ana"), to: .plain("ana.ruiz"))
    let decision = try town.submit(.editTechnician(Town.ana, EditTechnician([handle])), by: Town.supervisor)
    #expect(town.office.person(Town.anaPerson)?.handle == "ana.ruiz")
    for command in decision.inverse { try town.submit(command, by: Town.supervisor) }
    #expect(town.office.person(Town.anaPerson)?.handle == "ana")
    let person = FieldChange(Person.Field.handle, from: .plain("ana"), to: .plain("anna"))
    try town.submit(.editPerson(Town.anaPerson, EditPerson([person])), by: Town.supervisor)
    #expect(try town.technician().handle == "anna")
    let taken = FieldChange(Technician.Field.handle, from: .plain("anna"), to: .plain("bo"))
    #expect(
      town.refusal(of: .editTechnician(Town.ana, EditTechnician([taken])), by: Town.supervisor)
        == .taken(.person("bo")))
  }

  @Test("is not let go while he has work")
  func deactivate() throws {
    var town = try Town()
    let order = try town.assigned(from: Town.at(11))
    let leave = Command.editTechnician(Town.ana, EditTechnician(isActive: false))
    #expect(town.refusal(of: leave, by: Town.owner) == .inUse(.order(order.number)))
    try town.submit(.unassignVisit(order.id, UnassignVisit(replacing: Town.ana)))
    try town.submit(leave, by: Town.owner)
    #expect(try !town.technician().isActive)
    #expect(town.refusal(of: .addNote(order.id, AddNote("hello")), by: Town.anaPerson)?.code == "notAllowed")
    try town.submit(.editTechnician(Town.ana, EditTechnician(isActive: true)), by: Town.owner)
    #expect(try town.technician().isActive)
  }

  @Test("refuses absences that end before they begin and takes back what is known")
  func absences() throws {
    var town = try Town()
    let backwards = Absence(from: Town.at(2), to: Town.at(2), reason: "x")
    #expect(town.refusal(of: .addAbsence(Town.ana, AddAbsence(backwards)))?.code == "missing")
    let sick = Absence(from: Town.at(1), to: Town.at(2), reason: "sick")
    try town.submit(.addAbsence(Town.ana, AddAbsence(sick)))
    #expect(try town.submit(.addAbsence(Town.ana, AddAbsence(sick))).events.isEmpty)
    try town.submit(.addAbsence(Town.ana, AddAbsence(sick, isRemoved: true)))
    #expect(try town.technician().absences.isEmpty)
    #expect(try town.submit(.addAbsence(Town.ana, AddAbsence(sick, isRemoved: true))).events.isEmpty)
  }

  @Test("every command refuses a technician that is not there")
  func unknown() throws {
    let town = try Town()
    let id = Technician.ID(high: 2, low: 99)
    let absence = Absence(from: Town.at(1), to: Town.at(2), reason: "sick")
    let commands: [Command] = [
      .editTechnician(id, EditTechnician(isActive: false)),
      .setShift(id, SetShift(day: Town.day, intervals: nil)),
      .addAbsence(id, AddAbsence(absence)), .setPresence(id, SetPresence(.off, replacing: nil))
    ]
    for command in commands {
      #expect(town.refusal(of: command, by: Town.owner) == .notFound(.technician(id.description)))
    }
  }
}
