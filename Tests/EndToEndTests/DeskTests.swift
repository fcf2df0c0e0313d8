import Foundation
import Glibc
import TestSupport
import Testing

@Suite("The desk in a terminal", .serialized, .verifies("USR-06"))
struct DeskTests {
  /// Riverside with Bea, its owner, and Sam, who both have a PIN.
  private func office(lockAfter: String? = nil) throws -> Binary {
    let binary = try Binary()
    try binary.run("init", "--name", "Riverside", "--zone", "UTC", "--owner", "Bea Long")
    try binary.run("person", "add", "Sam Lee", "--handle", "sam", "--role", "dispatcher")
    try binary.run("site", "add", "Quay House", "--customer", "Harbour")
    try binary.run("log", "lift dead", "at", "Quay House", "P1")
    for (handle, pin) in [("bea", "86420975"), ("sam", "97531864")] {
      #expect(try binary.run(words: ["person", "pin", handle], input: "\(pin)\n\(pin)\n").status == 0)
    }
    if let lockAfter {
      let folder = binary.home.appending(path: "config/callout")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data("lock-after = \"\(lockAfter)\"\n".utf8).write(to: folder.appending(path: "config.toml"))
    }
    return binary
  }

  private func opened(_ binary: Binary, pin: String = "86420975") throws -> Terminal {
    let terminal = try Terminal(binary)
    #expect(terminal.shows("Locked for Bea Long"))
    let mark = terminal.bytes.count
    terminal.type(pin + "\r")
    #expect(terminal.shows("priority", since: mark))
    return terminal
  }

  @Test("begins locked for who has a PIN, opens with it, and locks again at a key")
  func locks() throws {
    let terminal = try opened(try office())
    var mark = terminal.bytes.count
    terminal.type("Q")
    #expect(terminal.shows("somebody else", since: mark))
    mark = terminal.bytes.count
    terminal.type("1111\r")
    #expect(terminal.shows("That is not the PIN of Bea Long.", since: mark))
    mark = terminal.bytes.count
    terminal.type("86420975\r")
    #expect(terminal.shows("1 wrong PIN was typed", since: mark))
    terminal.type("qq")
    #expect(terminal.ended() == 0)
  }

  @Test("locks by itself when nobody touches it")
  func idle() throws {
    let terminal = try opened(try office(lockAfter: "5s"))
    let mark = terminal.bytes.count
    #expect(terminal.shows("somebody else", since: mark))
  }

