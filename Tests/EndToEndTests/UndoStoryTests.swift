import TestSupport
import Testing

@Suite("Undo, by shell and in the console", .serialized)
struct UndoStoryTests {
  @Test(
    "a push is undone as one in the console, and what the shell did is asked about",
    .verifies("UX-05", "TML-03"))
  func push() throws {
    let binary = try Binary()
    try binary.run("init", "--name", "Riverside", "--zone", "UTC")
    try binary.run(
      "technician", "add", "Ana Ruiz", "--handle", "ana", "--skill", "lift:3", "--shift",
      "Mon-Fri 07:00-19:00")
    try binary.run("site", "add", "Quay House", "--at", "53.41,-2.98", "--customer", "Harbour")
    for (number, time) in [("20001", "12:00"), ("20002", "14:00")] {
      try binary.run("log", "lift dead", "at", "Quay House", "P3", "--trade", "lift")
      #expect(try binary.run("assign", number, "ana", time, "--yes").status == 0)
    }
    func starts() throws -> [String] {
      try ["20001", "20002"].map { number in
        let visits = try binary.json("show", number)["visits"] as? [[String: Any]]
        return visits?.first?["start"] as? String ?? ""
      }
    }
    let before = try starts()
    #expect(before == ["2026-11-24T12:00:00Z", "2026-11-24T14:00:00Z"])
    let terminal = try Terminal(binary)
    #expect(terminal.shows("20001"))
    terminal.type(":push ana +30m\r")
    #expect(terminal.shows("Push Ana"))
    var mark = terminal.bytes.count
    terminal.type("\r")
    #expect(terminal.shows("undoes it", since: mark))
    #expect(try starts() == ["2026-11-24T12:30:00Z", "2026-11-24T14:30:00Z"])
    mark = terminal.bytes.count
    terminal.type("u")
    #expect(terminal.shows("undone: push", since: mark))
    #expect(try starts() == before)
    mark = terminal.bytes.count
    terminal.type("\u{12}")
    #expect(terminal.shows("redone: push", since: mark))
    #expect(try starts() == ["2026-11-24T12:30:00Z", "2026-11-24T14:30:00Z"])
    terminal.type("u")
    #expect(terminal.shows("undone: push", since: mark))
    mark = terminal.bytes.count
    terminal.type("u")
    #expect(terminal.shows("elsewhere", since: mark), "what the shell did is named and asked about")
    #expect(try starts() == before)
    mark = terminal.bytes.count
    terminal.type("2")
    #expect(terminal.shows("undone: assign 20002", since: mark))
    terminal.type("qq")
    #expect(terminal.ended() == 0)
    let again = try Terminal(binary)
    #expect(again.shows("20001"))
    again.type("\u{12}")
    #expect(again.redrawn("redone: assign 20002"), "what was done here is one's own after a restart, too")
    again.type("qq")
    #expect(again.ended() == 0)
    #expect(try binary.run("check").status == 0)
  }

  @Test("takes back by name and again, each in a process of its own", .verifies("UX-05"))
  func story() throws {
    let binary = try Binary()
    #expect(try binary.run("init", "--name", "Riverside", "--zone", "Europe/London").status == 0)
    let logged = try binary.json("log", "lift dead", "at", "Quay House", "P2")
    let number = String(try #require((logged["orders"] as? [Int])?.first))
    #expect(try binary.run("priority", number, "P1", "--reason", "boss").status == 0)
    #expect(try binary.json("show", number)["priority"] as? String == "P1")

    let imagined = try binary.json("undo", "--dry-run")
    #expect(imagined["state"] as? String == "dryRun")
    #expect(try binary.json("show", number)["priority"] as? String == "P1")

    let undone = try binary.json("undo", number)
    #expect((undone["message"] as? String)?.hasPrefix("undone: priority \(number) P1 · ") == true)
    #expect(undone["orders"] as? [Int] == [try #require(Int(number))])
    #expect(try binary.json("show", number)["priority"] as? String == "P2")

    #expect(try binary.run("redo").status == 0)
    #expect(try binary.json("show", number)["priority"] as? String == "P1")
    let entries = try binary.run("ledger").objects
    let undo = try #require(entries.first { $0["undoes"] != nil })
    let target = try #require(entries.first { $0["commandId"] as? String == undo["undoes"] as? String })
    #expect(
      undo["undoesEntry"] as? Int == target["seq"] as? Int && target["command"] as? String == "priority")
    let history = try binary.run("history", number).output
    #expect(history.contains("undo") && history.contains("redo"))
    let refused = try binary.run("redo", "--json")
    #expect(refused.status == 1)
    #expect((try refused.object["refusal"] as? [String: Any])?["code"] as? String == "undoImpossible")
    #expect(try binary.run("check").status == 0)
  }
}
