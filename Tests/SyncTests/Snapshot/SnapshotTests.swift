import Domain
import Foundation
import Simulation
import Storage
import Sync
import TestSupport
import Testing

@Suite("A console that begins with a snapshot")
struct SnapshotTests {
  /// The time of a test's office, to be moved on.
  final class Clock: @unchecked Sendable {
    var now = Stores.start
    var options: FileOptions {
      var options = FileOptions(clock: { [self] in now })
      options.snapshotPart = 400
      return options
    }
  }

  /// An office, a console that has joined it and nothing else, and the time of both.
  static func joined(_ body: (OfficeFile, OfficeFile, Clock) throws -> Void) throws {
    let clock = Clock()
    try TwoDesks.newlyJoined(clock.options) { try body($0, $1, clock) }
  }

  @discardableResult static func take(_ console: OfficeFile, from office: OfficeFile) throws -> Standing {
    try console.takeSnapshot {
      try office.snapshot($0, for: Registrar(person: TwoDesks.people[1], console: try console.console()))
    }
  }

  /// Something that happens at the office's own desk.
  static func act(_ command: Command, id: UInt64, at office: OfficeFile) throws {
    try office.submit(
      TwoDesks.submission([command], id: id, by: TwoDesks.owner, from: ConsoleID(high: 1, low: 3)))
  }

  static func note(_ words: String, id: UInt64, at console: OfficeFile) throws {
    try console.submit(
      TwoDesks.submission(
        [.addNote(TwoDesks.order, AddNote(words))], id: id, by: TwoDesks.people[1],
        from: TwoDesks.consoles[1]))
  }

  static func isSame(_ console: OfficeFile, as office: OfficeFile) throws -> Bool {
    try console.digest() == office.digest() && console.state.head == office.state.head
      && console.check().problems == [] && office.check().problems == []
  }

  static func notes(_ file: OfficeFile) -> [String] {
    (file.state.office.order(TwoDesks.order)?.notes.map(\.words) ?? []).sorted()
  }

  @Test("has the office's state without its entries, says so, and works", .verifies("UX-06"))
  func works() throws {
    try Self.joined { office, console, _ in
      let standing = try Self.take(console, from: office)
      #expect(standing.cursor == LogCursor(seq: office.state.seq, hash: office.state.head))
      #expect(console.state.office == office.state.office)
      #expect(try console.entries(since: 0, limit: 10).isEmpty)
      let report = try #require(try console.check().takenOver)
      #expect(report.through == office.state.seq && report.missing == office.state.seq)
      #expect(try console.health().joined?.takenOver == report)
      #expect(try console.search("heat", limit: 5, ranked: false).map(\.number) == [20_001])
      try JoinedFileTests.sync(console, with: office)
      try Self.note("from here", id: 50, at: console)
      #expect(console.state.waiting == 2)
      try JoinedFileTests.sync(console, with: office)
      #expect(Self.notes(office) == ["from here"] && console.state.waiting == 0)
      #expect(try Self.isSame(console, as: office))
      #expect(try console.takeNumber() == 20_002)
      let again = try OfficeFile(opening: console.path, options: Stores.options)
      #expect(again.state.office == office.state.office)
      try again.rebuild()
      #expect(try Self.isSame(again, as: office))
      again.close()
    }
  }

  @Test("is the same from every place that a log is kept in", arguments: Stores.allCases)
  func stores(kind: Stores) throws {
    try kind.with { store in
      try TwoDesks.found(store)
      let console = MemoryConsole(
        TwoDesks.consoles[0], log: Stores.log, epochs: [Epoch(first: 1, id: Stores.epoch)])
      let standing = try console.takeSnapshot { try store.snapshot($0, for: TwoDesks.registrar(0)) }
      let page = try TwoDesks.page(of: store)
      #expect(standing.cursor == page.end && console.confirmed == TwoDesks.office(page))
      let theirs = try TwoDesks.waiting([TwoDesks.assign(to: 0, at: 1)], id: 1, count: 1, console: 1)
      _ = try TwoDesks.push([theirs], TwoDesks.registrar(1), to: store)
      try console.confirm(try TwoDesks.page(of: store, after: standing.cursor))
      #expect(console.confirmed == TwoDesks.office(try TwoDesks.page(of: store)))
      let other = SnapshotRequest(log: LogID(high: 8, low: 8), answered: 0)
      #expect(try store.snapshot(other, for: TwoDesks.registrar(0)) == .otherLog)
    }
  }