  @Test("lets the next one act under his own name, and keeps the form of the one before", .verifies("USR-11"))
  func takesOver() throws {
    let binary = try office()
    let terminal = try opened(binary)
    terminal.type("n")
    #expect(terminal.shows("New call"))
    for character in "0151" { terminal.type(String(character)) }
    #expect(terminal.shows("draft saved"))
    var mark = terminal.bytes.count
    terminal.type("\u{10}lock\r")
    #expect(terminal.shows("somebody else", since: mark))
    mark = terminal.bytes.count
    terminal.type("\t\u{15}sam\r97531864\r")
    #expect(terminal.shows("Sam Lee acts here now", since: mark))
    mark = terminal.bytes.count
    terminal.type(":note 20001 on my way\r")
    #expect(terminal.shows("\"on my way\"", since: mark))
    terminal.type("qq")
    #expect(terminal.ended() == 0)
    let history = try binary.run("history", "20001", "--json").objects
    #expect(
      history.contains { $0["event"] as? String == "noteAdded" && $0["person"] as? String == "sam" })
    let drafts = try binary.run("list", "drafts", "--json").objects
    #expect(drafts.first?["person"] as? String == "bea")
  }

  @Test("never prints a PIN or its seal, and records who set it")
  func quiet() throws {
    let binary = try office()
    let copy = binary.home.path() + "/copy.db"
    let answers = try [
      ["ledger", "--since", "0", "--json"], ["list", "people", "--json"], ["check", "--json"],
      ["backup", copy, "--json"], ["list", "people"]
    ].map { try binary.run(words: $0) }
    for answer in answers {
      #expect(answer.status == 0)
      for word in ["86420975", "97531864", "scrypt"] {
        #expect(!(answer.output + answer.errors).contains(word))
      }
    }
    let entries = try binary.run("ledger", "--since", "0", "--json").objects
    #expect(entries.contains { ($0["events"] as? [String])?.contains("pinSet") ?? false })
    let file = try Data(contentsOf: URL(filePath: binary.database))
    #expect(file.range(of: Data("86420975".utf8)) == nil)
  }

  @Test("asks on a terminal without showing what is typed, and sets nothing when broken off")
  func prompt() throws {
    let binary = try office()
    let terminal = try Terminal(binary, words: ["person", "pin", "sam"])
    #expect(terminal.shows("New PIN for Sam Lee:"))
    terminal.type("75193826\r")
    #expect(terminal.shows("The same again:"))
    terminal.type("75193826\r")
    #expect(terminal.ended() == 0)
    #expect(!terminal.text.contains("75193826"))
    let other = try Terminal(binary, words: ["person", "pin", "sam"])
    #expect(other.shows("New PIN for Sam Lee:"))
    other.type("75\u{3}")
    #expect(other.ended() == 130)
  }

  @Test(
    "says why a PIN will not do",
    arguments: [
      ("12\n12\n", "4 to 12 digits"), ("1234\n", "first guess"), ("86420975\n8643\n", "not the same")
    ])
  func unusable(typed: String, why: String) throws {
    let answer = try office().run(words: ["person", "pin", "sam"], input: typed)
    #expect(answer.status == 2 && answer.errors.contains(why))
  }

  @Test("opens a made-up day without any PIN")
  func demo() throws {
    let binary = try Binary()
    try binary.run(
      "demo", "--headless", "--db", binary.home.path() + "/d.db", "--open", "20", "--closed", "0")
    let people = try binary.run("list", "people", "--json", "--db", binary.home.path() + "/d.db").objects
    #expect(!people.isEmpty && people.allSatisfy { $0["hasPIN"] as? Bool == false })
  }

  @Test("what is typed while the next one takes over stays a draft of whoever typed it", .verifies("USR-11"))
  func typedAhead() throws {
    let binary = try Binary()
    try binary.run("init", "--name", "Riverside", "--zone", "UTC", "--owner", "Bea Long")
    try binary.run("person", "add", "Sam Lee", "--handle", "sam", "--role", "dispatcher")
    let terminal = try Terminal(binary)
    #expect(terminal.shows("Riverside"))
    terminal.type("n")
    #expect(terminal.shows("New call"))
    terminal.type("0151")
    #expect(terminal.shows("draft saved"))
    let mark = terminal.bytes.count
    terminal.type("\u{10}i-am sam\r4960123")
    #expect(terminal.shows("Sam Lee acts here now", since: mark))
    terminal.type("qq")
    #expect(terminal.ended() == 0)
    let drafts = try binary.run("list", "drafts", "--json").objects
    #expect(drafts.allSatisfy { $0["person"] as? String == "bea" } && drafts.count == 1)
    #expect(try binary.run("list", "drafts", "--json", "--as", "sam").objects.isEmpty)
  }

  @Test("says who is at which console, and forgets one that was killed")
  func consoles() throws {
    let binary = try Binary()
    try binary.run("init", "--name", "Riverside", "--zone", "UTC", "--owner", "Bea Long")
    try binary.run("person", "add", "Sam Lee", "--handle", "sam", "--role", "dispatcher")
    func listed() throws -> [String] {
      try binary.run("consoles", "--json").objects.compactMap { $0["person"] as? String }
    }
    #expect(try listed().isEmpty)
    let bea = try Terminal(binary, columns: 160)
    #expect(bea.shows("Riverside"))
    let sam = try Terminal(binary, words: ["--as", "sam"], columns: 160)
    // The blank between the words stood there before, and is not drawn again.
    #expect(sam.shows("consoles") && bea.shows("consoles"))
    #expect(try listed().sorted() == ["bea", "sam"])
    let mark = bea.bytes.count
    bea.type("K")
    #expect(bea.shows("Last seen", since: mark) && bea.shows("Sam Lee", since: mark))
    kill(sam.process, SIGKILL)
    #expect(sam.ended() == -SIGKILL)
    #expect(try listed() == ["bea"])
    bea.type("qqq")
    #expect(bea.ended() == 0)
    #expect(try listed().isEmpty)
  }
}
