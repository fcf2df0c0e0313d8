import Domain
import Foundation
import GRDB
import Storage
import TestSupport
import Testing

@Suite("A disk that does not play along")
struct FaultTests {
  @Test("stays readable when the disk is full, and writes again when there is room")
  func full() throws {
    let office = try SampleOffice()
    var small = SampleOffice.options
    small.maximumPages = try office.raw().read { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 } + 12
    let window = try office.secondWindow(small)
    let words = String(repeating: "water everywhere ", count: 200)
    var accepted: [Submission] = []
    var refused: Submission?
    for low in 1...200 where refused == nil {
      let submission = office.submission([SampleOffice.log(UInt64(low), "\(low) " + words)])
      let code = submitFailure { try window.submit(submission) }
      if code == nil {
        accepted.append(submission)
      } else {
        #expect(code == .diskFull)
        refused = submission
      }
    }
    let waiting = try #require(refused)
    #expect(window.state.seq == 2 + accepted.count)
    #expect(try window.search("everywhere", limit: 1, ranked: false).count == 1)
    #expect(submitFailure { try window.submit(waiting) } == .diskFull)
    // Room: the other window has no limit, and takes the same submission under the same id.
    #expect(try office.file.submit(waiting).isRepeat == false)
    #expect(try window.submit(waiting).isRepeat)
    #expect(try office.file.check().problems == [])
  }

  @Test("takes nothing for a file that was removed or replaced under it, and says so")
  func gone() throws {
    let office = try SampleOffice()
    let kept = office.folder.file("kept.db")
    try FileManager.default.moveItem(atPath: office.path, toPath: kept)
    let submission = office.submission([SampleOffice.log(1, "water everywhere")])
    #expect(submitFailure { try office.file.submit(submission) } == .fileGone)
    try Data().write(to: URL(fileURLWithPath: office.path))
    #expect(submitFailure { try office.file.submit(submission) } == .fileGone)
    try FileManager.default.removeItem(atPath: office.path)
    try FileManager.default.moveItem(atPath: kept, toPath: office.path)
    #expect(try office.file.submit(submission).isRepeat == false)
  }

