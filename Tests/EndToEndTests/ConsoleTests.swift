import Foundation
import Glibc
import TestSupport
import Testing

@Suite("The console in a terminal", .serialized)
struct ConsoleTests {
  private func office() throws -> Binary {
    let binary = try Binary()
    try binary.run("init", "--name", "Riverside", "--zone", "Europe/London")
    try binary.run(
      "technician", "add", "Ana Ruiz", "--handle", "ana", "--skill", "lift:3", "--shift",
      "Mon-Fri 07:00-18:00")
    try binary.run("site", "add", "Quay House", "--at", "53.41,-2.98", "--customer", "Harbour")
    try binary.run("log", "lift dead", "at", "Quay House", "P1", "--trade", "lift")
    return binary
  }

  @Test("shows the office's name first and leaves at the second q", .verifies("UX-01"))
  func quits() throws {
    let terminal = try Terminal(try office())
    #expect(terminal.shows("Riverside"))
    #expect(terminal.shows("20001"))
    terminal.type("q")
    #expect(terminal.shows("q", since: terminal.bytes.count))
    terminal.type("q")
    #expect(terminal.ended() == 0)
    #expect(left(terminal))
  }

  @Test(
    "gives the terminal back however it ends",
    arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGSEGV, SIGABRT, SIGILL, SIGFPE, SIGBUS, SIGTRAP])
  func signals(signal: Int32) throws {
    let terminal = try Terminal(try office())
    #expect(terminal.shows("Riverside"))
    kill(terminal.process, signal)
    let status = terminal.ended()
    #expect(status != nil && status != 0)
    #expect(left(terminal))
  }

  @Test("assigns in two keys, and the shell sees it", .verifies("QUE-05"))
  func assigns() throws {
    let binary = try office()
    let terminal = try Terminal(binary)
    #expect(terminal.shows("20001"))
    terminal.type("a")
    #expect(terminal.shows("Assign 20001"))
    #expect(terminal.shows("Ruiz"))
    terminal.type("\r")
    #expect(terminal.shows("given to Ruiz"))
    #expect(try binary.json("show", "20001")["status"] as? String == "dispatched")
  }

  @Test("follows live what another process does", .verifies("UX-08", "USR-11"))
  func follows() throws {
    let binary = try office()
    let terminal = try Terminal(binary)
    #expect(terminal.shows("20001"))
    try binary.run("log", "smoke in the kitchen", "at", "Quay House", "P2")
    #expect(terminal.shows("20002"))
  }

  @Test("keeps a half-filled call across a kill", .verifies("INT-01"))
  func drafts() throws {
    let binary = try office()
    let first = try Terminal(binary)
    #expect(first.shows("20001"))
    first.type("n")
    #expect(first.shows("New call"))
    for character in "01514960123" { first.type(String(character)) }
    #expect(first.shows("draft saved"))
    kill(first.process, SIGKILL)
    #expect(first.ended() == -SIGKILL)
    let kept = try binary.run("list", "drafts", "--json").objects
    #expect(kept.count == 1)
    // Whatever was typed last may not have been saved any more; what was is listed in words.
    let words = (kept.first?["title"] as? String)?.split(separator: " ").last ?? ""
    #expect(words.count > 1 && "01514960123".hasPrefix(words))
    let second = try Terminal(binary)
    #expect(second.shows("20001"))
    second.type("n")
    #expect(second.shows("kept as a draft"))
  }

  @Test("gives back what was typed when the disk takes nothing to the end")
  func unsavedDrafts() throws {
    let terminal = try Terminal(try office())
    #expect(terminal.shows("20001"))
    try terminal.refuseFiles()
    terminal.type("n")
    #expect(terminal.shows("New call"))
    terminal.type("01514960123")
    #expect(terminal.shows("not saving since"))
    kill(terminal.process, SIGTERM)
    #expect(terminal.ended() == 143)
    let last =
      String(decoding: terminal.bytes, as: UTF8.self).components(separatedBy: "\u{1B}[?1049l").last ?? ""
    #expect(last.contains("Not saved: "))
    #expect(last.contains("01514960123"))
  }

  @Test("starts with a broken keymap and theme and says where they are broken", .verifies("UX-04"))
  func brokenSettings() throws {
    let binary = try office()
    let folder = binary.home.appending(path: "config/callout")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("[queue]\n\"a\" = \"work-order.asign\"\n".utf8).write(to: folder.appending(path: "mine.toml"))
    let config = "keymap = \"\(folder.path())/mine.toml\"\n"
    try Data(config.utf8).write(to: folder.appending(path: "config.toml"))
    let terminal = try Terminal(binary)
    #expect(terminal.shows("Riverside"))
    #expect(terminal.shows("work-order.assign"))
    #expect(terminal.shows("mine.toml:2"))
  }

  /// Whether the alternate screen was left, the cursor shown and the paste mode ended.
  private func left(_ terminal: Terminal) -> Bool {
    let output = String(decoding: terminal.bytes, as: UTF8.self)
    guard let on = output.range(of: "\u{1B}[?1049h") else { return false }
    guard let off = output.range(of: "\u{1B}[?1049l", options: .backwards), off.lowerBound > on.lowerBound
    else {
      return false
    }
    let paste = output.range(of: "\u{1B}[?2004l", options: .backwards)
    let cursor =
      output.range(of: "\u{1B}[?25h", options: .backwards)
      ?? output.range(of: "\u{1B}[?12l\u{1B}[?25h", options: .backwards)
    return paste != nil && cursor != nil
  }
}
