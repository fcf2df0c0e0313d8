import Domain
import TestSupport
import Testing

/// An alert counts from the instant at which its cause began to hold, never from something older about the order.
@Suite("Since when an alert is so")
struct AlertAgeTests {
  private func since(_ kind: Alert.Kind, _ sample: SampleOffice) -> Timestamp? {
    Board(sample.office, now: sample.now).alerts.first { $0.id.kind == kind }?.since
  }

  @Test("nobody has it: from when it was taken up again, or released", .verifies("QUE-08"))
  func nobody() throws {
    var sample = try SampleOffice()
    let id = try sample.log(priority: .p1)
    #expect(since(.p1Unassigned, sample) == sample.now)
    sample.now += .minutes(10)
    try sample.submit(.holdWorkOrder(id, HoldWorkOrder(reason: .access, note: "no key")))
    try sample.submit(.releaseWorkOrder(id, ReleaseWorkOrder(visit: Visit.ID(7_001))), after: .minutes(5))
    #expect(since(.p1Unassigned, sample) == sample.now)
    sample.now += .minutes(10)
    try sample.submit(.cancelWorkOrder(id, CancelWorkOrder(reason: .customer, words: "")))
    let again = try sample.submit(
      .reopenWorkOrder(id, ReopenWorkOrder(reason: "wanted after all", visit: nil)), after: .hours(1))
    let takenUp = sample.now
    sample.now += .minutes(1)
    #expect(since(.p1Unassigned, sample) == takenUp)
    for command in again.inverse { try sample.submit(command) }
    #expect(try sample.order(id).pastEndings.isEmpty, "an undo leaves it as it had ended")
  }

  @Test(
    "a clock that was missed before the end counts anew where the work is taken up again", .verifies("QUE-08")
  )
  func missed() throws {
    var sample = try SampleOffice()
    let id = try sample.log(priority: .p2)
    sample.now += .days(3)
    try sample.submit(.cancelWorkOrder(id, CancelWorkOrder(reason: .customer, words: "")))
    try sample.submit(
      .reopenWorkOrder(id, ReopenWorkOrder(reason: "wanted after all", visit: nil)), after: .hours(1))
    #expect(since(.breached, sample) == sample.now)
  }

  @Test("nobody comes: from when that was noted, not from midnight", .verifies("EXC-05"))
  func away() throws {
    var sample = try SampleOffice()
    let id = try sample.log(priority: .p3)
    try sample.assign(id, at: sample.now + .days(1))
    let absence = Absence(from: sample.now + .hours(20), to: sample.now + .hours(30), reason: "ill")
    try sample.submit(.addAbsence(SampleOffice.ana, AddAbsence(absence)), after: .minutes(30))
    #expect(since(.technicianAway, sample) == sample.now)
    try sample.submit(
      .addAbsence(SampleOffice.ana, AddAbsence(absence, isRemoved: true)), after: .minutes(30))
    #expect(since(.technicianAway, sample) == nil, "it is the same absence, whenever it was noted")
  }
}
