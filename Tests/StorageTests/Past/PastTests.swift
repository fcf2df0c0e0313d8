import Domain
import GRDB
import Synchronization
import TestSupport
import Testing

@testable import Storage

@Suite("The office as it was")
struct PastTests {
  @Test("is what was known then, at every entry, with checkpoints or without", arguments: [1, 3, 7, 5_000])
  func everyEntry(spacing: Int) throws {
    let (office, known) = try Self.worked(spacing)
    try #require(!known.isEmpty)
    for (seq, state) in known {
      let past = try office.file.past(entry: seq)
      #expect(past.office == state, "entry \(seq)")
      #expect(past.seq == seq && past.lastSeq == known.last?.seq)
      #expect(past.foldedEntries < spacing)
    }
  }

  @Test(
    "is what was known then after commands of every kind, by rules and undos too",
    arguments: 1...4 as ClosedRange<UInt64>)
  func everyKind(seed: UInt64) throws {
    let recorded = Mutex<Int64>(0)
    var options = SampleOffice.options
    options.entriesPerCheckpoint = 17
    options.clock = { SampleOffice.start + .seconds(recorded.withLock(\.self)) }
    let office = try SampleOffice(options)
    var actions = EveryAction(seed: seed)
    try office.begin(&actions)
    var known: [(at: Timestamp, seq: Int, office: Office)] = []
    var kinds: Set<EveryAction.Kind> = []
    // A file's bytes are not there to be looked at.
    let all = EveryAction.Kind.allCases.filter { $0 != .file }
    for step in 0..<260 {
      let seconds = 600 + Int64(step) * 400
      recorded.withLock { $0 = seconds }
      guard let kind = actions.kind(of: all) else { continue }
      if step % 9 == 8 {
        _ = try? office.file.submit(office.submission([], after: seconds), takingBack: .last)
      } else if let submission = office.submission(kind, &actions, after: seconds),
        let receipt = try? office.file.submit(submission), receipt.seq != nil
      {
        kinds.insert(kind)
      }
      try office.file.makeCheckpointIfDue()
      known.append((office.file.now, office.file.state.seq, office.file.state.office))
    }
    #expect(kinds.count > 40, "\(kinds.count)")
    for (at, seq, state) in known.reversed() {
      let past = try office.file.past(at: at)
      #expect(past.seq == seq && past.office == state, "entry \(seq)")
      #expect(Board(past.office, now: at) == Board(state, now: at))
    }
    #expect(try office.file.check().problems.isEmpty)
  }

  @Test("at an instant is the one of the last entry recorded by then", arguments: [2, 5_000])
  func instants(spacing: Int) throws {
    let (office, known) = try Self.worked(spacing)
    for (seq, state) in known {
      let at = Self.recordedAt(seq)
      #expect(try office.file.past(at: at).office == state)
      #expect(try office.file.past(at: at + .seconds(59)).seq == seq)
    }
    #expect(try office.file.past(at: SampleOffice.start - .days(1)).entry == nil)
    #expect(try office.file.past(at: SampleOffice.start + .days(400)).office == office.file.state.office)
  }

  @Test("of a made-up day is what was said by then, not when the day was made up")
  func madeUp() throws {
    let office = try SampleOffice()
    let said = [1, 2, 3].map { office.submission([SampleOffice.log($0, "leak")], after: Int64($0) * 600) }
    _ = try office.file.submitAll(said, onTime: true)
    let past = try office.file.past(at: SampleOffice.start + .seconds(1_300))
    #expect(past.office.orders.inOrder.map(\.id) == [SampleOffice.order(1), SampleOffice.order(2)])
  }

