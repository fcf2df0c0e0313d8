import Domain
import Foundation
import GRDB
import Storage
import TestSupport
import Testing

@Suite("What is local to a console")
struct LocalTests {
  @Test("keeps drafts across a restart, newest first, and no entry tells of them")
  func drafts() throws {
    let office = try SampleOffice()
    let seq = office.file.state.seq
    let first = Draft(
      id: Draft.ID(high: 1, low: 1), form: "log", content: [0, 255, 10], savedAt: SampleOffice.start)
    let second = Draft(
      id: Draft.ID(high: 1, low: 2), form: "hold", content: Array("parts".utf8),
      savedAt: SampleOffice.start + .minutes(1))
    try office.file.save(first)
    try office.file.save(second)
    let typed = Draft(id: first.id, form: "log", content: [1], savedAt: SampleOffice.start + .minutes(2))
    try office.file.save(typed)
    #expect(try office.secondWindow().drafts() == [typed, second])
    try office.file.deleteDraft(typed.id)
    #expect(try office.file.drafts() == [second])
    #expect(try office.file.load().seq == seq)
  }

  @Test("a form that was thrown away with words that were erased is not kept again; a new one like it is")
  func thrownAway() throws {
    let office = try SampleOffice()
    let form = Draft(
      id: Draft.ID(high: 1, low: 1), form: "log", content: Array("Marianne".utf8), savedAt: SampleOffice.start
    )
    let other = Draft(id: Draft.ID(high: 1, low: 2), form: "log", content: [1], savedAt: SampleOffice.start)
    let known = try #require(try office.file.save(form))
    try office.file.save(other)
    #expect(try office.file.save(form, since: known) == known)
    try office.file.deleteDraft(form.id)
    #expect(
      try office.file.save(form, since: known) == known,
      "another window has sent it in, and nothing was erased")
    try office.file.deleteDraft(other.id)
    let text = PersonalText(id: Identifier(high: 9, low: 900), words: "Marianne")
    var site = Site(id: Site.ID(high: 12, low: 900), name: "House", customer: nil)
    site.phone = text
    try office.submit(.addSite(AddSite(site)))
    #expect(try office.file.erasePersonalText(text.id))
    #expect(try office.file.save(form, since: known) == nil && office.file.drafts().isEmpty)
    #expect(
      try office.file.save(other, since: known) != nil, "another window has sent it in, nothing of it erased")
    // One window begins it anew; the other one has the old words still.
    let anew = try #require(try office.file.save(form))
    #expect(try office.file.save(form, since: anew) == anew && office.file.save(form, since: known) == nil)
  }

  @Test("what keeping a file would come to is known without keeping it")
  func examined() throws {
    let office = try SampleOffice()
    let source = office.folder.file("photo.jpg")
    try Data("abc".utf8).write(to: URL(fileURLWithPath: source))
    let examined = try office.file.examine(contentsOf: source)
    #expect(!FileManager.default.fileExists(atPath: office.path + ".attachments"))
    #expect(try office.file.attach(contentsOf: source) == examined)
    #expect(throws: StorageError.self) { try office.file.examine(contentsOf: office.folder.file("none")) }
  }

  @Test("remembers command lines, the same one in a row once, and no more than a thousand")
  func lines() throws {
    let office = try SampleOffice()
    for line in ["list queue", "list queue", "show 20000", "list queue"] {
      try office.file.remember(line: line)
    }
    #expect(try office.file.rememberedLines(last: 10) == ["list queue", "show 20000", "list queue"])
    #expect(try office.file.rememberedLines(last: 1) == ["list queue"])
    for number in 0..<1_005 { try office.file.remember(line: "show \(number)") }
    let all = try office.file.rememberedLines(last: 5_000)
    #expect(all.count == 1_000)
    #expect(all.last == "show 1004")
  }

  @Test("keeps settings and forgets them")
  func settings() throws {
    let office = try SampleOffice()
    try office.file.set("person", to: "ana")
    #expect(try office.secondWindow().setting("person") == "ana")
    try office.file.set("person", to: nil)
    #expect(try office.file.setting("person") == nil)
  }

  @Test("keeps a file's bytes once, under their hash, for the owner only")
  func attachments() throws {
    let office = try SampleOffice()
    let source = office.folder.file("photo.jpg")
    try Data("abc".utf8).write(to: URL(fileURLWithPath: source))
    let stored = try office.file.attach(contentsOf: source)
    #expect(
      stored.sha256.description == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(stored.bytes == 3)
    #expect(try office.file.attach(contentsOf: source) == stored)
    let path = office.file.attachmentPath(stored.sha256)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("abc".utf8))
    let names = try FileManager.default.contentsOfDirectory(atPath: office.path + ".attachments")
    #expect(names == [stored.sha256.description])
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    #expect(failureCode { try office.file.attach(contentsOf: source + "x") } == .cannotOpen)
  }

  @Test("lists who is at which console, and nobody whose process is gone", .verifies("USR-06"))
  func sessions() throws {
    let office = try SampleOffice()
    let here = Int(ProcessInfo.processInfo.processIdentifier)
    func session(_ number: UInt64, process: Int, after seconds: Int64 = 0) -> DeskSession {
      DeskSession(
        id: DeskSession.ID(high: 5, low: number), person: SampleOffice.owner, terminal: "pts/\(number)",
        process: process, begunAt: SampleOffice.start + .seconds(Int64(number)),
        seenAt: SampleOffice.start + .seconds(seconds))
    }
    let seq = office.file.state.seq
    let gone = Process()
    gone.executableURL = URL(filePath: "/bin/sleep")
    gone.arguments = ["60"]
    try gone.run()
    try office.file.announce(session(1, process: here))
    try office.file.announce(session(2, process: Int(gone.processIdentifier)))
    #expect(try office.secondWindow().sessions().map(\.terminal) == ["pts/1", "pts/2"])
    gone.terminate()
    gone.waitUntilExit()
    #expect(try office.file.sessions().map(\.terminal) == ["pts/1"])
    try office.file.announce(session(1, process: here, after: 90))
    #expect(try office.file.sessions() == [session(1, process: here, after: 90)])
    let rows = try office.raw().read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sessions") }
    #expect(rows == 1, "what a dead process left behind is forgotten")
    let copy = office.folder.file("copy.db")
    try office.file.backup(to: copy)
    #expect(try OfficeFile(opening: copy, options: SampleOffice.options).sessions().isEmpty)
    #expect(try office.file.attendedAt() == SampleOffice.start + .seconds(90))
    let left = SampleOffice.start + .minutes(7)
    try office.file.leave(session(1, process: here).id, at: left)
    #expect(try office.secondWindow().attendedAt() == left, "how long nobody was there is known afterwards")
    #expect(
      try office.file.sessions().isEmpty && office.file.load().seq == seq, "the ledger knows nothing of it")
  }
}
