import Domain
import Sync
import TestSupport
import Testing

@Suite("A push on its way")
struct PushCodingTests {
  private static func travelled(_ push: Push) throws -> Push {
    try CompactDecoder().decode(Push.self, from: CompactEncoder().encode(push))
  }

  private static func assigning(_ number: Int, at: Timestamp = Stores.start) throws -> WaitingCommand {
    let random = { UInt64.random(in: 0 ... .max) }
    let command = Command.assignVisit(
      WorkOrder.ID(high: random(), low: random()),
      AssignVisit(
        visit: Visit.ID(high: random(), low: random()), technician: TwoDesks.technicians[number % 2],
        start: at + .hours(1), length: .minutes(60), replacing: nil))
    let submission = Submission(
      id: Submission.ID(high: random(), low: random()),
      stamp: Stamp(by: TwoDesks.people[1], at: at, console: TwoDesks.consoles[1]), commands: [command],
      acceptsWarnings: true)
    return try WaitingCommand(submission, count: number, answered: 3)
  }

  /// An undo that says all that somebody may say.
  private static func undo(_ number: Int) throws -> WaitingCommand {
    let submission = Submission(
      id: Submission.ID(high: 8, low: 78),
      stamp: Stamp(by: TwoDesks.people[1], at: Stores.start, console: TwoDesks.consoles[1]),
      commands: [.unassignVisit(TwoDesks.order, UnassignVisit(replacing: TwoDesks.technicians[0]))],
      override: "storm", acceptsWarnings: true, acceptsClaims: false,
      reversal: .undoes(Submission.ID(high: 8, low: 79)), isJudgedTogether: true,
      undoes: Stores.start - .minutes(5))
    return try WaitingCommand(submission, count: number, answered: 3)
  }

  @Test("says what each command wants and when, and leaves to the session who gives it")
  func same() throws {
    let unreadable = WaitingCommand(
      count: 6, answered: 4, submission: Submission.ID(high: 8, low: 77), body: [1, 2, 3])
    let sent = try [
      Self.assigning(5), unreadable, Self.assigning(7, at: Stores.start - .days(2)),
      Self.assigning(9, at: Timestamp(seconds: .max)), Self.undo(10)
    ]
    let push = Push(log: Stores.log, epoch: Stores.epoch, commands: sent)
    let came = try Self.travelled(push)
    #expect(came.log == push.log && came.epoch == push.epoch)
    #expect(came.commands.map(\.count) == [5, 6, 7, 9, 10])
    #expect(came.commands.map(\.answered) == [3, 4, 3, 3, 3])
    #expect(came.commands.map(\.submission) == sent.map(\.submission))
    for (came, sent) in zip(came.commands, sent) where sent.submission != unreadable.submission {
      let (came, sent) = (try #require(came.decoded), try #require(sent.decoded))
      let signed = Submission(
        id: came.id, stamp: sent.stamp, commands: came.commands, override: came.override,
        acceptsWarnings: came.acceptsWarnings, acceptsClaims: came.acceptsClaims, reversal: came.reversal,
        automation: came.automation, acceptedWarnings: came.acceptedWarnings,
        isJudgedTogether: came.isJudgedTogether, undoes: came.undoes)
      #expect(signed == sent && came.stamp.at == sent.stamp.at)
      #expect(came.stamp.by != sent.stamp.by && came.stamp.console != sent.stamp.console)
    }
    #expect(came.commands[1].decoded == nil && came.commands[1].body == unreadable.body)
    #expect(try Self.travelled(Push(log: Stores.log, epoch: Stores.epoch, commands: [])).commands.isEmpty)
  }

  @Test("takes 110 bytes for a typical command")
  func small() throws {
    let sent = try (1...100).map { try Self.assigning($0, at: Stores.start + .seconds(Int64($0 * 20))) }
    let bytes = try CompactEncoder().encode(Push(log: Stores.log, epoch: Stores.epoch, commands: sent))
    #expect(bytes.count / 100 <= 110, "\(bytes.count / 100)")
  }

  @Test("with numbers that no console can have is refused whole", arguments: [Int.max, .min])
  func numbers(number: Int) throws {
    let odd = WaitingCommand(
      count: number, answered: 0, submission: Submission.ID(high: 8, low: 1), body: [1])
    let bytes = try CompactEncoder().encode(Push(log: Stores.log, epoch: Stores.epoch, commands: [odd]))
    #expect(throws: CompactCodingError.self) { try CompactDecoder().decode(Push.self, from: bytes) }
  }
}
