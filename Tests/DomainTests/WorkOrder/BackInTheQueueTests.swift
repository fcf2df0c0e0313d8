import Domain
import TestSupport
import Testing

@Suite("Back in the queue")
struct BackInTheQueueTests {
  @Test("an imported order that its source has reopened is in the queue again")
  func reopenedAtTheSource() throws {
    var sample = try SampleOffice()
    var pump = Equipment(id: Equipment.ID(9), name: "Pump 1", site: SampleOffice.hospital)
    pump.criticality = .normal
    let request = WorkRequest(
      id: WorkRequest.ID(70), words: "leak", urgency: .soon, source: .import, receivedAt: sample.now)
    var logged = LoggedWork(
      id: WorkOrder.ID(70), number: 20_001, request: request, receivedAt: sample.now, summary: "leak",
      priority: .p3)
    logged.trade = Trade("plumbing")
    logged.site = SampleOffice.hospital
    logged.equipment = pump.id
    var work = ImportedWork(logged: logged)
    work.endedAs = .closed
    work.closedAt = sample.now
    try sample.submit(.importWorkOrder(ImportWorkOrder(work, equipment: [pump])))
    #expect(try sample.order(logged.id).status == .closed)
    #expect(sample.office.equipment(pump.id)?.history.count == 1)
    work.endedAs = nil
    work.closedAt = nil
    let again = Command.importWorkOrder(ImportWorkOrder(work))
    try sample.submit(again, after: .hours(1))
    let order = try sample.order(logged.id)
    #expect(order.ending == nil && order.pastEndings.count == 1 && !order.isEnded)
    #expect(Board(sample.office, now: sample.now).queue.map(\.id) == [logged.id])
    #expect(sample.office.equipment(pump.id)?.history.isEmpty == true)
    #expect(try sample.submit(again, after: .hours(1)).events.isEmpty)
  }

  /// A call of another system, and how it came there.
  private static func lamp(_ source: Source, at receivedAt: Timestamp) -> ImportedWork {
    let request = WorkRequest(
      id: WorkRequest.ID(72), words: "lamp", urgency: .soon, source: source, receivedAt: receivedAt)
    return ImportedWork(
      logged: LoggedWork(
        id: WorkOrder.ID(72), number: 20_001, request: request, receivedAt: receivedAt, summary: "lamp",
        priority: .p4))
  }

