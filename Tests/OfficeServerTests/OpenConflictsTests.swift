import Domain
import HTTPTypes
import HummingbirdTesting
import Storage
import Sync
import TestSupport
import Testing

@testable import OfficeServer

@Suite("What is open of what one console was refused")
struct OpenConflictsTests {
  private static let owner = Person.ID(high: 7, low: 1)

  /// Has a console claim orders that nobody has, by its numbers; what the office answers.
  private static func push(
    _ numbers: ClosedRange<Int>, from desk: Int, to served: ServedFile
  ) async throws -> HTTPResponse.Status {
    let commands = try numbers.map { number in
      let order = WorkOrder.ID(high: 44 + UInt64(desk), low: UInt64(number))
      let submission = Submission(
        id: Submission.ID(high: 70 + UInt64(desk), low: UInt64(number)),
        stamp: Stamp(by: ServedFile.people[desk], at: ServedFile.start, console: ServedFile.consoles[desk]),
        commands: [.claimWorkOrder(order, ClaimWorkOrder(true, replacing: nil))])
      return try WaitingCommand(submission, count: number, answered: 0)
    }
    let push = Push(log: ServedFile.identity.log, epoch: ServedFile.identity.epoch, commands: commands)
    return try await served.ask(
      .post, "/v2/push", authorization: "Bearer token-\(desk)", body: CompactEncoder().encode(push)
    ).status
  }

  @Test("has an end: nothing more is taken of it until some is settled, and others go on", .verifies("UX-06"))
  func limit() async throws {
    let served = try ServedFile()
    var open: [Conflict] { served.file.state.office.openConflicts }
    #expect(try await Self.push(1...199, from: 0, to: served) == .ok)
    #expect(try await Self.push(200...200, from: 0, to: served) == .ok)
    #expect(open.count == 200)
    let entries = served.file.state.seq
    #expect(try await Self.push(201...201, from: 0, to: served) == .tooManyRequests)
    #expect(served.file.state.seq == entries && open.count == 200)
    #expect(try await Self.push(1...1, from: 1, to: served) == .ok)
    #expect(open.count == 201)
    let first = try #require(open.first { $0.console == ServedFile.consoles[0] })
    try served.file.submit(
      Submission(
        id: Submission.ID(high: 78, low: 1),
        stamp: Stamp(by: Self.owner, at: ServedFile.start, console: ServedFile.identity.console),
        commands: [.settleConflict(SettleConflict(first.id, .keep))]))
    #expect(try await Self.push(201...201, from: 0, to: served) == .ok)
    #expect(try await Self.push(202...202, from: 0, to: served) == .tooManyRequests)
  }

  /// A technician who was given the only order, and what his console pushes: each command by itself, from the number on.
  private struct Field {
    static let (order, visit) = (WorkOrder.ID(high: 4, low: 1), Visit.ID(high: 11, low: 1))
    static let (person, technician) = (Person.ID(high: 10, low: 1), Technician.ID(high: 3, low: 1))
    static let console = ConsoleID(high: 5, low: 9)

    let served: ServedFile

    init() throws {
      served = try ServedFile()
      let ana = Technician(
        id: Self.technician, handle: "ana",
        name: PersonalText(id: Identifier(high: 9, low: 9), words: "Ana"), hours: .always)
      let request = WorkRequest(
        id: WorkRequest.ID(high: 7, low: 1), words: "no heat", urgency: .today, source: .phone,
        receivedAt: ServedFile.start)
      let commands: [Command] = [
        .addTechnician(AddTechnician(ana, person: Self.person)),
        .logWorkOrder(
          LogWorkOrder(
            LoggedWork(
              id: Self.order, number: 20_001, request: request, receivedAt: ServedFile.start,
              summary: "no heat", priority: .p2))),
        .assignVisit(
          Self.order,
          AssignVisit(
            visit: Self.visit, technician: Self.technician, start: ServedFile.start, length: .minutes(60),
            replacing: nil))
      ]
      for (index, command) in commands.enumerated() {
        try served.file.submit(
          Submission(
            id: Submission.ID(high: 79, low: UInt64(index)),
            stamp: Stamp(
              by: OpenConflictsTests.owner, at: ServedFile.start, console: ServedFile.identity.console),
            commands: [command], acceptsWarnings: true))
      }
      try served.file.enrol(
        Self.person, code: "field", until: ServedFile.start + .hours(1), by: ServedFile.people[0])
      _ = try served.file.admit(code: "field", as: Self.console, token: "token-field")
    }

    func push(_ commands: [Command], from first: Int) async throws -> HTTPResponse.Status {
      let waiting = try commands.enumerated().map { index, command in
        let told = Submission(
          id: Submission.ID(high: 80, low: UInt64(first + index)),
          stamp: Stamp(by: Self.person, at: ServedFile.start, console: Self.console), commands: [command])
        return try WaitingCommand(told, count: first + index, answered: 0)
      }
      let push = Push(log: ServedFile.identity.log, epoch: ServedFile.identity.epoch, commands: waiting)
      return try await served.ask(
        .post, "/v2/push", authorization: "Bearer token-field", body: CompactEncoder().encode(push)
      ).status
    }
  }

  @Test("counts nothing that waits for its visit: that locks no technician out", .verifies("UX-06"))
  func waiting() async throws {
    let field = try Field()
    var open: [Conflict] { field.served.file.state.office.openConflicts }
    let early = (1...60).map { number in
      Command.addNote(WorkOrder.ID(high: 44, low: UInt64(number)), AddNote("dog in the yard"))
    }
    #expect(try await field.push(early, from: 1) == .ok)
    #expect(open.count { $0.isAwaiting(in: field.served.file.state.office) } == 60)
    // Each but the first says otherwise what he did, and somebody has to look at it.
    let reports = (0...199).map { number in
      Command.completeVisit(
        Field.order, CompleteVisit(CompletionReport(did: "lamp \(number)"), visit: Field.visit))
    }
    #expect(try await field.push(reports, from: 61) == .ok)
    #expect(open.count == 60 + 199)
    let more = { (number: Int) in
      Command.completeVisit(
        Field.order, CompleteVisit(CompletionReport(did: "belt \(number)"), visit: Field.visit))
    }
    #expect(try await field.push([more(1)], from: 261) == .ok)
    #expect(open.count == 60 + 200)
    #expect(try await field.push([more(2)], from: 262) == .tooManyRequests)
  }
}
