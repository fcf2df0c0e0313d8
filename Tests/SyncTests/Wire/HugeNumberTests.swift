import Domain
import Simulation
import Storage
import Sync
import TestSupport
import Testing

@Suite("Numbers from an office that no log can have")
struct HugeNumberTests {
  private static func head(
    _ head: SnapshotHead, seq: Int? = nil, lastNumber: Int? = nil, consoles: [ConsoleMark]? = nil,
    parts: Int? = nil, bytes: Int? = nil, answered: Int? = nil, answers: [Submission.ID]? = nil
  ) -> SnapshotHead {
    SnapshotHead(
      epochs: head.epochs, end: LogCursor(seq: seq ?? head.end.seq, hash: head.end.hash),
      recordedAt: head.recordedAt, since: head.since, lastNumber: lastNumber ?? head.lastNumber,
      consoles: consoles ?? head.consoles, answers: answers ?? head.answers, parts: parts ?? head.parts,
      bytes: bytes ?? head.bytes, digest: head.digest, answered: answered ?? head.answered)
  }

  private static func marks(count: Int, seq: Int) -> [ConsoleMark] {
    [
      ConsoleMark(
        id: TwoDesks.consoles[1], count: count, last: LogCursor(seq: seq, hash: .zero))
    ]
  }

  @Test("in a snapshot's head are refused before anything is kept of it", .verifies("UX-06"))
  func heads() throws {
    try SnapshotTests.joined { office, console, _ in
      let request = try console.snapshotRequest()
      guard case .head(let head) = try office.snapshot(request, for: TwoDesks.registrar(1)) else {
        Issue.record("no head")
        return
      }
      let odd = [
        Self.head(head, seq: .max), Self.head(head, seq: -1), Self.head(head, parts: .max),
        Self.head(head, parts: -1), Self.head(head, bytes: .max), Self.head(head, answered: .max),
        Self.head(head, answered: -1),
        Self.head(head, answered: head.end.seq, answers: [Submission.ID(high: 1, low: 1)]),
        Self.head(head, consoles: Self.marks(count: .max, seq: head.end.seq)),
        Self.head(head, consoles: Self.marks(count: 1, seq: .max)),
        Self.head(head, consoles: Self.marks(count: .min, seq: 1))
      ]
      let memory = MemoryConsole(
        TwoDesks.consoles[1], log: Stores.log, epochs: [Epoch(first: 1, id: Stores.epoch)])
      for head in odd {
        #expect(throws: StorageError.self) { try console.take(.head(head), to: request) }
        #expect(throws: SnapshotFault.malformed) {
          try memory.take(.head(head), to: memory.snapshotRequest())
        }
      }
      #expect(try console.snapshotRequest() == request && console.standing().cursor == .beginning)
      try SnapshotTests.take(console, from: office)
      #expect(try SnapshotTests.isSame(console, as: office))
    }
  }

  @Test("as the last number of an order leave it with numbers to give")
  func lastNumber() throws {
    try SnapshotTests.joined { office, console, _ in
      _ = try console.takeSnapshot { request in
        let answer = try office.snapshot(request, for: TwoDesks.registrar(1))
        guard case .head(let head) = answer else { return answer }
        return .head(Self.head(head, lastNumber: .max))
      }
      #expect(console.state.office.nextNumber == Office.numbers.upperBound + 1)
      let again = try OfficeFile(opening: console.path, options: Stores.options)
      #expect(again.state.office.nextNumber == Office.numbers.upperBound + 1)
      again.close()
    }
  }

  @Test("as the number of a command are refused with the page", arguments: [Int.max, 0, -1, .min])
  func counts(count: Int) throws {
    try JoinedFileTests.joined { office, console in
      let (before, body) = (try console.standing(), try CompactEncoder().encode(EntryBody(answering: [])))
      let head = EntryHead(
        seq: before.cursor.seq + 1, submission: Submission.ID(high: 8, low: 99), person: TwoDesks.people[1],
        console: TwoDesks.consoles[1], count: count, at: Stores.start, recordedAt: Stores.start)
      let hash = head.hash(after: before.cursor.hash, log: Stores.log, epoch: Stores.epoch, body: body)
      let entry = SealedEntry(head: head, body: body, personal: [], hash: hash)
      let page = Page(epochs: before.epochs, entries: [entry], end: entry.cursor, isLast: true)
      #expect(throws: PageFault.otherCount(head.seq)) {
        try page.verify(after: before.cursor, knowing: before.epochs, log: Stores.log)
      }
      #expect(throws: StorageError.self) { try console.confirm(page) }
      #expect(try console.standing() == before)
    }
  }

  @Test("in a block of numbers or of an order are nothing that is counted on from")
  func events() throws {
    let leased = NumberLease(console: TwoDesks.consoles[1], first: 1, last: .max)
    let bytes = try CompactEncoder().encode(EntryBody(answering: [.office(.numbersLeased(leased))]))
    let read = try CompactDecoder().decode(KeptEvents.self, from: bytes).events
    #expect(read.count == 1 && read.first?.known == nil)
    var office = Office.unfounded
    office.goOn(after: .max)
    #expect(office.nextNumber == Office.numbers.upperBound + 1)
    office.goOn(after: .min)
    #expect(office.nextNumber == Office.numbers.upperBound + 1)
  }
}
