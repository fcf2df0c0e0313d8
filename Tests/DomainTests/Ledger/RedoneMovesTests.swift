import Domain
import TestSupport
import Testing

@Suite("Doing a group again")
struct RedoneMovesTests {
  @Test(
    "an assignment for which others made room is judged with them, and gives the same boards",
    .verifies("UX-05"))
  func redo() throws {
    var sample = try SampleOffice()
    let first = try sample.log(priority: .p3)
    let second = try sample.log(priority: .p3)
    let urgent = try sample.log(priority: .p1)
    try sample.assign(first, at: sample.now + .minutes(18), length: .minutes(30))
    try sample.assign(second, at: sample.now + .minutes(60), length: .minutes(30))
    let start = sample.now + .minutes(18)
    func later(_ id: WorkOrder.ID, by span: Span) throws -> Command {
      let visit = try #require(try sample.order(id).openVisit)
      return .moveVisit(
        id,
        MoveVisit(
          start: visit.start.map { $0 + span }, replacingStart: visit.start,
          replacingTechnician: SampleOffice.ana))
    }
    let commands: [Command] = [
      try later(second, by: .hours(2)), try later(first, by: .hours(1)),
      .assignVisit(
        urgent,
        AssignVisit(
          visit: Visit.ID(7_001), technician: SampleOffice.ana, start: start, length: .minutes(30),
          replacing: nil))
    ]
    func submission(_ number: UInt64, _ commands: [Command], _ reversal: Reversal? = nil) -> Submission {
      Submission(
        id: Submission.ID(number), stamp: Stamp(by: SampleOffice.bea, at: sample.now, console: ConsoleID(1)),
        commands: commands, reversal: reversal, isJudgedTogether: reversal == nil,
        undoes: reversal.map { _ in sample.now })
    }
    let done = try sample.office.decide(submission(9_001, commands))
    let undone = try done.after.decide(submission(9_002, done.inverse, .undoes(Submission.ID(9_001))))
    #expect(Board(undone.after, now: sample.now) == Board(sample.office, now: sample.now))
    let redone = try undone.after.decide(submission(9_003, undone.inverse, .redoes(Submission.ID(9_002))))
    #expect(Board(redone.after, now: sample.now) == Board(done.after, now: sample.now))
  }
}
