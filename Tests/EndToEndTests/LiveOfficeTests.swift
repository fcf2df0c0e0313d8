import Foundation
import TestSupport
import Testing

@Suite("A console that is open and its office", .serialized)
struct LiveOfficeTests {
  /// Waits until the office has told so, or for ten seconds.
  private static func told(_ office: ServedOffice, _ word: String, times: Int = 1) throws -> Bool {
    for _ in 0..<200 {
      if try office.log.filter({ $0.contains(word) }).count >= times { return true }
      usleep(50_000)
    }
    return false
  }

  /// An office with a console that is open and listens to it.
  private static func opened() throws -> (office: ServedOffice, file: String, terminal: Terminal) {
    let office = try ServedOffice(Binary(now: nil))
    let file = try office.join("d1")
    let terminal = try Terminal(office.binary, words: ["--db", file])
    #expect(terminal.shows("20001"))
    #expect(try told(office, "liveBegan"))
    return (office, file, terminal)
  }

  @Test(
    "hear of each other at once, through a kill of the server and back, and nothing is lost",
    .verifies("UX-06"))
  func live() throws {
    let (office, file, terminal) = try Self.opened()
    let binary = office.binary
    let mark = terminal.bytes.count
    try binary.run("log", "pump flooded", "at", "Quay House", "P3", "--trade", "lift")
    #expect(terminal.shows("pump flooded", since: mark))
    office.kill()
    #expect(terminal.shows("offline", since: mark))
    #expect(try binary.run("--db", file, "--offline", "note", "20001", "while it was away").status == 0)
    let port = office.address.split(separator: ":").last ?? ""
    let next = try ServedOffice(serving: binary, doors: ["--listen", "127.0.0.1:\(port)"])
    #expect(try Self.told(next, "liveBegan"))
    #expect(try Self.told(next, "pushed"))
    #expect(try binary.run("show", "20001").output.contains("while it was away"))
    next.stop()
    #expect(next.status == 0)
    #expect(try next.log.contains { $0.contains("liveEnded") })
  }

  @Test(
    "hear of each other's calls in forms, the windows on the office's own file too",
    .verifies("INT-01"))
  func calls() throws {
    let (office, _, terminal) = try Self.opened()
    let here = try Terminal(office.binary)
    #expect(here.shows("20001"))
    for window in [terminal, here] {
      window.type("n")
      #expect(window.shows("New call"))
      window.type("01514960123")
    }
    for window in [terminal, here] { #expect(window.shows("has the same caller"), "\(window.text)") }
    office.stop()
    let left = try FileManager.default.contentsOfDirectory(atPath: office.binary.home.path())
    #expect(left.allSatisfy { !$0.hasSuffix(".calls") })
  }

  @Test("a shell that waits beside an open window hears what the office says", .verifies("UX-06"))
  func beside() throws {
    let (office, file, terminal) = try Self.opened()
    for number in 1...4 {
      let said = try office.binary.run("--db", file, "note", "20001", "note \(number)", "--wait")
      #expect(said.status == 0, "\(said.errors)")
    }
    let history = try office.binary.run("history", "20001").output
    for number in 1...4 { #expect(history.contains("note \(number)")) }
    withExtendedLifetime(terminal) {}
  }

  @Test("several windows of a console have one line to the office, and the next one takes it over")
  func windows() throws {
    let (office, file, first) = try Self.opened()
    let binary = office.binary
    let second = try Terminal(binary, words: ["--db", file])
    #expect(second.shows("20001"))
    var (mark, other) = (first.bytes.count, second.bytes.count)
    try binary.run("log", "pump flooded", "at", "Quay House", "P3", "--trade", "lift")
    #expect(first.shows("pump flooded", since: mark) && second.shows("pump flooded", since: other))
    #expect(try office.log.count { $0.contains("liveBegan") } == 1)
    // What is done beside the window that keeps the line is sent by it at once.
    #expect(try binary.run("--db", file, "--offline", "note", "20001", "from a shell").status == 0)
    #expect(try Self.told(office, "pushed", times: 2))
    kill(first.process, SIGKILL)
    #expect(try Self.told(office, "liveBegan", times: 2))
    (mark, other) = (0, second.bytes.count)
    try binary.run("log", "door stuck", "at", "Quay House", "P3", "--trade", "lift")
    #expect(second.shows("door stuck", since: other))
    office.kill()
    other = second.bytes.count
    #expect(second.shows("offline", since: other))
    let third = try Terminal(binary, words: ["--db", file])
    #expect(third.shows("offline"))
  }

  @Test("say at once what waits for an office that hangs, each time more is done")
  func hangs() throws {
    let (office, file, terminal) = try Self.opened()
    let mark = terminal.bytes.count
    office.hang()
    for (count, words) in [(1, "one"), (2, "two")] {
      #expect(try office.binary.run("--db", file, "--offline", "note", "20001", words).status == 0)
      #expect(terminal.redrawn("\(count) waiting"))
    }
    #expect(!String(decoding: terminal.bytes[mark...], as: UTF8.self).contains("offline"))
  }

  @Test("part at once when it is revoked, and nothing of what happens afterwards is told to it")
  func revoked() throws {
    let (office, file, terminal) = try Self.opened()
    let binary = office.binary
    let console = try #require(office.consoles["d1"])
    let mark = terminal.bytes.count
    #expect(try binary.run("consoles", "revoke", String(console.prefix(8))).status == 0)
    try binary.run("log", "pump flooded", "at", "Quay House", "P3", "--trade", "lift")
    #expect(terminal.shows("turned", since: mark))
    #expect(try binary.run("--db", file, "show", "20001").status == 0)
    #expect(try !binary.run("--db", file, "find", "flooded").output.contains("flooded"))
    #expect(try binary.run("find", "flooded").output.contains("pump flooded"))
  }

  @Test("lets in again whose person has come back, and nobody else acts at his console")
  func comesBack() throws {
    let (office, _, terminal) = try Self.opened()
    let binary = office.binary
    var mark = terminal.bytes.count
    #expect(try binary.run("person", "edit", "d1", "status=left").status == 0)
    #expect(terminal.shows("turned", since: mark))
    #expect(try binary.run("person", "edit", "d1", "status=active").status == 0)
    try binary.run("log", "pump flooded", "at", "Quay House", "P3", "--trade", "lift")
    mark = terminal.bytes.count
    terminal.type(":sync\r")
    #expect(terminal.shows("pump flooded", since: mark))
    #expect(try Self.told(office, "liveBegan", times: 2))
    mark = terminal.bytes.count
    terminal.type(":i-am d2\r")
    #expect(terminal.shows("joined its office as d1", since: mark))
  }
}
