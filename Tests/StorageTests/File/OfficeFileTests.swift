import Dispatch
import Domain
import Foundation
import GRDB
import Synchronization
import TestSupport
import Testing

@testable import Storage

@Suite("Office file")
struct OfficeFileTests {
  @Test("commits with synchronous FULL, read back from the writing connection")
  func full() throws {
    let office = try SampleOffice()
    #expect(try office.file.synchronousLevel() == 2)
    #expect(try office.raw().read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
  }

  @Test("commits with NORMAL only for the control run of a power cut")
  func normal() throws {
    var options = SampleOffice.options
    options.synchronous = .normal
    #expect(try SampleOffice(options).file.synchronousLevel() == 1)
  }

  @Test("makes its folder and files for their owner only")
  func permissions() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a/b/office.db")
    let file = try OfficeFile.create(at: path, identity: SampleOffice.identity, options: SampleOffice.options)
    try file.remember(line: "list queue")
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try mode(folder.file("a")) == 0o700)
    #expect(try mode(folder.file("a/b")) == 0o700)
    for suffix in ["", "-wal", "-shm"] { #expect(try mode(path + suffix) == 0o600, "\(suffix)") }
  }

  @Test("refuses a database that others can read")
  func exposed() throws {
    let office = try SampleOffice()
    office.file.close()
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: office.path)
    #expect(failureCode { try office.secondWindow() } == .exposedFile)
  }

  @Test("refuses to make an office over another, and to open one that is not there")
  func existence() throws {
    let office = try SampleOffice()
    #expect(
      failureCode {
        try OfficeFile.create(at: office.path, identity: SampleOffice.identity, options: SampleOffice.options)
      } == .officeExists)
    #expect(
      failureCode { try OfficeFile(opening: office.path + "x", options: SampleOffice.options) } == .noOffice)
    #expect(try office.secondWindow().state.office.profile.name == "Riverside")
  }

  @Test("of many that make one office at once one makes it, and the others are told")
  func race() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("office.db")
    let outcomes = Mutex<[Failure.Code?]>([])
    DispatchQueue.concurrentPerform(iterations: 8) { number in
      let identity = FileIdentity(
        log: Identifier(high: 1, low: UInt64(number)), epoch: Identifier(high: 2, low: UInt64(number)),
        console: ConsoleID(high: 3, low: 3))
      let code = failureCode {
        try OfficeFile.create(at: path, identity: identity, options: SampleOffice.options)
      }
      outcomes.withLock { $0.append(code) }
    }
    let all = outcomes.withLock { $0 }
    #expect(all.filter { $0 == nil }.count == 1)
    #expect(all.filter { $0 == .officeExists }.count == 7)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).allSatisfy {
        $0.hasPrefix("office.db") && !$0.hasSuffix(".new")
      })
  }

  @Test("refuses a file of a newer version and leaves every byte of it")
  func newer() throws {
    let office = try SampleOffice()
    office.file.close()
    let raw = try office.raw()
    try raw.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA user_version = 999")
      try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
    try raw.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: office.path))
    #expect(failureCode { try office.secondWindow() } == .newerFile)
    #expect(try Data(contentsOf: URL(fileURLWithPath: office.path)) == before)
  }

  @Test("refuses what is no database, and a database that is no office")
  func foreign() throws {
    let folder = try TemporaryFolder()
    let text = folder.file("text.db")
    try Data("This is not a database, however long it may be said to be one.".utf8).write(
      to: URL(fileURLWithPath: text))
    chmod(text, 0o600)
    #expect(failureCode { try OfficeFile(opening: text, options: SampleOffice.options) } == .damaged)
    let other = folder.file("other.db")
    let queue = try DatabaseQueue(path: other)
    try queue.write { try $0.execute(sql: "CREATE TABLE t (x)") }
    try queue.close()
    chmod(other, 0o600)
    #expect(failureCode { try OfficeFile(opening: other, options: SampleOffice.options) } == .notAnOffice)
    let empty = folder.file("empty.db")
    try Data().write(to: URL(fileURLWithPath: empty))
    chmod(empty, 0o600)
    #expect(failureCode { try OfficeFile(opening: empty, options: SampleOffice.options) } == .notAnOffice)
    #expect(failureCode { try OfficeFile(opening: "/tmp", options: SampleOffice.options) } == .notAnOffice)
  }

  @Test("writes under a set clock only to a file that was made under one")
  func clock() throws {
    var set = SampleOffice.options
    set.clockIsSet = true
    let office = try SampleOffice()
    let window = try office.secondWindow(set)
    #expect(
      submitFailure { try window.submit(office.submission([SampleOffice.log(1, "leak")])) } == .clockMismatch)
    #expect(window.state.seq == office.file.state.seq)
    #expect(try SampleOffice(set).submit(SampleOffice.log(1, "leak")).seq == 3)
  }

  @Test("a closed file answers with an error, whoever still asks, writes or closes it again")
  func closed() async throws {
    let office = try SampleOffice()
    let readers = (0..<4).map { _ in
      Task.detached {
        while failureCode({ try office.file.refresh() }) == nil {}
        while failureCode({ try office.file.drafts() }) == nil {}
      }
    }
    office.file.close()
    for reader in readers { await reader.value }
    #expect(failureCode { try office.file.set("person", to: "ana") } == .cannotOpen)
    #expect(submitFailure { try office.submit(SampleOffice.log(1, "leak")) } == .cannotOpen)
    #expect(failureCode { try office.file.load() } == .cannotOpen)
    office.file.close()
    #expect(!FileManager.default.fileExists(atPath: office.path + "-wal"))
  }

  @Test("lets one holder have the line until it closes", .verifies("USR-11"))
  func lock() throws {
    let office = try SampleOffice()
    let second = try office.secondWindow()
    #expect(try office.file.tryHoldLine())
    #expect(try office.file.tryHoldLine())
    #expect(try !second.tryHoldLine())
    office.file.close()
    #expect(try second.tryHoldLine())
  }
}

@Suite("The desk")
struct DeskTests {
  @Test("what somebody looked at is his own, and there after a restart", .verifies("QUE-10"))
  func recent() throws {
    let office = try SampleOffice()
    let looked = [SampleOffice.order(2), SampleOffice.order(1)]
    let (one, other) = (Person.ID(high: 1, low: 1), Person.ID(high: 1, low: 2))
    try office.file.set(recent: looked, of: one)
    office.file.close()
    let again = try office.secondWindow()
    #expect(try again.recent(of: one) == looked)
    #expect(try again.recent(of: other).isEmpty)
  }

  @Test("is opened by whoever comes while nobody else is there", .verifies("EXC-02"))
  func attend() throws {
    let office = try SampleOffice()
    let second = try office.secondWindow()
    #expect(try office.file.attend())
    #expect(try !second.attend())
    office.file.close()
    let third = try office.secondWindow()
    #expect(try !third.attend(), "the second one is still there")
    second.close()
    third.close()
    #expect(try office.secondWindow().attend())
  }
}

/// The failure's code of what a closure throws, nothing when it throws none.
func failureCode(_ body: () throws -> some Any) -> Failure.Code? {
  do {
    _ = try body()
    return nil
  } catch {
    return (error as? StorageError)?.failure.code
  }
}

/// The failure's code of what a submission throws.
func submitFailure(_ body: () throws -> some Any) -> Failure.Code? {
  do {
    _ = try body()
    return nil
  } catch SubmitError.failed(let failure) {
    return failure.code
  } catch {
    return nil
  }
}
