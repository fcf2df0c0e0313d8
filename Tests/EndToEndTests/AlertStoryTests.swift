import TestSupport
import Testing

@Suite("Alerts, by shell")
struct AlertStoryTests {
  @Test("an alert is passed on, taken, put off, undone and settled", .verifies("EXC-02"))
  func story() throws {
    var binary = try Binary()
    #expect(try binary.run("init", "--name", "Riverside", "--zone", "UTC").status == 0)
    let logged = try binary.json("log", "lift dead", "at", "Quay House", "P1")
    let number = String(try #require((logged["orders"] as? [Int])?.first))
    let alert = try #require(try binary.run("alerts", "--json").objects.first)
    #expect(alert["kind"] as? String == "p1Unassigned" && alert["level"] as? String == "desk")
    #expect(alert["nextStep"] as? String == "10:47 to supervisor")

    binary.now = "2026-11-24T10:47:00Z"
    #expect(try binary.run("tick").output.contains("passed on to supervisor"))
    #expect(try binary.run("tick").output == "Nothing is due.\n")
    #expect(try binary.run("history", number).output.contains("rule alert-escalation"))
    #expect(try binary.run("alerts", "--json").objects.first?["level"] as? String == "supervisor")

    let id = try #require(alert["id"] as? String)
    #expect(try binary.run("alert", "own", id).status == 0)
    #expect(try binary.run("alert", "snooze", number, "30m").status == 0)
    #expect(try binary.run("alerts", "--json").objects.first?["state"] as? String == "snoozed")
    #expect(try binary.run("undo").status == 0)
    #expect(try binary.run("alerts", "--json").objects.first?["state"] as? String == "open")
    #expect(try binary.run("alert", "resolve", id, "the mayor will wait").status == 0)
    #expect(try binary.run("alerts", "--json").output.isEmpty)
    #expect(try binary.run("check").status == 0)
  }
}
