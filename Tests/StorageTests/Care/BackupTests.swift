import Domain
import Foundation
import GRDB
import Storage
import TestSupport
import Testing

@Suite("Backup and restore")
struct BackupTests {
  private static let newEpoch = Identifier<FileIdentity>(high: 2, low: 2)

  @Test("copies while others write, and the copy passes its check", .verifies("ADM-02"))
  func underLoad() async throws {
    let office = try SampleOffice()
    let window = try office.secondWindow()
    _ = try office.file.submitAll((1...200).map { office.submission([SampleOffice.closedLongAgo($0)]) })
    async let writes: Void = {
      for low in 1_000...1_100 {
        try window.submit(office.submission([SampleOffice.log(UInt64(low), "leak")]))
      }
    }()
    let reports = try (1...3).map { try office.file.backup(to: office.folder.file("backup-\($0).db")) }
    try await writes
    #expect(reports.allSatisfy { $0.problems.isEmpty && $0.entries >= 202 })
    #expect(try office.file.check().problems == [])
    #expect(try office.file.health().lastBackupAt == SampleOffice.start)
    let copy = try OfficeFile(opening: office.folder.file("backup-3.db"), options: SampleOffice.options)
    #expect(copy.state.seq == reports[2].entries)
  }

  @Test("restores into a new file with a new epoch that goes on from there", .verifies("ADM-02"))
  func restore() throws {
    let office = try SampleOffice()
    try office.submit(SampleOffice.log(1, "leak"))
    let source = office.folder.file("photo.jpg")
    try Data("abc".utf8).write(to: URL(fileURLWithPath: source))
    let attached = try office.file.attach(contentsOf: source)
    let backup = office.folder.file("b.db")
    try office.file.backup(to: backup)
    let target = office.folder.file("new/office.db")
    try OfficeFile.restore(
      from: backup, to: target, epoch: BackupTests.newEpoch, options: SampleOffice.options)
    let file = try OfficeFile(opening: target, options: SampleOffice.options)
    #expect(file.state.office == office.file.state.office)
    #expect(file.identity.epoch == BackupTests.newEpoch)
    #expect(file.identity.log == office.file.identity.log)
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: file.attachmentPath(attached.sha256))) == Data("abc".utf8))
    try file.submit(office.submission([SampleOffice.note(1, "after the restore")]))
    #expect(try file.check().problems == [])
    #expect(try OfficeFile(opening: target, options: SampleOffice.options).state.seq == 4)
  }

  @Test("gives a damaged backup no name, and takes no name that is in use")
  func refusals() throws {
    let office = try SampleOffice()
    try office.submit(SampleOffice.log(1, "leak"))
    let backup = office.folder.file("b.db")
    try office.file.backup(to: backup)
    #expect(failureCode { try office.file.backup(to: backup) } == .officeExists)
    let raw = try DatabaseQueue(path: backup)
    try raw.write { try $0.execute(sql: "UPDATE orders SET value = x'00'") }
    try raw.close()
    let target = office.folder.file("new.db")
    let code = failureCode {
      try OfficeFile.restore(
        from: backup, to: target, epoch: BackupTests.newEpoch, options: SampleOffice.options)
    }
    #expect(code != nil)
    let names = try FileManager.default.contentsOfDirectory(atPath: office.folder.path)
    #expect(names.filter { $0.hasPrefix("new.db") } == [])
  }

  @Test("a copy of what may only be read is whole, and a copy of what is damaged blames the damaged file")
  func blame() throws {
    let office = try SampleOffice()
    try office.submit(SampleOffice.log(1, "leak"))
    var options = SampleOffice.options
    options.isReadOnly = true
    let reading = try office.secondWindow(options)
    var unnoted: StorageError?
    let report = try reading.backup(to: office.folder.file("copy.db")) { unnoted = $0 }
    #expect(report.problems == [] && unnoted?.failure.code == .readOnly)
    reading.close()
    office.file.close()
    let raw = try DatabaseQueue(path: office.path)
    try raw.write { try $0.execute(sql: "UPDATE orders SET value = x'00'") }
    try raw.close()
    var failure: Failure?
    do {
      try OfficeFile.restore(
        from: office.path, to: office.folder.file("new.db"), epoch: BackupTests.newEpoch,
        options: SampleOffice.options)
    } catch {
      failure = error.failure
    }
    #expect(failure?.code == .damaged && failure?.subject == office.path)
  }

  @Test("restoring leaves nothing beside the backup")
  func tidy() throws {
    let office = try SampleOffice()
    try office.submit(SampleOffice.log(1, "leak"))
    let folder = try TemporaryFolder()
    try office.file.backup(to: folder.file("b.db"))
    try OfficeFile.restore(
      from: folder.file("b.db"), to: folder.file("new.db"), epoch: BackupTests.newEpoch,
      options: SampleOffice.options)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["b.db", "new.db"])
  }

  @Test("restores from a file and a folder that nobody may write to", .verifies("ADM-02"))
  func readOnlyMedium() throws {
    let office = try SampleOffice()
    try office.submit(SampleOffice.log(1, "leak"))
    let medium = office.folder.file("medium")
    let backup = medium + "/b.db"
    try office.file.backup(to: backup)
    let target = try TemporaryFolder()
    for path in [backup, target.path, medium] { chown(path, OtherUser.nobody, OtherUser.nobody) }
    chmod(backup, 0o444)
    chmod(medium, 0o555)
    chmod(office.folder.path, 0o755)
    defer { chmod(medium, 0o755) }
    try OtherUser.act {
      let report = try OfficeFile.restore(
        from: backup, to: target.file("office.db"), epoch: BackupTests.newEpoch, options: SampleOffice.options
      )
      #expect(report.problems == [])
      #expect(report.entries == 3)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: medium) == ["b.db"])
  }
}
