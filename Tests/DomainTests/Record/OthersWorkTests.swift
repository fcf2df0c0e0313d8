import Domain
import TestSupport
import Testing

@Suite("What others did meanwhile")
struct OthersWorkTests {
  private func refusal(of decision: Decision, in sample: SampleOffice) -> Refusal? {
    do {
      _ = try sample.office.deciding(decision.inverse, at: sample.now)
      return nil
    } catch { return error }
  }

  @Test("another hold than the one that was put on stays when that is undone", .verifies("UX-05"))
  func hold() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    let bea = try sample.submit(.holdWorkOrder(id, HoldWorkOrder(reason: .parts, note: "belt")))
    let release = try sample.submit(
      .releaseWorkOrder(id, ReleaseWorkOrder(visit: nil)), by: SampleOffice.sam, after: .hours(1))
    // Taken off and put back by an undo it is the same hold, whenever it began.
    let back = try sample.office.deciding(release.inverse, at: sample.now)
    #expect(throws: Never.self) { try back.after.deciding(bea.inverse, at: sample.now) }
    try sample.submit(
      .holdWorkOrder(id, HoldWorkOrder(reason: .approval, note: "over the limit")), by: SampleOffice.sam)
    #expect(refusal(of: bea, in: sample) == .changedSince(.order(20_001), field: "hold", now: "approval"))
  }

  @Test("another end than the one that was put on record stays when that is undone", .verifies("UX-05"))
  func ending() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    let bea = try sample.submit(.cancelWorkOrder(id, CancelWorkOrder(reason: .customer, words: "")))
    try sample.submit(
      .reopenWorkOrder(id, ReopenWorkOrder(reason: "he wants it", visit: nil)), by: SampleOffice.sam)
    let closing = try sample.submit(
      .closeWorkOrder(id, CloseWorkOrder(resolution: "by phone")), by: SampleOffice.sam)
    #expect(
      refusal(of: bea, in: sample) == .changedSince(.order(20_001), field: "status", now: "closed (sam)"))
    #expect(refusal(of: closing, in: sample) == nil)
  }

  @Test("an order that somebody has got since its reopening does not end with the undo of that")
  func reopening() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    try sample.submit(.closeWorkOrder(id, CloseWorkOrder(resolution: "by phone")))
    let bea = try sample.submit(
      .reopenWorkOrder(id, ReopenWorkOrder(reason: "again", visit: sample.newVisit())))
    #expect(refusal(of: bea, in: sample) == nil)
    try sample.assign(id)
    #expect(refusal(of: bea, in: sample) == .changedSince(.order(20_001), field: "technician", now: "ana"))
    try sample.submit(.arriveOnSite(id, ArriveOnSite()))
    try sample.submit(.reportNotDone(id, ReportNotDone(reason: "no key")))
    #expect(refusal(of: bea, in: sample) == .changedSince(.order(20_001), field: "technician", now: "ana"))
  }

  @Test("an order that somebody has been given is not cancelled by the undo of its call", .verifies("UX-05"))
  func log() throws {
    var sample = try SampleOffice()
    let id = WorkOrder.ID(77)
    let request = WorkRequest(
      id: WorkRequest.ID(77), words: "dead", urgency: .now, source: .phone, receivedAt: sample.now)
    let work = LoggedWork(
      id: id, number: 20_001, request: request, receivedAt: sample.now, summary: "dead", priority: .p2)
    let bea = try sample.submit(.logWorkOrder(LogWorkOrder(work)))
    #expect(refusal(of: bea, in: sample) == nil)
    try sample.assign(id)
    #expect(refusal(of: bea, in: sample) == .changedSince(.order(20_001), field: "technician", now: "ana"))
    try sample.submit(.arriveOnSite(id, ArriveOnSite()))
    #expect(refusal(of: bea, in: sample) == .changedSince(.order(20_001), field: "technician", now: "ana"))
  }

  @Test("lines that others have added stay on the handover when a taking over or a removal is undone")
  func handover() throws {
    var town = try Town()
    let (first, second) = (HandoverLine.ID(high: 77, low: 1), HandoverLine.ID(high: 77, low: 2))
    func change(_ change: ChangeHandover.Change) -> Command { .changeHandover(ChangeHandover(change)) }
    try town.submit(change(.add(first, words: "gate B")))
    for undone in [ChangeHandover.Change.remove(first), .take] {
      var other = town
      try other.submit(change(.read(HandoverSection.allCases)))
      let decision = try other.submit(change(undone))
      try other.submit(change(.add(second, words: "phone broken")), by: Town.supervisor)
      let back = try other.office.decide(other.submission(decision.inverse))
      #expect(back.after.handover.lines.map(\.id) == [first, second])
      #expect(back.after.handover.taken == nil)
      let again = try back.after.decide(other.submission(back.inverse))
      #expect(again.after.handover == other.office.handover)
    }
    try town.submit(change(.read(HandoverSection.allCases)))
    let decision = try town.submit(change(.take))
    try town.submit(change(.read(HandoverSection.allCases)), by: Town.supervisor)
    try town.submit(change(.take), by: Town.supervisor)
    #expect(throws: Refusal.changedSince(.office("Riverside"), field: "desk", now: "sam")) {
      try town.office.decide(town.submission(decision.inverse))
    }
  }

  @Test("an edit of a place, a customer or a technician takes back only what it changed", .verifies("UX-05"))
  func edits() throws {
    var sample = try SampleOffice()
    try sample.submit(
      .editSite(
        SampleOffice.hospital, EditSite([FieldChange(.parking, from: nil, to: .plain("yard"))])))
    let both = EditSite([
      FieldChange(.parking, from: nil, to: .plain("yard")),
      FieldChange(.hazards, from: nil, to: .plain("dog"))
    ])
    let site = try sample.submit(.editSite(SampleOffice.hospital, both))
    #expect(
      site.inverse == [
        .editSite(SampleOffice.hospital, EditSite([FieldChange(.hazards, from: .plain("dog"), to: nil)]))
      ])
    let team = FieldChange(Technician.Field.team, from: .plain("b"), to: .plain("a"))
    let zone = FieldChange(Technician.Field.zone, from: .plain("north"), to: .plain("south"))
    let technician = try sample.submit(.editTechnician(SampleOffice.ana, EditTechnician([team, zone])))
    #expect(
      technician.inverse == [
        .editTechnician(
          SampleOffice.ana, EditTechnician([FieldChange(.zone, from: .plain("south"), to: .plain("north"))]))
      ])
    let credit = FieldChange(Customer.Field.credit, from: nil, to: .plain("hold"))
    try sample.submit(.editCustomer(SampleOffice.mercy, EditCustomer([credit])))
    let tier = FieldChange(Customer.Field.tier, from: .plain("gold"), to: .plain("silver"))
    let customer = try sample.submit(.editCustomer(SampleOffice.mercy, EditCustomer([credit, tier])))
    #expect(
      customer.inverse == [
        .editCustomer(
          SampleOffice.mercy, EditCustomer([FieldChange(.tier, from: .plain("silver"), to: .plain("gold"))]))
      ])
  }

  @Test("a priority that somebody sets while the triage stands open is not overwritten", .verifies("TRI-01"))
  func triage() throws {
    var sample = try SampleOffice()
    let id = try sample.log(priority: .p3) { $0.priorityIsConfirmed = false }
    try sample.submit(
      .setPriority(id, SetPriority(.p1, reason: "boss", replacing: .p3)), by: SampleOffice.sam)
    let triage = TriageWorkOrder(priority: .p3, reason: "as proposed", replacingPriority: .p3)
    #expect(throws: Refusal.changedSince(.order(20_001), field: "priority", now: "P1")) {
      try sample.submit(.triageWorkOrder(id, triage))
    }
    try sample.submit(.triageWorkOrder(id, TriageWorkOrder(replacingPriority: .p3)))
    let order = try sample.order(id)
    #expect(order.priority == .p1 && order.triagedAt != nil)
  }
}
