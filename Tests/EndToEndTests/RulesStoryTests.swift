import Domain
import TestSupport
import Testing

@Suite("Rules, by shell")
struct RulesStoryTests {
  @Test(
    "tick does once what is due, history names the rule, and what is undone stays so", .verifies("AUT-05"))
  func story() throws {
    var binary = try Binary()
    #expect(try binary.run("init", "--name", "Riverside", "--zone", "Europe/London").status == 0)
    let logged = try binary.json("log", "lift dead", "at", "Quay House", "P3")
    let number = String(try #require((logged["orders"] as? [Int])?.first))
    #expect(try binary.run("tick").output == "Nothing is due.\n")

    binary.now = "2026-12-09T10:42:00Z"
    #expect(try binary.run("tick", "--dry-run").output.contains("rule age-escalation on \(number)"))
    #expect(try binary.run("tick", "--dry-run").output.contains("Would end the day that was due to end"))
    let acted = try binary.run("tick", "--json").objects
    #expect(acted.map { $0["orders"] as? [Int] } == [[], [try #require(Int(number))]])
    #expect(try binary.dayEnds() == 1)
    #expect(try binary.json("show", number)["priority"] as? String == "P2")
    #expect(try binary.run("tick").output == "Nothing is due.\n")
    #expect(try binary.run("history", number).output.contains("rule age-escalation"))

    #expect(try binary.run("undo", number).status == 0)
    #expect(try binary.json("show", number)["priority"] as? String == "P3")
    #expect(try binary.run("tick").output == "Nothing is due.\n")
    #expect(try binary.run("rules", "age-escalation", "off").status == 0)
    #expect(try binary.run("rules").output.contains("off"))
    #expect(try binary.run("check").status == 0)
  }
}
