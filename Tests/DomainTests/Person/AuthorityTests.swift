import Domain
import Testing

@Suite("Who may do what")
struct AuthorityTests {
  private func person(_ role: Role) -> Person.ID {
    switch role {
    case .owner: Town.owner
    case .dispatcher: Town.dispatcher
    case .supervisor: Town.supervisor
    case .technician: Town.anaPerson
    case .helpdesk: Town.helpdesk
    case .auditor: Town.auditor
    }
  }

  private func isAllowed(_ command: Command, by person: Person.ID, in office: Office) -> Bool {
    do {
      try office.authorize(command, by: person)
      return true
    } catch { return false }
  }

  @Test(
    "every role on every command, on a technician's own work",
    arguments: CommandName.allCases)
  func matrix(name: CommandName) throws {
    var town = try Town()
    let order = try town.assigned(from: Town.at(11))
    let command = name.sample(on: order)
    #expect(CommandName(command) == name)
    for role in Role.allCases {
      let expected = role == .owner || name.mayBeGivenBy.contains(role)
      #expect(isAllowed(command, by: person(role), in: town.office) == expected, "\(role) \(name)")
    }
  }

  @Test("a technician on others' work may do nothing", arguments: CommandName.allCases)
  func othersWork(name: CommandName) throws {
    var town = try Town()
    let order = try town.assigned(Town.bo, from: Town.at(11), at: Town.library)
    guard name != .foundOffice else { return }
    let command = name.sample(on: order, Town.bo)
    #expect(!isAllowed(command, by: Town.anaPerson, in: town.office), "\(name)")
  }

  @Test("work that was a technician's and was taken from him stays his to report on")
  func wasTheirs() throws {
    var town = try Town()
    let order = try town.assigned(from: Town.at(11))
    try town.submit(Town.assign(order, Town.bo, Town.at(11), replacing: Town.ana))
    for name in [CommandName.arriveOnSite, .completeVisit, .addNote] {
      #expect(isAllowed(name.sample(on: order), by: Town.anaPerson, in: town.office))
    }
    let untold = try town.assigned(from: Town.at(33))
    try town.submit(Town.assign(untold, Town.bo, Town.at(33), replacing: Town.ana))
    #expect(!isAllowed(CommandName.addNote.sample(on: untold), by: Town.anaPerson, in: town.office))
  }

  @Test("nobody unknown may do anything, and a refusal changes nothing")
  func unknown() throws {
    var town = try Town()
    let order = try town.log()
    let ghost = Person.ID(high: 1, low: 999)
    for name in CommandName.allCases where name != .foundOffice {
      #expect(!isAllowed(name.sample(on: order), by: ghost, in: town.office))
    }
    #expect(town.refusal(of: .addNote(order.id, AddNote("x")), by: ghost) == .notFound(.person("")))
  }

  @Test("helpdesk corrects what a caller said, and neither price, skills nor promise")
  func callersWords() throws {
    var town = try Town()
    let order = try town.log()
    for field in WorkOrder.Field.allCases {
      let edit = Command.editWorkOrder(
        order.id, EditWorkOrder([FieldChange(field, from: nil, to: .plain("x"))]))
      let isCallers = ![.trade, .service, .skills, .estimate, .nte].contains(field)
      #expect(isAllowed(edit, by: Town.helpdesk, in: town.office) == isCallers, "\(field)")
      #expect(isAllowed(edit, by: Town.dispatcher, in: town.office))
    }
    var work = LoggedWork(
      id: WorkOrder.ID(high: 6, low: 1), number: 0, request: order.requests[0], receivedAt: town.now,
      summary: "x",
      priority: .p3)
    #expect(isAllowed(.logWorkOrder(LogWorkOrder(work)), by: Town.helpdesk, in: town.office))
    work.moneyLimit = Money(hundredths: 1)
    #expect(!isAllowed(.logWorkOrder(LogWorkOrder(work)), by: Town.helpdesk, in: town.office))
  }

  @Test("a group is refused whole when one of its commands is")
  func group() throws {
    var town = try Town()
    let own = try town.assigned(from: Town.at(11))
    let other = try town.assigned(Town.bo, from: Town.at(11))
    let before = town.office
    #expect(throws: Refusal.notAllowed(.note, role: .technician)) {
      try town.submit(
        .addNote(own.id, AddNote("mine")), .addNote(other.id, AddNote("not mine")), by: Town.anaPerson)
    }
    #expect(town.office == before)
  }
}
