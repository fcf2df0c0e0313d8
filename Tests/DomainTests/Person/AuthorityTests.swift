import TestSupport
import Testing

@testable import Domain

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
    case .parts: Town.parts
    case .billing: Town.billing
    case .quality: Town.quality
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

  @Test(
    "what is asked before the command is known is answered as the command is",
    .verifies("USR-03"), arguments: CommandName.allCases)
  func asked(name: CommandName) throws {
    var town = try Town()
    let own = try town.assigned(from: Town.at(11))
    let others = try town.assigned(Town.bo, from: Town.at(11), at: Town.library)
    let taken = try town.assigned(from: Town.at(33))
    try town.submit(Town.assign(taken, Town.bo, Town.at(33), replacing: Town.ana))
    try town.submit(
      .editPerson(
        Town.auditor, EditPerson([FieldChange(.status, from: .plain("active"), to: .plain("left"))])),
      by: Town.supervisor)
    for order in [own, others, taken] {
      let command = name.sample(on: order)
      // What goes by its contents beside its kind is asked with its contents alone.
      guard command.orders == [order.id],
        command.rule.permissions(of: person(.dispatcher), in: town.office) == [command.permission]
      else {
        continue
      }
      for role in Role.allCases {
        let isSaid: Bool
        do throws(Refusal) {
          try town.office.authorize(
            command.permission, on: town.office.order(order.id), by: person(role))
          isSaid = true
        } catch { isSaid = false }
        #expect(
          isSaid == isAllowed(command, by: person(role), in: town.office), "\(role) \(name) \(order.number)")
      }
    }
  }

  @Test(
    "the parts desk acts on what is held for parts, quality and billing on what is done", .verifies("USR-02"))
  func scopes() throws {
    var town = try Town()
    let order = try town.assigned(from: Town.at(11))
    let release = Command.releaseWorkOrder(order.id, ReleaseWorkOrder(visit: Visit.ID(9)))
    let close = Command.closeWorkOrder(order.id, CloseWorkOrder())
    #expect(!isAllowed(release, by: Town.parts, in: town.office))
    try town.submit(.holdWorkOrder(order.id, HoldWorkOrder(reason: .access, note: "no key")))
    #expect(!isAllowed(release, by: Town.parts, in: town.office))
    try town.submit(.releaseWorkOrder(order.id, ReleaseWorkOrder(visit: Visit.ID(9))))
    try town.submit(.holdWorkOrder(order.id, HoldWorkOrder(reason: .parts, note: "belt")))
    #expect(isAllowed(release, by: Town.parts, in: town.office))
    for person in [Town.quality, Town.billing] { #expect(!isAllowed(close, by: person, in: town.office)) }
    let price = Command.editWorkOrder(
      order.id, EditWorkOrder([FieldChange(.nte, from: nil, to: .plain("90"))]))
    #expect(isAllowed(price, by: Town.billing, in: town.office))
    #expect(!isAllowed(price, by: Town.quality, in: town.office))
    #expect(!isAllowed(price, by: Town.helpdesk, in: town.office))
    try town.submit(release, by: Town.parts)
    try town.submit(.arriveOnSite(order.id, ArriveOnSite()))
    try town.submit(.completeVisit(order.id, CompleteVisit(CompletionReport(did: "new belt"))))
    let rework = Command.returnForRework(order.id, ReturnForRework(reason: "leaks", visit: Visit.ID(10)))
    for (person, isTheirs) in [(Town.quality, true), (Town.billing, true), (Town.parts, false)] {
      #expect(isAllowed(close, by: person, in: town.office) == isTheirs)
      #expect(isAllowed(rework, by: person, in: town.office) == isTheirs)
    }
  }

  @Test("a call is the helpdesk's to end until somebody takes it up", .verifies("INT-24"))
  func newCall() throws {
    var town = try Town()
    let original = try town.log()
    let call = try town.log()
    let wrong = Command.cancelWorkOrder(call.id, CancelWorkOrder(reason: .wrongNumber, words: ""))
    let again = Command.markDuplicate(call.id, MarkDuplicate(of: original.id))
    try town.submit(.addNote(call.id, AddNote("Way in: keys at desk")), by: Town.helpdesk)
    for end in [wrong, again] { #expect(isAllowed(end, by: Town.helpdesk, in: town.office)) }
    try town.submit(.claimWorkOrder(call.id, ClaimWorkOrder(true, replacing: nil)))
    for end in [wrong, again] { #expect(!isAllowed(end, by: Town.helpdesk, in: town.office)) }
    let given = try town.assigned(from: Town.at(11))
    try town.submit(.unassignVisit(given.id, UnassignVisit(replacing: Town.ana)))
    let late = Command.cancelWorkOrder(given.id, CancelWorkOrder(reason: .advice, words: ""))
    #expect(!isAllowed(late, by: Town.helpdesk, in: town.office))
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
