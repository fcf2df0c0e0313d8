import Foundation
import TestSupport
import Testing

@Suite("The helpdesk's calls in a terminal", .serialized)
struct CallStoryTests {
  private func office() throws -> Binary {
    let binary = try Binary()
    try binary.run("init", "--name", "Riverside", "--zone", "UTC")
    try binary.run("person", "add", "Hal Frost", "--handle", "hal", "--role", "helpdesk")
    try binary.run("customer", "add", "Harbour")
    try binary.run("site", "add", "Quay House", "--customer", "Harbour")
    return binary
  }

  @Test(
    "a line that is cut in the middle of a call keeps every letter, and the call goes on",
    .verifies("INT-01"))
  func hangUp() throws {
    let binary = try office()
    let cut = try Terminal(binary, words: ["--as", "hal", "call"], columns: 80, rows: 24)
    #expect(cut.shows("No call is on record"))
    cut.type("n01514960123\tDana\tQuay")
    #expect(cut.redrawn("Dana"))
    kill(cut.process, SIGHUP)
    #expect(cut.ended() == 129)
    let again = try Terminal(binary, words: ["--as", "hal", "call"], columns: 80, rows: 24)
    #expect(again.redrawn("1 begun"), "\(again.text)")
    again.type("\r")
    #expect(again.redrawn("Dana"))
    again.type(" House\t\tlift dead\u{13}")
    #expect(again.redrawn("1 on record"), "\(again.text)")
    again.type("qq")
    #expect(again.ended() == 0)
    let order = try binary.json("show", "20001")
    #expect("\(order)".contains("lift dead") && "\(order)".contains("Dana"), "\(order)")
    let refused = try binary.run("--as", "hal", "assign", "20001", "nobody")
    #expect(refused.status != 0)
  }

  @Test("line by line for whoever listens", .verifies("UX-07"))
  func plain() throws {
    let binary = try office()
    let answer = try binary.run(
      words: ["--as", "hal", "call", "--plain"],
      input: "log\n01514960123\nDana\nQuay House\n.\nq\nq\n")
    #expect(answer.status == 0 && answer.output.contains("Caller?"), "\(answer.output.suffix(900))")
    #expect(try binary.run("--as", "hal", "list", "drafts").output.contains("log"))
    let twice = try binary.run(
      words: ["--as", "hal", "call", "--plain"], input: "no such words\nno such words\nq\nq\n")
    let said = twice.output.components(separatedBy: "is no choice here").count - 1
    #expect(twice.status == 0 && said == 2, "\(twice.output)")
  }
}
