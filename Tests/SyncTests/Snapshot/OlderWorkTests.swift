import Domain
import Foundation
import Storage
import Sync
import TestSupport
import Testing

@Suite("What a snapshot left out")
struct OlderWorkTests {
  private static let words = "Zacharias Unterberger"

  /// The text with the caller's name of the call with this number.
  private static func caller(_ number: UInt64) -> Identifier<PersonalText> {
    Identifier(high: 9, low: 500 + number)
  }

  static func order(_ number: UInt64) -> WorkOrder.ID { WorkOrder.ID(high: 4, low: 100 + number) }

  /// Something that is done at the office's own desk.
  static func act(_ command: Command, at office: OfficeFile, _ now: Timestamp) throws {
    try office.submit(
      Submission(
        id: Submission.ID(high: 9, low: UInt64(office.state.seq)),
        stamp: Stamp(by: TwoDesks.owner, at: now, console: ConsoleID(high: 1, low: 3)), commands: [command],
        acceptsWarnings: true))
  }

  /// One call after the other is ended, a day each; forty days pass.
  static func grow(
    _ office: OfficeFile, _ count: UInt64, _ clock: SnapshotTests.Clock,
    end: (UInt64) throws -> Command = cancel
  ) throws {
    for number in 1...count {
      clock.now = Stores.start + .days(Int64(number))
      let request = WorkRequest(
        id: WorkRequest.ID(high: 7, low: 100 + number), words: "giraffe \(number)", urgency: .today,
        source: .phone, receivedAt: clock.now, caller: PersonalText(id: caller(number), words: words))
      let work = LoggedWork(
        id: order(number), number: 0, request: request, receivedAt: clock.now, summary: "giraffe \(number)",
        priority: .p3)
      try act(.logWorkOrder(LogWorkOrder(work)), at: office, clock.now)
      try act(end(number), at: office, clock.now)
      let due = office.state.office.lastDayEnd(at: clock.now + .days(1))
      try act(.closeDay(CloseDay(due: due)), at: office, clock.now + .hours(23))
    }
    clock.now = Stores.start + .days(Int64(count) + 40)
    try act(.closeDay(CloseDay(due: office.state.office.lastDayEnd(at: clock.now))), at: office, clock.now)
  }

  static func cancel(_ number: UInt64) -> Command {
    .cancelWorkOrder(order(number), CancelWorkOrder(reason: .notNeeded, words: "all is well"))
  }

  /// A console that begins with a snapshot of such an office.
  static func old(
    _ count: UInt64, _ body: (OfficeFile, OfficeFile, SnapshotTests.Clock) throws -> Void
  ) throws {
    try SnapshotTests.joined { office, console, clock in
      try grow(office, count, clock)
      try SnapshotTests.take(console, from: office)
      try JoinedFileTests.sync(console, with: office)
      try body(office, console, clock)
    }
  }

  static func found(_ console: OfficeFile) throws -> [Int] {
    try console.search("giraffe", limit: 50, ranked: false).map(\.number)
  }

  /// Asks for the next piece; nil where nothing is missing.
  private static func ask(
    _ console: OfficeFile, _ office: OfficeFile, bytes: Int = 1
  ) throws -> (request: OlderRequest, answer: OlderAnswer)? {
    guard let request = try console.olderRequest(atMost: bytes) else { return nil }
    return (request, try office.older(request, for: TwoDesks.registrar(1)))
  }

  /// Fetches and lists all that is missing; how many pieces that took.
  static func fetch(
    _ console: OfficeFile, _ office: OfficeFile, bytes: Int = 1, isSound: () throws -> Void = {}
  ) throws -> Int {
    var pieces = 0
    while try console.listOlder() {}
    while let (request, answer) = try ask(console, office, bytes: bytes) {
      #expect(try console.take(answer, to: request))
      while try console.listOlder() {}
      try isSound()
      pieces += 1
    }
    return pieces
  }