  @Test("knows older work as it was then, not as it became")
  func olderWork() throws {
    let (office, known) = try Self.worked(3)
    let end = try #require(known.last?.seq)
    let before = try #require(try office.file.order(SampleOffice.order(1), entry: 3))
    #expect(before.technician == nil && before.ending == nil)
    #expect(
      try office.file.order(SampleOffice.order(1), entry: end) == office.file.order(id: SampleOffice.order(1))
    )
    #expect(try office.file.order(SampleOffice.order(1), entry: 1) == nil)
  }

  @Test("answers the same after a rebuild, which throws its checkpoints away")
  func rebuilt() throws {
    let (office, known) = try Self.worked(2)
    try office.file.rebuild()
    let count = try office.file.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM past") }
    #expect(count == 0)
    for (seq, state) in known { #expect(try office.file.past(entry: seq).office == state) }
  }

  @Test("is found by instants although the clock was ahead for a while")
  func clockAhead() throws {
    let offset = Mutex<Int64>(0)
    var options = SampleOffice.options
    options.clock = { SampleOffice.start + .seconds(offset.withLock(\.self)) }
    let office = try SampleOffice(options)
    offset.withLock { $0 = 7_200 }
    try office.submit(SampleOffice.log(1, "while the clock was ahead"))
    offset.withLock { $0 = 600 }
    try office.submit(SampleOffice.log(2, "when it was right again"))
    let recorded = try office.file.entries(since: 0, limit: 10).map(\.recordedAt)
    #expect(recorded == recorded.sorted())
    #expect(recorded.last == SampleOffice.start + .seconds(7_200))
  }

  @Test("keeps no words about a person once they are erased")
  func erased() throws {
    let (office, _) = try Self.worked(1)
    let name = PersonalText(id: Identifier(high: 55, low: 1), words: "Okafor, reception")
    try office.submit(
      .editSite(SampleOffice.quayHouse, EditSite([FieldChange(.contact, from: nil, to: .personal(name))])))
    try office.file.makeCheckpointIfDue()
    let holds = {
      try office.file.read { db in
        try Int.fetchOne(db, sql: "SELECT count(*) FROM past WHERE instr(value, CAST('Okafor' AS BLOB)) > 0")
      }
    }
    #expect(try holds() == 1)
    try office.file.erasePersonalText(name.id)
    #expect(try holds() == 0)
  }

  @Test("lets go of checkpoints older than a fortnight, and of nothing that a younger one needs")
  func pruned() throws {
    let (office, known) = try Self.worked(1, minutesApart: 60 * 24)
    let last = try #require(known.last)
    let kept = try office.file.read { try Int.fetchAll($0, sql: "SELECT seq FROM checkpoints ORDER BY seq") }
    let oldest = Self.recordedAt(last.seq, minutesApart: 60 * 24) - .days(14)
    let first = try #require(kept.first)
    #expect(Self.recordedAt(first, minutesApart: 60 * 24) <= oldest && kept.count <= 16)
    for (seq, state) in known { #expect(try office.file.past(entry: seq).office == state, "entry \(seq)") }
  }
}

extension PastTests {
  /// An office with a few days of work behind it, and what it was after each entry.
  private static func worked(
    _ spacing: Int, minutesApart: Int64 = 1
  ) throws -> (SampleOffice, [(seq: Int, office: Office)]) {
    let recorded = Mutex<Int64>(0)
    var options = SampleOffice.options
    options.entriesPerCheckpoint = spacing
    options.clock = { SampleOffice.start + .minutes(recorded.withLock { $0 }) }
    let office = try SampleOffice(options)
    var known: [(Int, Office)] = []
    func note() throws {
      let state = office.file.state
      known.append((state.seq, state.office))
      try office.file.makeCheckpointIfDue()
      recorded.withLock { $0 = Int64(state.seq + 1 - 2) * minutesApart }
    }
    try note()
    for number in UInt64(1)...4 {
      try office.submit(SampleOffice.log(number, "leak \(number)"))
      try note()
    }
    for number in UInt64(1)...3 {
      let visit = AssignVisit(
        visit: Visit.ID(high: 54, low: number), technician: SampleOffice.ana,
        start: SampleOffice.start + .hours(Int64(number) * 3), replacing: nil)
      try office.submit(.assignVisit(SampleOffice.order(number), visit), after: Int64(number))
      try note()
    }
    try office.submit(
      .closeWorkOrder(SampleOffice.order(4), CloseWorkOrder(resolution: "on the phone")), after: 300)
    try note()
    try office.submit(
      .unassignVisit(SampleOffice.order(1), UnassignVisit(replacing: SampleOffice.ana)), after: 400)
    try note()
    try office.submit(
      .closeWorkOrder(SampleOffice.order(1), CloseWorkOrder(resolution: "advice")), after: 500)
    try note()
    try office.closeDay()
    try note()
    // Older work is touched again once it has left the running day.
    try office.submit(.addNote(SampleOffice.order(1), AddNote("called again")), after: 90_000)
    try note()
    try office.submit(
      .reopenWorkOrder(SampleOffice.order(1), ReopenWorkOrder(reason: "leaks again", visit: nil)),
      after: 90_060)
    try note()
    for number in UInt64(5)...9 {
      try office.submit(SampleOffice.log(number, "leak \(number)"), after: 91_000)
      try note()
    }
    return (office, known)
  }

  private static func recordedAt(_ seq: Int, minutesApart: Int64 = 1) -> Timestamp {
    SampleOffice.start + .minutes(Int64(max(0, seq - 2)) * minutesApart)
  }
}
