import TestSupport
import Testing

@Suite("Undo, by shell")
struct UndoStoryTests {
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
    let history = try binary.run("history", number).output
    #expect(history.contains("undo") && history.contains("redo"))
    let refused = try binary.run("redo", "--json")
    #expect(refused.status == 1)
    #expect((try refused.object["refusal"] as? [String: Any])?["code"] as? String == "undoImpossible")
    #expect(try binary.run("check").status == 0)
  }
}
