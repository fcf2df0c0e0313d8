import Domain
import Sync
import TestSupport
import Testing

@Suite("Whose change stood in the way of a refused one")
struct ObstacleTests {
  private static let other = WorkOrder.ID(high: 4, low: 2)

  /// A second order, logged by the first desk as its command of this number.
  private static func logOther(in store: any LogStore) throws {
    let request = WorkRequest(
      id: WorkRequest.ID(high: 7, low: 2), words: "no light", urgency: .today, source: .phone,
      receivedAt: Stores.start)
    let work = LoggedWork(
      id: other, number: 20_002, request: request, receivedAt: Stores.start, summary: "no light",
      priority: .p3)
    try push([.logWorkOrder(LogWorkOrder(work))], id: 1, count: 1, desk: 0, to: store)
  }

  @discardableResult private static func push(
    _ commands: [Command], id: UInt64, count: Int, desk: Int, asking: Bool = false, to store: any LogStore
  ) throws -> PushAnswer {
    let submission = Submission(
      id: Submission.ID(high: 8, low: id),
      stamp: Stamp(by: TwoDesks.people[desk], at: Stores.start, console: TwoDesks.consoles[desk]),
      commands: commands, acceptsWarnings: !asking)
    return try TwoDesks.push(
      [try WaitingCommand(submission, count: count, answered: 0)], TwoDesks.registrar(desk), to: store)
  }

  private static func assign(_ order: WorkOrder.ID) -> Command {
    .assignVisit(
      order,
      AssignVisit(
        visit: Visit.ID(high: 11, low: order.low), technician: TwoDesks.technicians[0],
        start: Stores.start + .hours(2), length: .minutes(60), replacing: nil))
  }

  @Test(
    "two visits of one technician at one time: a conflict with both authors and the hour at which he is free",
    .verifies("EXC-13"), arguments: Stores.allCases)
  func doubleBooking(kind: Stores) throws {
    try kind.with { store in
      try TwoDesks.found(store)
      try Self.logOther(in: store)
      try Self.push([Self.assign(Self.other)], id: 2, count: 2, desk: 0, to: store)
      try Self.push([.addNote(Self.other, AddNote("rings first"))], id: 3, count: 3, desk: 0, to: store)
      try Self.push([Self.assign(TwoDesks.order)], id: 4, count: 1, desk: 1, asking: true, to: store)
      let page = try TwoDesks.page(of: store)
      let conflict = try #require(TwoDesks.office(page).openConflicts.first)
      guard case .broken(let broken) = conflict.refusal,
        case .overlap(20_002, _, let freeFrom) = broken.evidence
      else {
        Issue.record("\(conflict.refusal)")
        return
      }
      #expect(freeFrom == Stores.start + .hours(3))
      #expect(conflict.person == TwoDesks.people[1] && conflict.theirs?.person == TwoDesks.people[0])
      // The note that came after the assignment is not what stood in the way.
      #expect(conflict.theirs?.entry == page.entries.count - 2)
    }
  }

  @Test("nobody's where the command was wrong by itself", arguments: Stores.allCases)
  func nobody(kind: Stores) throws {
    try kind.with { store in
      try TwoDesks.found(store)
      try Self.push([Self.assign(Self.other)], id: 1, count: 1, desk: 1, to: store)
      let conflict = try #require(TwoDesks.office(try TwoDesks.page(of: store)).openConflicts.first)
      #expect(conflict.theirs == nil)
    }
  }
}