  @Test("goes on where the line dropped, also as another process")
  func resumed() throws {
    try Self.joined { office, console, clock in
      struct Dropped: Error {}
      var asked: [Int?] = []
      #expect(throws: Dropped.self) {
        _ = try console.takeSnapshot { request in
          asked.append(request.part)
          if request.part == 2 { throw Dropped() }
          return try office.snapshot(request, for: TwoDesks.registrar(1))
        }
      }
      #expect(asked == [nil, 0, 1, 2] && console.state.seq == 0)
      let other = try OfficeFile(opening: console.path, options: clock.options)
      defer { other.close() }
      // What happens meanwhile comes with the next page.
      try Self.act(.addNote(TwoDesks.order, AddNote("meanwhile")), id: 80, at: office)
      asked = []
      _ = try other.takeSnapshot { request in
        asked.append(request.part)
        return try office.snapshot(request, for: TwoDesks.registrar(1))
      }
      #expect(asked.first == 2)
      _ = try console.refresh()
      #expect(console.state.seq == office.state.seq - 1)
      try console.confirm(TwoDesks.page(of: office, after: try console.standing().cursor))
      _ = try other.refresh()
      #expect(Self.notes(console) == ["meanwhile"] && Self.notes(other) == ["meanwhile"])
      #expect(try Self.isSame(other, as: office))
    }
  }

  @Test("that arrived by halves takes nothing away when the entries themselves came first")
  func overtaken() throws {
    try Self.joined { office, console, _ in
      struct Dropped: Error {}
      #expect(throws: Dropped.self) {
        _ = try console.takeSnapshot { request in
          if request.part == 2 { throw Dropped() }
          return try office.snapshot(request, for: TwoDesks.registrar(1))
        }
      }
      let early = try #require(try console.snapshotRequest().of)
      try Self.act(.addNote(TwoDesks.order, AddNote("later")), id: 80, at: office)
      try console.confirm(TwoDesks.page(of: office))
      #expect(console.state.seq > early.seq)
      try Self.take(console, from: office)
      #expect(console.state.seq == office.state.seq && Self.notes(console) == ["later"])
      #expect(try console.snapshotRequest().of == nil)
      #expect(try Self.isSame(console, as: office))
    }
  }

  @Test("that was made before most of what a console gave is passed over by it")
  func givenOnceMore() throws {
    try Self.joined { office, console, _ in
      try Self.take(console, from: office)
      let end = console.state.seq
      for number in 0...end { try Self.note("\(number)", id: UInt64(100 + number), at: console) }
      try JoinedFileTests.sync(console, with: office)
      #expect(try console.snapshotRequest().answered > end)
      let before = try console.standing()
      #expect(try Self.take(console, from: office) == before)
      #expect(Self.notes(console).count == end + 1)
      #expect(try Self.isSame(console, as: office))
    }
  }

  @Test("takes nothing in that was altered, cut short, or of another office")
  func hostile() throws {
    try Self.joined { office, console, _ in
      func take(_ spoil: (SnapshotAnswer) -> SnapshotAnswer) throws {
        _ = try console.takeSnapshot { spoil(try office.snapshot($0, for: TwoDesks.registrar(1))) }
      }
      #expect(throws: StorageError.self) {
        try take { answer in
          guard case .part(let bytes) = answer else { return answer }
          return .part(Bytes(bytes.rawBytes.dropLast() + [bytes.rawBytes.last.map { $0 ^ 1 } ?? 0]))
        }
      }
      #expect(throws: StorageError.self) {
        try take { answer in
          if case .part = answer { return .part(Bytes([UInt8](repeating: 0xFF, count: 40))) }
          return answer
        }
      }
      #expect(throws: StorageError.self) { try take { _ in .otherLog } }
      #expect(throws: SnapshotFault.gone) { try take { _ in .gone } }
      let odd: [[UInt8]] = [
        [1], [1, 16, 0xFF, 0xFF, 0xFF, 0xFF], [0, 0, 0, 0, 0, 0], [9, 200, 0, 0, 0, 9]
      ]
      for bytes in odd {
        #expect(throws: SnapshotFault.malformed) { try SnapshotRow.all(in: bytes) }
      }
      #expect(console.state.seq == 0 && console.state.office.people.isEmpty)
      try Self.take(console, from: office)
      #expect(try Self.isSame(console, as: office))
    }
  }

  @Test("keeps what waits when it was far behind, and lets go of what was answered meanwhile")
  func farBehind() throws {
    try Self.joined { office, console, _ in
      try console.confirm(TwoDesks.page(of: office))
      let known = console.state.seq
      try Self.note("one", id: 50, at: console)
      // It was taken, and the answer never came.
      let waiting = try console.waiting(from: 1, atMost: .push)
      _ = try TwoDesks.push(waiting, TwoDesks.registrar(1), to: office)
      try Self.note("two", id: 51, at: console)
      try Self.act(.addNote(TwoDesks.order, AddNote("theirs")), id: 80, at: office)
      let standing = try Self.take(console, from: office)
      #expect(standing.waiting == 1 && !standing.isForked)
      #expect(try console.takenOver()?.known == known)
      #expect(Self.notes(console) == ["one", "theirs", "two"])
      try JoinedFileTests.sync(console, with: office)
      #expect(Self.notes(office) == ["one", "theirs", "two"])
      #expect(try Self.isSame(console, as: office))
      try console.rebuild()
      #expect(try Self.isSame(console, as: office))
    }
  }

  @Test("finds out that a copy of it has given what it never gave")
  func forked() throws {
    try Self.joined { office, console, _ in
      try console.confirm(TwoDesks.page(of: office))
      let path = console.path + ".copy"
      try console.backup(to: path)
      let copy = try OfficeFile(opening: path, options: Stores.options)
      defer { copy.close() }
      try Self.note("copy", id: 60, at: copy)
      _ = try TwoDesks.push(
        try copy.waiting(from: 1, atMost: .push), TwoDesks.registrar(1), to: office)
      try Self.note("own", id: 61, at: console)
      #expect(try Self.take(console, from: office).isForked)
      try console.become(ConsoleID(high: 5, low: 99))
      #expect(try console.waiting(from: 1, atMost: .push).count == console.standing().waiting)
      #expect(Self.notes(console) == ["copy", "own"])
    }
  }
}