  @Test("follows the newest first, piece by piece, and is what a fold of all comes to", .verifies("UX-06"))
  func follows() throws {
    try Self.old(5) { office, console, _ in
      #expect(try Self.found(console).isEmpty && console.takenOver()?.isWhole == false)
      var numbers: [[Int]] = []
      let pieces = try Self.fetch(console, office) {
        #expect(try console.check().problems == [])
        numbers.append(try Self.found(console).sorted())
      }
      #expect(numbers.prefix(5) == (1...5).map { Array((20_007 - $0)...20_006) }[...])
      #expect(pieces > 10, "each entry came by itself too")
      #expect(try console.takenOver()?.isWhole == true && console.olderRequest(atMost: 1) == nil)
      for number in 1...UInt64(5) {
        let id = Self.order(number)
        #expect(try console.order(id: id) == office.order(id: id))
        #expect(try console.entries(of: id).map(\.hash) == office.entries(of: id).map(\.hash))
      }
      try Self.act(.addNote(Self.order(3), AddNote("they rang")), at: office, Stores.start + .days(46))
      try JoinedFileTests.sync(console, with: office)
      #expect(try console.order(number: 20_004)?.notes.map(\.words) == ["they rang"])
      #expect(try SnapshotTests.isSame(console, as: office))
      #expect(try console.foldHistory() && SnapshotTests.isSame(console, as: office))
      #expect(try Self.found(console).count == 5 && console.takenOver() == nil)
    }
  }

  @Test("is thrown away where the office has not signed just this", .verifies("UX-06"))
  func forged() throws {
    try SignedTests.joined { office, console, clock in
      try Self.grow(office, 3, clock)
      try SnapshotTests.take(console, from: office)
      try SignedTests.pull(console, from: office)
      while try console.listOlder() {}
      let (request, answer) = try #require(try Self.ask(console, office, bytes: 64 << 10))
      guard case .work(let work) = answer, let signed = work.signed else {
        Issue.record("it is \(answer)")
        return
      }
      let rows = try SnapshotRow.all(in: work.rows.rawBytes)
      let odd = [
        OlderWork(rows: work.rows, isLast: !work.isLast, signed: signed), work.signed(nil),
        OlderWork(Array(rows.dropLast()), isLast: work.isLast).signed(signed)
      ]
      for forged in odd {
        #expect(throws: StorageError.self) { try console.take(.work(forged), to: request) }
      }
      #expect(try Self.found(console).isEmpty)
      #expect(try console.take(answer, to: request))
      #expect(try Self.found(console).count == 3)
    }
  }

  @Test("is whole in one piece where that is asked for, and survives a rebuild before its entries are here")
  func rebuilt() throws {
    try Self.old(4) { office, console, _ in
      let (request, answer) = try #require(try Self.ask(console, office, bytes: 64 << 10))
      #expect(try console.take(answer, to: request))
      #expect(try Self.found(console).count == 4)
      // The same answer once more changes nothing.
      #expect(try !console.take(answer, to: request))
      try Self.act(.addNote(TwoDesks.order, AddNote("later")), at: office, Stores.start + .days(45))
      try JoinedFileTests.sync(console, with: office)
      try console.rebuild()
      #expect(try Self.found(console).count == 4 && SnapshotTests.isSame(console, as: office))
      #expect(try console.past(entry: console.state.seq).office == console.state.office)
      _ = try Self.fetch(console, office, bytes: 64 << 10)
      try console.rebuild()
      #expect(try SnapshotTests.isSame(console, as: office))
      #expect(try Self.found(console).count == 4)
    }
  }

  @Test("leaves to its entries what was changed since, whether they come before a piece or after it")
  func changed() throws {
    try Self.old(3) { office, console, clock in
      let first = try #require(try console.olderRequest(atMost: 64 << 10))
      try Self.act(.addNote(Self.order(2), AddNote("they rang")), at: office, clock.now)
      let before = try office.older(first, for: TwoDesks.registrar(1))
      guard case .work(let work) = before else { throw LogFault.otherLog }
      #expect(try work.orders.map(\.order.number) == [20_004, 20_002])
      // What the office had said before the note comes late: the note's entry has brought the order along.
      try JoinedFileTests.sync(console, with: office)
      #expect(try Self.found(console) == [20_003])
      #expect(try console.take(before, to: first))
      #expect(try Self.found(console).count == 3)
      #expect(try console.order(number: 20_003)?.notes.map(\.words) == ["they rang"])
      #expect(try SnapshotTests.isSame(console, as: office))
    }
  }