  @Test(
    "what an old file left open is raised by no rule until somebody takes it up here, however it once came",
    .verifies("TRI-04"), arguments: [Source.import, .phone])
  func rests(source: Source) throws {
    var sample = try SampleOffice()
    let work = Self.lamp(source, at: sample.now)
    try sample.submit(.importWorkOrder(ImportWorkOrder(work)))
    sample.now += sample.office.limits.riseAfter
    #expect(
      sample.office.automaticSteps(at: sample.now).due.allSatisfy { $0.automation.rule != .ageEscalation })
    try sample.submit(.addNote(work.logged.id, AddNote("seen")))
    #expect(
      sample.office.automaticSteps(at: sample.now).due.contains { $0.automation.rule == .ageEscalation })
  }

  @Test("a call that is logged here is raised like any other, though its source is said to be an import")
  func loggedAsImport() throws {
    var sample = try SampleOffice()
    let request = WorkRequest(
      id: WorkRequest.ID(73), words: "lamp", urgency: .soon, source: .import, receivedAt: sample.now)
    let id = try sample.log("lamp", priority: .p4) { $0.request = request }
    #expect(try sample.order(id).source == .import)
    sample.now += sample.office.limits.riseAfter
    #expect(
      sample.office.automaticSteps(at: sample.now).due.contains { $0.automation.rule == .ageEscalation })
  }

  @Test("an imported call is not ended by who may only log calls, one that was logged here is")
  func noNewCall() throws {
    var sample = try SampleOffice()
    let hal = Person(
      id: Person.ID(9), handle: "hal", name: PersonalText(id: Identifier(9), words: "Hal Day"),
      role: .helpdesk)
    try sample.submit(.addPerson(AddPerson(hal)))
    let work = Self.lamp(.phone, at: sample.now)
    try sample.submit(.importWorkOrder(ImportWorkOrder(work)))
    let end = CancelWorkOrder(reason: .advice, words: "")
    #expect(throws: Refusal.notAllowed(.cancelWork, role: .helpdesk)) {
      try sample.submit(.cancelWorkOrder(work.logged.id, end), by: hal.id)
    }
    let logged = try sample.log("asks for a price")
    try sample.submit(.cancelWorkOrder(logged, end), by: hal.id)
    #expect(try sample.order(logged).status == .cancelled)
  }

  @Test("an order whose priority a rule once raised keeps it when the same is imported again")
  func raisedHere() throws {
    var sample = try SampleOffice()
    let request = WorkRequest(
      id: WorkRequest.ID(71), words: "lamp", urgency: .soon, source: .import, receivedAt: sample.now)
    var work = ImportedWork(
      logged: LoggedWork(
        id: WorkOrder.ID(71), number: 20_001, request: request, receivedAt: sample.now, summary: "lamp",
        priority: .p4))
    func imported() -> Command { .importWorkOrder(ImportWorkOrder(work)) }
    try sample.submit(imported())
    let rise = RaisePriority(to: .p3, because: .age(since: sample.now), replacing: .p4)
    try sample.submit(.raisePriority(work.logged.id, rise))
    #expect(try sample.order(work.logged.id).priority == .p3)
    #expect(try sample.submit(imported()).events.isEmpty)
    #expect(try sample.order(work.logged.id).promisedPriority == .p4)
    work.logged.priority = .p1
    try sample.submit(imported())
    #expect(try sample.order(work.logged.id).priority == .p1)
    #expect(try sample.order(work.logged.id).agreedPriority == nil)
  }

  @Test("an order that was put off and then given for an earlier day comes back when it is declined")
  func postponed() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    let today = sample.office.today(at: sample.now)
    let friday = today.adding(days: 3)
    try sample.submit(.postponeWorkOrder(id, PostponeWorkOrder(to: friday, replacing: nil)))
    let before = try sample.order(id)
    let assignment = AssignVisit(
      visit: sample.newVisit(), technician: SampleOffice.ana, start: sample.now, replacing: nil)
    let decision = try sample.submit(.assignVisit(id, assignment))
    #expect(try sample.order(id).postponedTo == nil)
    let undone = try sample.office.deciding(decision.inverse, at: sample.now).after
    #expect(undone.order(id)?.postponedTo == friday)
    #expect(undone.order(id)?.technician == nil && undone.order(id)?.visits == before.visits)
    try sample.submit(
      .declineVisit(id, DeclineVisit(reason: "no tools")), by: SampleOffice.person(SampleOffice.ana))
    #expect(Board(sample.office, now: sample.now).queue.map(\.id) == [id])
  }

  @Test(
    "moving a visit to a day before the one that it was put off to ends that, and its undo brings it back")
  func moved() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    let friday = sample.office.today(at: sample.now).adding(days: 3)
    try sample.submit(.postponeWorkOrder(id, PostponeWorkOrder(to: friday, replacing: nil)))
    let late = sample.now + .days(3)
    try sample.assign(id, at: late)
    #expect(try sample.order(id).postponedTo == friday)
    let decision = try sample.submit(
      .moveVisit(
        id, MoveVisit(start: sample.now, replacingStart: late, replacingTechnician: SampleOffice.ana)))
    #expect(try sample.order(id).postponedTo == nil)
    let undone = try sample.office.deciding(decision.inverse, at: sample.now, override: "x").after
    #expect(undone.order(id)?.postponedTo == friday && undone.order(id)?.openVisit?.start == late)
  }
}
