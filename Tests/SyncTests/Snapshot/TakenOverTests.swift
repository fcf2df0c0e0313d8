import Domain
import Foundation
import Storage
import Sync
import TestSupport
import Testing

@Suite("What a console took over from its office")
struct TakenOverTests {
  /// Ends the order, and the day with it.
  private static func end(_ office: OfficeFile, id: UInt64) throws {
    try SnapshotTests.act(
      .cancelWorkOrder(TwoDesks.order, CancelWorkOrder(reason: .notNeeded, words: "all is well")), id: id,
      at: office)
    let next = Stores.start + .days(1)
    try office.submit(
      Submission(
        id: Submission.ID(high: 8, low: id + 1),
        stamp: Stamp(by: TwoDesks.owner, at: next, console: ConsoleID(high: 1, low: 3)),
        commands: [.closeDay(CloseDay(due: office.state.office.lastDayEnd(at: next)))]))
    #expect(office.state.office.order(TwoDesks.order) == nil)
  }

  @Test("has no old work; where that comes up again it comes along, and all states are the same")
  func recalled() throws {
    try SnapshotTests.joined { office, console, clock in
      try Self.end(office, id: 80)
      clock.now = Stores.start + .days(40)
      try SnapshotTests.take(console, from: office)
      #expect(try console.order(id: TwoDesks.order) == nil)
      #expect(console.state.office == office.state.office)
      try JoinedFileTests.sync(console, with: office)
      let before = console.state.seq
      try SnapshotTests.act(.addNote(TwoDesks.order, AddNote("they rang")), id: 90, at: office)
      try SnapshotTests.act(
        .reopenWorkOrder(TwoDesks.order, ReopenWorkOrder(reason: "it is cold again", visit: nil)), id: 91,
        at: office)
      try SnapshotTests.act(TwoDesks.assign(to: 0, at: 1), id: 92, at: office)
      try JoinedFileTests.sync(console, with: office)
      #expect(console.state.office.order(TwoDesks.order)?.technician == TwoDesks.technicians[0])
      #expect(console.state.office == office.state.office)
      #expect(try SnapshotTests.isSame(console, as: office))
      #expect(try console.search("heat", limit: 5, ranked: false).count == 1)
      try console.rebuild()
      #expect(try SnapshotTests.isSame(console, as: office))
      #expect(try console.past(entry: before + 1).office.order(TwoDesks.order) == nil)
      #expect(try console.past(entry: before + 2).office.order(TwoDesks.order)?.notes.count == 1)
    }
  }