  @Test("says that another process holds the file, and goes on when it lets go")
  func busy() throws {
    let office = try SampleOffice()
    var hasty = SampleOffice.options
    hasty.busyTimeoutMilliseconds = 10
    let window = try office.secondWindow(hasty)
    let submission = office.submission([SampleOffice.log(1, "leak")])
    let raw = try office.raw()
    try raw.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      #expect(submitFailure { try window.submit(submission) } == .busy)
      try db.execute(sql: "ROLLBACK")
    }
    #expect(try window.submit(submission).seq == 3)
  }

  @Test("opens and checks a file in which an erasure cannot be finished yet")
  func unfinishedErasing() throws {
    let office = try SampleOffice()
    try office.submit(SampleOffice.log(1, "leak"))
    try office.raw().write { db in
      try db.execute(
        sql: """
          INSERT INTO settings (name, value) VALUES ('erasing', '1');
          CREATE TRIGGER stuck BEFORE DELETE ON settings BEGIN SELECT RAISE(ABORT, 'no'); END
          """)
    }
    let window = try office.secondWindow()
    #expect(try window.order(id: SampleOffice.order(1)) != nil)
    #expect(try window.check().problems == [])
    #expect(try window.setting("erasing") != nil)
  }

  @Test("opens for reading alone and refuses to write")
  func readOnly() throws {
    let office = try SampleOffice()
    try office.submit(SampleOffice.log(1, "leak"))
    var options = SampleOffice.options
    options.isReadOnly = true
    let window = try office.secondWindow(options)
    #expect(window.state.office == office.file.state.office)
    #expect(submitFailure { try window.submit(office.submission([SampleOffice.note(1, "no")])) } == .readOnly)
    try office.submit(SampleOffice.note(1, "yes"))
    #expect(try window.refresh()?.seq == 4)
    #expect(try window.check().problems == [])
  }

  @Test("keeps an event that it does not know, verifies it and marks its order")
  func unknownEvent() throws {
    let office = try SampleOffice()
    try office.submit(SampleOffice.log(1, "leak"))
    try UnknownEntry.append(to: office, order: SampleOffice.order(1))
    let window = try office.secondWindow()
    _ = try office.file.refresh()
    #expect(office.file.state.office.order(SampleOffice.order(1))?.needsNewerConsole == true)
    #expect(try office.file.check().problems.isEmpty == false)
    try window.rebuild()
    #expect(window.state.office.order(SampleOffice.order(1))?.needsNewerConsole == true)
    #expect(try window.check().problems == [])
    #expect(try window.entries(of: SampleOffice.order(1)).map(\.seq) == [3, 4])
    do {
      try window.submit(office.submission([SampleOffice.note(1, "changed by an old console")]))
      Issue.record("an old console changed it")
    } catch {
      guard case .refused(.needsNewerConsole) = error else {
        Issue.record("\(error)")
        return
      }
    }
  }

  @Test("a file that may only be read says so at once, and is written to as soon as it may be")
  func rightsGivenBack() throws {
    let office = try SampleOffice()
    try office.submit(SampleOffice.log(1, "leak"))
    office.file.close()
    chown(office.folder.path, OtherUser.nobody, OtherUser.nobody)
    for name in try FileManager.default.contentsOfDirectory(atPath: office.folder.path) {
      chown(office.folder.file(name), OtherUser.nobody, OtherUser.nobody)
    }
    try OtherUser.act {
      chmod(office.path, 0o400)
      let window = try office.secondWindow()
      #expect(window.unwritable?.code == .readOnly)
      #expect(submitFailure { try window.submit(office.submission([SampleOffice.log(2, "a")])) } == .readOnly)
      chmod(office.path, 0o600)
      _ = try window.refresh()
      #expect(window.unwritable == nil)
      #expect(try window.submit(office.submission([SampleOffice.log(3, "b")])).seq != nil)
    }
  }

  @Test("finds pages that nobody has read today overwritten, and nothing in a whole file")
  func damageFound() throws {
    let office = try SampleOffice()
    _ = try office.file.submitAll((1...300).map { office.submission([SampleOffice.closedLongAgo($0)]) })
    #expect(office.file.damage() == nil)
    office.file.close()
    let raw = try DatabaseQueue(path: office.path)
    let pages = try raw.read {
      try Int.fetchAll($0, sql: "SELECT pageno FROM dbstat WHERE name = 'entries' AND pagetype = 'leaf'")
    }
    try raw.close()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: office.path))
    let page = try #require(pages.dropFirst().first)
    for place in 0..<4_096 { bytes[(page - 1) * 4_096 + place] = 0xA5 }
    try bytes.write(to: URL(fileURLWithPath: office.path))
    chmod(office.path, 0o600)
    let window = try office.secondWindow()
    #expect(window.damage()?.code == .damaged)
  }

  @Test("opens every damaged copy with an answer, and finds or survives the damage", arguments: 0..<60)
  func damaged(_ seed: Int) throws {
    let office = try SampleOffice()
    _ = try office.file.submitAll((1...60).map { office.submission([SampleOffice.closedLongAgo($0)]) })
    try office.submit(SampleOffice.log(100, "leak"))
    let expected = office.file.state.office
    office.file.close()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: office.path))
    var numbers = SeededBytes(seed: UInt64(seed))
    for _ in 0..<4 {
      let place = Int(numbers.next() % UInt64(bytes.count))
      bytes[place] ^= UInt8(truncatingIfNeeded: numbers.next() % 255 + 1)
    }
    try bytes.write(to: URL(fileURLWithPath: office.path))
    chmod(office.path, 0o600)
    var options = SampleOffice.options
    options.loadsState = false
    let problems: [String]?
    do { problems = try office.secondWindow(options).check().problems } catch { problems = nil }
    guard let problems, problems.isEmpty else { return }
    // Nothing was found: then nothing that matters may have changed.
    #expect(try office.secondWindow().state.office == expected)
  }
}

/// The same numbers for the same seed, in every process (splitmix64).
struct SeededBytes {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