  @Test("brings no words back that were erased while it was on its way", .verifies("ADM-08"))
  func erased() throws {
    try Self.old(2) { office, console, clock in
      let (request, late) = try #require(try Self.ask(console, office, bytes: 64 << 10))
      try Self.act(.eraseWords(EraseWords([Self.caller(1), Self.caller(2)])), at: office, clock.now)
      try JoinedFileTests.sync(console, with: office)
      #expect(try console.take(late, to: request))
      #expect(try Self.found(console).count == 2)
      for number in 1...UInt64(2) {
        let caller = try console.order(id: Self.order(number))?.requests.first?.caller
        #expect(caller?.words == PersonalText.erased)
      }
      #expect(try ErasingTests.count(Self.words, beside: console.path) == 0)
      #expect(try SnapshotTests.isSame(console, as: office))
      try console.rebuild()
      #expect(try ErasingTests.count(Self.words, beside: console.path) == 0)
    }
  }

  @Test("brings no erased words back with entries that were on their way", .verifies("ADM-08"))
  func erasedInEntries() throws {
    try Self.old(2) { office, console, clock in
      let (orders, work) = try #require(try Self.ask(console, office, bytes: 64 << 10))
      #expect(try console.take(work, to: orders))
      let (request, late) = try #require(try Self.ask(console, office, bytes: 64 << 10))
      guard case .entries = late else { throw LogFault.otherLog }
      try Self.act(.eraseWords(EraseWords([Self.caller(1), Self.caller(2)])), at: office, clock.now)
      try JoinedFileTests.sync(console, with: office)
      #expect(try console.take(late, to: request))
      #expect(try ErasingTests.count(Self.words, beside: console.path) == 0)
      _ = try Self.fetch(console, office, bytes: 64 << 10)
      #expect(try console.check().problems == [])
      #expect(try console.foldHistory() && SnapshotTests.isSame(console, as: office))
      #expect(try ErasingTests.count(Self.words, beside: console.path) == 0)
    }
  }

  @Test("lets one look back before the snapshot once all of it is here and listed, and not before")
  func past() throws {
    try Self.old(3) { office, console, _ in
      try Self.act(.addNote(TwoDesks.order, AddNote("later")), at: office, Stores.start + .days(45))
      try JoinedFileTests.sync(console, with: office)
      let base = try #require(try console.takenOver()?.through)
      #expect(throws: StorageError.self) { try console.past(entry: base - 2) }
      while let (request, answer) = try Self.ask(console, office, bytes: 64 << 10) {
        #expect(try console.take(answer, to: request))
      }
      #expect(throws: StorageError.self) { try console.past(entry: base - 2) }
      while try console.listOlder() {}
      for seq in [1, base - 2, base, console.state.seq] {
        #expect(try console.past(entry: seq).office == office.past(entry: seq).office, "\(seq)")
      }
      let id = Self.order(2)
      for seq in 1...console.state.seq {
        #expect(try console.order(id, entry: seq)?.status == office.order(id, entry: seq)?.status, "\(seq)")
      }
    }
  }

  @Test(
    "is wiped of words that are erased once it is here, in the rows as they came too", .verifies("ADM-08"))
  func erasedLater() throws {
    try Self.old(2) { office, console, clock in
      let (request, answer) = try #require(try Self.ask(console, office, bytes: 64 << 10))
      #expect(try console.take(answer, to: request))
      #expect(try ErasingTests.count(Self.words, beside: console.path) > 0)
      try Self.act(.eraseWords(EraseWords([Self.caller(1), Self.caller(2)])), at: office, clock.now)
      try JoinedFileTests.sync(console, with: office)
      #expect(try ErasingTests.count(Self.words, beside: console.path) == 0)
      try console.rebuild()
      #expect(try ErasingTests.count(Self.words, beside: console.path) == 0)
      #expect(try Self.found(console).count == 2 && SnapshotTests.isSame(console, as: office))
    }
  }

  @Test("is thrown away where the console has gone back before it was asked for, and asked again")
  func wentBack() throws {
    try Self.old(2) { office, console, clock in
      let backup = office.path + ".backup"
      try office.backup(to: backup)
      try Self.act(.addNote(TwoDesks.order, AddNote("lost")), at: office, clock.now)
      try JoinedFileTests.sync(console, with: office)
      let (request, late) = try #require(try Self.ask(console, office, bytes: 64 << 10))
      let restored = try Self.goBack(console, to: backup, beside: office, clock)
      defer { restored.close() }
      #expect(try !console.take(late, to: request))
      #expect(try Self.found(console).isEmpty)
      // The office knows the place no more that the old question named.
      #expect(try restored.older(request, for: TwoDesks.registrar(1)) == .nothing)
      _ = try Self.fetch(console, restored, bytes: 64 << 10)
      #expect(try Self.found(console).count == 2)
      #expect(try SnapshotTests.isSame(console, as: restored))
    }
  }

