import Domain
import TestSupport
import Testing

@Suite("Acting on an order that somebody else has claimed")
struct ClaimWarningTests {
  private static func claimed() throws -> (SampleOffice, WorkOrder.ID) {
    var sample = try SampleOffice()
    let id = try sample.log()
    try sample.submit(.claimWorkOrder(id, ClaimWorkOrder(true, replacing: nil)), by: SampleOffice.sam)
    return (sample, id)
  }

  private static func submission(
    _ command: Command, _ sample: SampleOffice, by person: Person.ID, warnings: Bool, claims: Bool?
  ) -> Submission {
    Submission(
      id: Submission.ID(9_000), stamp: Stamp(by: person, at: sample.now, console: ConsoleID(7)),
      commands: [command], acceptsWarnings: warnings, acceptsClaims: claims)
  }

  @Test("warns with who and since when, and goes through once that is known", .verifies("QUE-15"))
  func warns() throws {
    let (sample, id) = try Self.claimed()
    let hold = Command.holdWorkOrder(id, HoldWorkOrder(reason: .parts, note: "waits"))
    let number = try sample.order(id).number
    #expect(
      throws: Refusal.broken(
        BrokenRule(
          rule: .claimed, severity: .warn, order: number, technician: "",
          evidence: .claimed(by: "Sam Lee", since: sample.now)))
    ) {
      try sample.office.decide(
        Self.submission(hold, sample, by: SampleOffice.bea, warnings: true, claims: false))
    }
    let decision = try sample.office.decide(
      Self.submission(hold, sample, by: SampleOffice.bea, warnings: false, claims: true))
    #expect(decision.warnings.map(\.rule) == [.claimed])
    #expect(decision.after.order(id)?.hold != nil)
  }

  @Test(
    "is nothing to whoever has claimed it, and a note, a flag or a fact holds nobody up", .verifies("QUE-15"))
  func holdsNobodyUp() throws {
    let (sample, id) = try Self.claimed()
    let priority = Command.setPriority(id, SetPriority(.p1, reason: "fire", replacing: .p2))
    let own = try sample.office.decide(
      Self.submission(priority, sample, by: SampleOffice.sam, warnings: false, claims: nil))
    #expect(own.warnings.isEmpty)
    for command in [
      Command.addNote(id, AddNote("a word")), .flagWorkOrder(id, FlagWorkOrder(true)),
      .startTravel(id, StartTravel())
    ] {
      do {
        let decision = try sample.office.decide(
          Self.submission(command, sample, by: SampleOffice.bea, warnings: false, claims: nil))
        #expect(decision.warnings.isEmpty)
      } catch Refusal.broken(let broken) {
        Issue.record("\(broken)")
      } catch {
        continue
      }
    }
  }

  @Test("can be forbidden to a role by the office")
  func forbidden() throws {
    var (sample, id) = try Self.claimed()
    var limits = sample.office.limits
    limits.severitiesByRole[.claimed] = [.dispatcher: .forbid]
    try sample.submit(.changeOffice(ChangeOffice(limits: limits)))
    try sample.submit(
      .claimWorkOrder(id, ClaimWorkOrder(true, replacing: SampleOffice.sam)), by: SampleOffice.bea)
    let edit = Command.setPriority(id, SetPriority(.p1, reason: "fire", replacing: .p2))
    #expect(throws: Refusal.self) {
      try sample.office.decide(
        Self.submission(edit, sample, by: SampleOffice.sam, warnings: true, claims: true))
    }
  }
}
