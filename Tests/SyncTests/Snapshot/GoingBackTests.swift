import Domain
import Foundation
import Storage
import Sync
import TestSupport
import Testing

@Suite("Going back to what a restored office has")
struct GoingBackTests {
  /// The bytes that a change wrote to a file that nobody else has open.
  private static func written(
    _ path: String, _ clock: SnapshotTests.Clock, _ body: (OfficeFile) throws -> Void
  )
    throws -> Int
  {
    let file = try OfficeFile(opening: path, options: clock.options)
    defer { file.close() }
    try body(file)
    return try Data(contentsOf: URL(filePath: path + "-wal")).count
  }

  /// What an office did is lost; the console goes back and is compared with it, and with a console that folds all anew.
  private static func lose(
    _ office: OfficeFile, _ console: OfficeFile, _ clock: SnapshotTests.Clock, _ doings: () throws -> Void
  ) throws {
    let backup = office.path + ".backup"
    try office.backup(to: backup)
    try doings()
    try JoinedFileTests.sync(console, with: office)
    let restored = try OlderWorkTests.goBack(console, to: backup, beside: office, clock)
    defer { restored.close() }
    #expect(try SnapshotTests.isSame(console, as: restored))
    let found = try OlderWorkTests.found(console)
    let isWhole = try console.takenOver()?.hasAllOrders ?? true
    #expect(try isWhole ? found == OlderWorkTests.found(restored) : found.count == 2)
    for number in found {
      #expect(try console.order(number: number) == restored.order(number: number))
    }
    try console.rebuild()
    #expect(try SnapshotTests.isSame(console, as: restored) && OlderWorkTests.found(console) == found)
  }

  @Test("writes no more of older work than what the lost entries were about", .verifies("UX-06"))
  func writesLittle() throws {
    try OlderWorkTests.old(120) { office, console, clock in
      _ = try OlderWorkTests.fetch(console, office, bytes: 1 << 20)
      let backup = office.path + ".backup"
      try office.backup(to: backup)
      try OlderWorkTests.act(.addNote(OlderWorkTests.order(1), AddNote("lost")), at: office, clock.now)
      try JoinedFileTests.sync(console, with: office)
      console.close()
      let back = try Self.written(console.path, clock) { console in
        try OlderWorkTests.goBack(console, to: backup, beside: office, clock).close()
        #expect(try console.order(id: OlderWorkTests.order(1))?.notes.isEmpty == true)
      }
      let anew = try Self.written(console.path, clock) { try $0.rebuild() }
      #expect(back * 3 < anew)
    }
  }

  @Test("takes back what happened to older work, its duplicates, records and lists", arguments: [false, true])
  func takesBack(withHistory: Bool) throws {
    try OlderWorkTests.old(3) { office, console, clock in
      if withHistory { _ = try OlderWorkTests.fetch(console, office, bytes: 1 << 20) }
      try Self.lose(office, console, clock) {
        for command: Command in [
          .reopenWorkOrder(OlderWorkTests.order(1), ReopenWorkOrder(reason: "again", visit: nil)),
          .addNote(OlderWorkTests.order(2), AddNote("lost")),
          .addNote(TwoDesks.order, AddNote("lost too")),
          .markDuplicate(TwoDesks.order, MarkDuplicate(of: OlderWorkTests.order(1)))
        ] {
          try OlderWorkTests.act(command, at: office, clock.now)
        }
        let customer = Customer(id: Customer.ID(high: 12, low: 1), name: "Giraffe Ltd", tier: .standard)
        try OlderWorkTests.act(.addCustomer(AddCustomer(customer)), at: office, clock.now)
        clock.now = clock.now + .days(1)
        let due = office.state.office.lastDayEnd(at: clock.now)
        try OlderWorkTests.act(.closeDay(CloseDay(due: due)), at: office, clock.now)
      }
    }
  }

  @Test(
    "gives an original the words of its duplicate back that were taken off it, long after both have ended")
  func duplicates() throws {
    try SnapshotTests.joined { office, console, clock in
      try JoinedFileTests.sync(console, with: office)
      try OlderWorkTests.grow(office, 2, clock) { number in
        if number == 1 { return .markDuplicate(OlderWorkTests.order(1), MarkDuplicate(of: TwoDesks.order)) }
        try OlderWorkTests.act(OlderWorkTests.cancel(2), at: office, clock.now)
        return .cancelWorkOrder(TwoDesks.order, CancelWorkOrder(reason: .notNeeded, words: "done"))
      }
      try JoinedFileTests.sync(console, with: office)
      #expect(console.state.office.orders.isEmpty)
      try Self.lose(office, console, clock) {
        try OlderWorkTests.act(
          .reopenWorkOrder(OlderWorkTests.order(1), ReopenWorkOrder(reason: "another one", visit: nil)),
          at: office,
          clock.now)
        #expect(try office.order(id: TwoDesks.order)?.requests.count == 1)
      }
      #expect(try console.order(id: TwoDesks.order)?.requests.count == 2)
    }
  }
}
