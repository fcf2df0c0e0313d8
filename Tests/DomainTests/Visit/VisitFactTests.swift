import Domain
import Testing

@Suite("Steps of a visit")
struct VisitFactTests {
  static let report = CompletionReport(did: "belt replaced")

  static func steps(_ id: WorkOrder.ID) -> [(Command, WorkOrderStatus)] {
    [
      (.acceptVisit(id, AcceptVisit()), .accepted), (.startTravel(id, StartTravel()), .travelling),
      (.arriveOnSite(id, ArriveOnSite()), .onSite), (.completeVisit(id, CompleteVisit(report)), .review)
    ]
  }

  @Test("lead one to the next, each once")
  func inOrder() throws {
    var town = try Town()
    let order = try town.assigned(from: Town.at(11))
    for (step, status) in Self.steps(order.id) {
      try town.submit(step, by: Town.anaPerson)
      #expect(try town.order(order).status == status)
      #expect(try town.submit(step, by: Town.anaPerson).events.isEmpty, "a repeated step is the same")
    }
    #expect(try town.order(order).anomalies.isEmpty)
    #expect(try town.technician().lastPlace == LastPlace(site: Town.hospital, at: town.now))
  }

  @Test("a skipped step is accepted with an anomaly", arguments: 1...3)
  func skipped(index: Int) throws {
    var town = try Town()
    let order = try town.assigned(from: Town.at(11))
    let (step, status) = Self.steps(order.id)[index]
    try town.submit(step, by: Town.anaPerson)
    #expect(try town.order(order).status == status)
    #expect(try town.order(order).anomalies.map(\.kind) == [.skippedStep])
  }

  @Test("an answer that comes late does not undo a later step")
  func late() throws {
    var town = try Town()
    let order = try town.assigned(from: Town.at(11))
    try town.submit(.arriveOnSite(order.id, ArriveOnSite()), by: Town.anaPerson)
    try town.submit(.acceptVisit(order.id, AcceptVisit()), by: Town.anaPerson)
    #expect(try town.order(order).status == .onSite)
    #expect(try town.order(order).openVisit?.assignment?.acceptedAt == town.now)
    #expect(try town.submit(.acceptVisit(order.id, AcceptVisit()), by: Town.anaPerson).events.isEmpty)
    try town.submit(.completeVisit(order.id, CompleteVisit(Self.report)), by: Town.anaPerson)
    try town.submit(.startTravel(order.id, StartTravel()), by: Town.anaPerson)
    #expect(try town.order(order).status == .review, "what is done stays done")
  }

  @Test("are refused on work that nobody has", arguments: 0...3)
  func unassigned(index: Int) throws {
    var town = try Town()
    let order = try town.log()
    let refused = Refusal.wrongState(order.number, .triage, wanted: .assigned)
    #expect(town.refusal(of: Self.steps(order.id)[index].0) == refused)
    let taken = try town.assigned(from: Town.at(11))
    try town.submit(.unassignVisit(taken.id, UnassignVisit(replacing: Town.ana)))
    #expect(town.refusal(of: Self.steps(taken.id)[index].0)?.code == "wrongState")
  }

  @Test("of somebody it was taken from go on record and leave the new one alone", arguments: 0...3)
  func taken(index: Int) throws {
    var town = try Town()
    let order = try town.assigned(from: Town.at(11))
    try town.submit(Town.assign(order, Town.bo, Town.at(11), replacing: Town.ana))
    let step = Self.steps(order.id)[index].0
    try town.submit(step, by: Town.anaPerson)
    let after = try town.order(order)
    #expect(after.status == .dispatched)
    #expect(after.technician == Town.bo)
    #expect(after.anomalies.map(\.kind) == [.notTheirs])
    #expect(after.notes.map(\.words) == (index == 3 ? ["belt replaced"] : []))
    #expect(try town.submit(step, by: Town.anaPerson).events.isEmpty)
  }

  @Test("of somebody it was taken from count while nobody has it")
  func takenBack() throws {
    var town = try Town()
    let order = try town.assigned(from: Town.at(11))
    try town.submit(.unassignVisit(order.id, UnassignVisit(replacing: Town.ana)))
    try town.submit(.arriveOnSite(order.id, ArriveOnSite()), by: Town.anaPerson)
    #expect(
      try town.order(order).anomalies.map(\.facts) == [Anomaly.Facts(technician: Town.ana, step: .onSite)])
    #expect(try town.order(order).isUnassigned)
  }

  @Test("after the end are accepted with an anomaly", arguments: 0...3)
  func afterTheEnd(index: Int) throws {
    var town = try Town()
    let order = try town.assigned(from: Town.at(11))
    try town.submit(.cancelWorkOrder(order.id, CancelWorkOrder(reason: .customer, words: "")))
    try town.submit(Self.steps(order.id)[index].0, by: Town.anaPerson)
    #expect(try town.order(order).anomalies.contains { $0.kind == .afterTheEnd })
    #expect(try town.order(order).status == .cancelled)
  }

  @Test("declining and not done need a reason, done needs words")
  func words() throws {
    var town = try Town()
    let order = try town.assigned(from: Town.at(11))
    let number = order.number
    for (command, field) in [
      (Command.declineVisit(order.id, DeclineVisit(reason: " ")), "reason"),
      (.reportNotDone(order.id, ReportNotDone(reason: "")), "reason"),
      (.completeVisit(order.id, CompleteVisit(CompletionReport(did: "\t"))), "did")
    ] {
      #expect(town.refusal(of: command, by: Town.anaPerson) == .missing(.order(number), fields: [field]))
    }
  }

  @Test("a declined visit goes back to the queue, one not done stays with its reason")
  func endings() throws {
    var town = try Town()
    let declined = try town.assigned(from: Town.at(11))
    try town.submit(.declineVisit(declined.id, DeclineVisit(reason: "ill")), by: Town.anaPerson)
    #expect(try town.order(declined).isUnassigned)
    #expect(try town.order(declined).visits.last?.assignment?.reason == "ill")
    try town.submit(Town.assign(declined, Town.bo, Town.at(11)))
    #expect(try town.order(declined).technician == Town.bo)
    let failed = try town.assigned(from: Town.at(13))
    try town.submit(
      .reportNotDone(failed.id, ReportNotDone(reason: "no key", nextStep: "call porter")), by: Town.anaPerson)
    #expect(try town.order(failed).status == .notDone)
    #expect(try town.order(failed).visits.last?.assignment?.nextStep == "call porter")
  }
}
