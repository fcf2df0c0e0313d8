import Domain
import TestSupport
import Testing

@testable import Storage

@Suite("Automatic steps in the file")
struct AutomationTests {
  /// An order that a rule has raised, and the receipt of that.
  private func raised() throws -> (SampleOffice, AutomaticStep, Receipt) {
    let office = try SampleOffice()
    try office.submit(SampleOffice.log(1, "leak"))
    try office.submit(.flagWorkOrder(SampleOffice.order(1), FlagWorkOrder(true)))
    let next = try #require(office.file.state.office.automaticSteps(at: .epoch + .days(40_000)).due.first)
    let now = next.dueAt
    let step = try #require(office.file.state.office.automaticSteps(at: now).due.first)
    return (office, step, try office.file.submit(submission(office, step, at: now)))
  }

  private func submission(_ office: SampleOffice, _ step: AutomaticStep, at now: Timestamp) -> Submission {
    let made = office.submission([])
    return Submission(
      id: made.id, stamp: Stamp(by: made.stamp.by, at: now, console: made.stamp.console),
      commands: step.commands, acceptsWarnings: true, automation: step.automation)
  }

  @Test("the entry keeps the rule, and a second console writes none", .verifies("AUT-05"))
  func entryKeepsRule() throws {
    let (office, step, receipt) = try raised()
    let seq = try #require(receipt.seq)
    let entry = try #require(try office.file.entries(since: seq - 1, limit: 1).first)
    #expect(entry.automation == step.automation && entry.commands == step.commands)
    #expect(try office.file.submit(submission(office, step, at: step.dueAt)).seq == nil)
    #expect(try office.file.check().problems.isEmpty)
  }

  @Test("undo passes over it for its own actions, and takes it back by its order", .verifies("AUT-05"))
  func undo() throws {
    let (office, step, _) = try raised()
    func take(_ wish: TakingBack) throws -> Receipt {
      let made = office.submission([], after: 60)
      return try office.file.submit(
        Submission(
          id: made.id,
          stamp: Stamp(by: made.stamp.by, at: step.dueAt + .minutes(1), console: made.stamp.console),
          commands: []),
        takingBack: wish)
    }
    let own = try take(.last)
    #expect(own.takenBack?.commands == [.flagWorkOrder(SampleOffice.order(1), FlagWorkOrder(true))])
    let taken = try take(.order(SampleOffice.order(1), number: 1))
    #expect(taken.takenBack?.automation == step.automation)
    #expect(try office.file.submit(submission(office, step, at: step.dueAt + .minutes(2))).seq == nil)
  }

  @Test(
    "many steps are entries of their own in one commit, and what has waited long enough ends it",
    .verifies("AUT-05"))
  func together() throws {
    let office = try SampleOffice()
    for number in 1...5 as ClosedRange<UInt64> { try office.submit(SampleOffice.log(number, "leak")) }
    let now = Timestamp.epoch + .days(40_000)
    let due = office.file.state.office.automaticSteps(at: now).due
    let first = Array(due.filter { $0.automation.rule == due[0].automation.rule }.prefix(5))
    #expect(first.count == 5)
    let before = office.file.state.seq
    var looked = 0
    let some = try office.file.submitAll(first.map { submission(office, $0, at: now) }) {
      looked += 1
      return looked < 3
    }
    #expect(some.outcomes.count == 2 && office.file.state.seq == before + 2)
    let all = try office.file.submitAll(first.map { submission(office, $0, at: now) })
    #expect(all.outcomes.count == 5 && office.file.state.seq == before + 5)
    #expect(all.outcomes.prefix(2).allSatisfy { if case .same = $0 { true } else { false } })
    let entries = try office.file.entries(since: before, limit: 10)
    #expect(entries.map(\.automation) == first.map(\.automation))
    #expect(try office.file.check().problems.isEmpty)
  }
}