  @Test("is fetched entry by entry on request, verified, and folded")
  func history() throws {
    try SnapshotTests.joined { office, console, _ in
      try SnapshotTests.take(console, from: office)
      try JoinedFileTests.sync(console, with: office)
      try SnapshotTests.note("since", id: 50, at: console)
      try JoinedFileTests.sync(console, with: office)
      var pages = 0
      while let pull = try console.missingHistory() {
        let limit = MessageLimit(items: 3, bytes: 1 << 20)
        guard case .page(let page) = try office.page(of: pull.log, after: pull.after, atMost: limit) else {
          Issue.record("no page")
          return
        }
        pages += 1
        let isWhole = try console.fill(page)
        #expect(try console.check().problems == [] && isWhole == (console.missingHistory() == nil))
      }
      #expect(pages > 1)
      #expect(try console.foldHistory())
      #expect(try console.takenOver() == nil && console.check().takenOver == nil)
      #expect(try SnapshotTests.isSame(console, as: office))
      #expect(
        try console.entries(of: TwoDesks.order).map(\.hash) == office.entries(of: TwoDesks.order).map(\.hash))
    }
  }

  @Test("is not led to by another history: that is refused")
  func otherHistory() throws {
    try SnapshotTests.joined { office, console, _ in
      try SnapshotTests.take(console, from: office)
      try Stores.file.with { other in
        try TwoDesks.found(other)
        let answer = try other.page(of: Stores.log, after: .beginning, atMost: .page)
        guard case .page(let page) = answer else { return }
        // It is a chain of its own: the words about people are salted.
        #expect(throws: StorageError.self) { try console.fill(page) }
        #expect(try console.takenOver()?.known == 0)
      }
    }
  }

  @Test("is looked back to no further than it reaches")
  func past() throws {
    try SnapshotTests.joined { office, console, clock in
      try SnapshotTests.take(console, from: office)
      clock.now = Stores.start + .hours(1)
      let seq = office.state.seq
      try SnapshotTests.act(.addNote(TwoDesks.order, AddNote("later")), id: 80, at: office)
      try console.confirm(TwoDesks.page(of: office, after: try console.standing().cursor))
      #expect(try console.past(at: clock.now).office == office.state.office)
      let refusal = StorageError.earlierHistory(path: console.path, since: Stores.start)
      #expect(throws: refusal) { try console.past(at: Stores.start) }
      #expect(throws: refusal) { try console.past(entry: seq) }
      #expect(try console.order(TwoDesks.order, entry: seq + 1)?.notes.count == 1)
    }
  }

  @Test("goes when the office was restored from before it, and what was given since is given again")
  func restored() throws {
    try SnapshotTests.joined { office, console, clock in
      let backup = office.path + ".backup"
      try office.backup(to: backup)
      try SnapshotTests.act(.addNote(TwoDesks.order, AddNote("lost")), id: 80, at: office)
      try SnapshotTests.take(console, from: office)
      try SnapshotTests.note("given", id: 50, at: console)
      try JoinedFileTests.sync(console, with: office)
      #expect(SnapshotTests.notes(office) == ["given", "lost"])
      let path = office.path + ".restored"
      try OfficeFile.restore(
        from: backup, to: path, epoch: EpochID(high: 1, low: 77), options: clock.options)
      let restored = try OfficeFile(opening: path, options: clock.options)
      defer { restored.close() }
      let common = try #require(
        try console.commonGround { try restored.page(of: $0.log, after: $0.after, atMost: .page) })
      #expect(common.cursor == .beginning)
      try console.goBack(to: common)
      #expect(try console.takenOver() == nil && console.standing().waiting > 0)
      try SnapshotTests.take(console, from: restored)
      let standing = try console.standing()
      let waiting = try console.waiting(from: standing.answered + 1, atMost: .push)
      _ = try TwoDesks.push(waiting, TwoDesks.registrar(1), to: restored, epoch: EpochID(high: 1, low: 77))
      try console.confirm(TwoDesks.page(of: restored, after: standing.cursor))
      #expect(SnapshotTests.notes(restored) == ["given"])
      #expect(try SnapshotTests.isSame(console, as: restored))
    }
  }

  @Test("stays when the office has lost no more than what came since")
  func partlyRestored() throws {
    try SnapshotTests.joined { office, console, clock in
      try SnapshotTests.take(console, from: office)
      try JoinedFileTests.sync(console, with: office)
      let backup = office.path + ".backup"
      try office.backup(to: backup)
      try SnapshotTests.note("given", id: 50, at: console)
      try JoinedFileTests.sync(console, with: office)
      let path = office.path + ".restored"
      try OfficeFile.restore(
        from: backup, to: path, epoch: EpochID(high: 1, low: 77), options: clock.options)
      let restored = try OfficeFile(opening: path, options: clock.options)
      defer { restored.close() }
      let common = try #require(
        try console.commonGround { try restored.page(of: $0.log, after: $0.after, atMost: .page) })
      try console.goBack(to: common)
      #expect(try console.takenOver() != nil && console.check().problems == [])
      #expect(console.state.waiting == 2 && SnapshotTests.notes(console) == ["given"])
      let waiting = try console.waiting(from: try console.standing().answered + 1, atMost: .push)
      _ = try TwoDesks.push(waiting, TwoDesks.registrar(1), to: restored, epoch: EpochID(high: 1, low: 77))
      try console.confirm(TwoDesks.page(of: restored, after: try console.standing().cursor))
      #expect(try SnapshotTests.isSame(console, as: restored))
    }
  }

  @Test("is wiped of words that are erased, in the rows as they came too")
  func erased() throws {
    try SnapshotTests.joined { office, console, _ in
      let text = Identifier<PersonalText>(high: 9, low: 500)
      let words = "Zacharias Unterberger"
      let request = WorkRequest(
        id: WorkRequest.ID(high: 7, low: 9), words: "no light", urgency: .today, source: .phone,
        receivedAt: Stores.start, caller: PersonalText(id: text, words: words))
      try SnapshotTests.act(
        .logWorkOrder(
          LogWorkOrder(
            LoggedWork(
              id: WorkOrder.ID(high: 4, low: 9), number: 20_009, request: request, receivedAt: Stores.start,
              summary: "no light", priority: .p3))), id: 80, at: office)
      try SnapshotTests.take(console, from: office)
      #expect(try ErasingTests.count(words, beside: console.path) > 0)
      try SnapshotTests.act(.eraseWords(EraseWords([text])), id: 81, at: office)
      try JoinedFileTests.sync(console, with: office)
      #expect(try ErasingTests.count(words, beside: console.path) == 0)
      let order = console.state.office.order(WorkOrder.ID(high: 4, low: 9))
      #expect(order?.requests.first?.caller?.words == PersonalText.erased)
      #expect(try SnapshotTests.isSame(console, as: office))
      try console.rebuild()
      #expect(try SnapshotTests.isSame(console, as: office))
    }
  }
}