  @Test("is thrown away where the console has begun anew with a later snapshot")
  func beganAnew() throws {
    try Self.old(2) { office, console, clock in
      let (orders, work) = try #require(try Self.ask(console, office, bytes: 64 << 10))
      #expect(try console.take(work, to: orders))
      let (request, late) = try #require(try Self.ask(console, office, bytes: 64 << 10))
      try Self.act(.eraseWords(EraseWords([Self.caller(1), Self.caller(2)])), at: office, clock.now)
      try SnapshotTests.take(console, from: office)
      #expect(try !console.take(late, to: request) && !console.take(work, to: orders))
      #expect(try ErasingTests.count(Self.words, beside: console.path) == 0)
      _ = try Self.fetch(console, office, bytes: 64 << 10)
      #expect(try Self.found(console).count == 2 && SnapshotTests.isSame(console, as: office))
    }
  }

  @Test("keeps an order whose entry the office has lost, as it was before that")
  func recalledAndRestored() throws {
    try Self.old(3) { office, console, clock in
      let backup = office.path + ".backup"
      try office.backup(to: backup)
      try Self.act(.addNote(Self.order(1), AddNote("lost")), at: office, clock.now)
      try JoinedFileTests.sync(console, with: office)
      let (request, answer) = try #require(try Self.ask(console, office, bytes: 64 << 10))
      #expect(try console.take(answer, to: request))
      #expect(try console.order(id: Self.order(1))?.notes.count == 1)
      let restored = try Self.goBack(console, to: backup, beside: office, clock)
      defer { restored.close() }
      #expect(try console.takenOver()?.hasAllOrders == true)
      func isAsThere() throws {
        for number in 1...UInt64(3) {
          #expect(try console.order(id: Self.order(number)) == restored.order(id: Self.order(number)))
        }
        #expect(try Self.found(console).count == 3)
        #expect(try SnapshotTests.isSame(console, as: restored))
      }
      try isAsThere()
      _ = try Self.fetch(console, restored, bytes: 64 << 10)
      try console.rebuild()
      try isAsThere()
    }
  }

  /// Has the office restored from a copy, and the console go back to it.
  static func goBack(
    _ console: OfficeFile, to backup: String, beside office: OfficeFile, _ clock: SnapshotTests.Clock
  ) throws -> OfficeFile {
    let path = office.path + ".restored"
    try OfficeFile.restore(
      from: backup, to: path, epoch: EpochID(high: 1, low: 77), options: clock.options)
    let restored = try OfficeFile(opening: path, options: clock.options)
    let ground = try console.commonGround {
      try restored.page(of: $0.log, after: $0.after, atMost: .page)
    }
    try console.goBack(to: #require(ground))
    return restored
  }

  @Test("is asked for neither where too little room is left nor where that is turned off")
  func rests() throws {
    try Self.old(1) { _, console, clock in
      #expect(console.olderRest == nil)
      var options = clock.options
      options.roomKept = .max
      let full = try OfficeFile(opening: console.path, options: options)
      #expect(try full.olderRest == .noRoom && full.health().joined?.takenOver?.rest == .noRoom)
      full.close()
      options.fetchesOlderWork = false
      let off = try OfficeFile(opening: console.path, options: options)
      #expect(try off.olderRest == .turnedOff && off.health().joined?.takenOver?.rest == .turnedOff)
      off.close()
    }
  }

  @Test("is taken in from no answer that leads elsewhere")
  func hostile() throws {
    try Self.old(3) { office, console, _ in
      let (request, answer) = try #require(try Self.ask(console, office, bytes: 64 << 10))
      guard case .work(let work) = answer else { throw LogFault.otherLog }
      let rows = try SnapshotRow.all(in: work.rows.rawBytes)
      for wrong in [
        OlderWork(rows.reversed(), isLast: true), OlderWork([], isLast: false),
        OlderWork(rows + rows, isLast: true), OlderWork(rows: Bytes([1, 2, 3]), isLast: true),
        OlderWork([SnapshotRow(kind: .orders, key: rows[0].key, value: rows[0].value)], isLast: true)
      ] {
        #expect(throws: StorageError.self) { try console.take(.work(wrong), to: request) }
      }
      #expect(try Self.found(console).isEmpty && !console.take(.nothing, to: request))
      #expect(try console.check().problems == [])
    }
  }
}
