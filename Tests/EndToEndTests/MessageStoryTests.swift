import Foundation
import TestSupport
import Testing

@Suite("Messages, by shell")
struct MessageStoryTests {
  private func told() throws -> (Binary, String) {
    let binary = try Binary()
    #expect(try binary.run("init", "--name", "Riverside", "--zone", "UTC").status == 0)
    #expect(try binary.run("customer", "add", "FreshCo").status == 0)
    #expect(try binary.run("site", "add", "Store 9", "--customer", "FreshCo").status == 0)
    #expect(try binary.run("technician", "add", "Ana Ruiz", "--handle", "ana").status == 0)
    let logged = try binary.json("log", "freezer door", "at", "Store 9", "P3", "--trade", "doors")
    let number = String(try #require((logged["orders"] as? [Int])?.first))
    #expect(
      try binary.run("assign", number, "ana", "14:00", "--override", "test").status == 0)
    // Known only now: nobody was told yet that the call is on record.
    #expect(try binary.run("customer", "edit", "FreshCo", "phone=0151 496 0155").status == 0)
    return (binary, number)
  }

  private func files(_ binary: Binary) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: binary.database + ".outbox")) ?? []).sorted()
  }

  @Test("a message waits, is handed over as one file and marked", .verifies("MSG-08"))
  func handedOver() throws {
    let (binary, number) = try told()
    let preview = try binary.run("message", number, "time", "--dry-run").output
    #expect(preview.contains("to FreshCo by text: \"Riverside: Ana Ruiz comes to Store 9"), "\(preview)")
    #expect(try binary.run("messages").output.split(separator: "\n").count == 1)
    #expect(try binary.run("message", number, "time").output.contains("FreshCo is told in 30 s"))
    #expect(try binary.run("outbox").output.contains("Nothing is due"))
    #expect(files(binary).isEmpty)
    let later = "2026-11-24T10:42:31Z"
    #expect(try binary.run("outbox", now: later).output.contains("1 handed over"))
    let names = files(binary)
    #expect(names.count == 1)
    let path = binary.database + ".outbox/" + (try #require(names.first))
    let data = try Data(contentsOf: URL(filePath: path))
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(object["format"] as? String == "callout.message/1")
    #expect(object["address"] as? String == "0151 496 0155" && object["order"] as? Int == Int(number))
    #expect(names.first == "\(object["id"] as? String ?? "").json")
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try binary.run("outbox", now: later).output.contains("Nothing is due"))
    let id = String((object["id"] as? String ?? "").prefix(8))
    #expect(try binary.run("message", "delivered", id, now: later).status == 0)
    let log = try binary.run("messages", number, "--json", now: later).objects
    #expect(log.first?["state"] as? String == "delivered")
    #expect(try binary.run("check", now: later).status == 0)
  }

  @Test("killed between the file and the mark, there is one file and it is marked")
  func killed() throws {
    let (binary, number) = try told()
    try binary.run("message", number, "time")
    let id = try #require(try binary.run("messages", "--json").objects.first?["id"] as? String)
    let folder = binary.database + ".outbox"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data("as it was written".utf8).write(to: URL(filePath: "\(folder)/\(id).json"))
    #expect(try binary.run("outbox", now: "2026-11-24T10:43:00Z").output.contains("1 handed over"))
    #expect(files(binary) == ["\(id).json"])
    let text = try String(contentsOf: URL(filePath: "\(folder)/\(id).json"), encoding: .utf8)
    #expect(text == "as it was written")
  }

  @Test("a folder that is not there is a failure with its reason, an alert, and tried again")
  func noFolder() throws {
    var (binary, number) = try told()
    let folder = binary.home.path() + "/gateway"
    binary.more["CALLOUT_OUTBOX"] = folder
    try binary.run("message", number, "time")
    let failed = try binary.run("outbox", now: "2026-11-24T10:43:00Z")
    #expect(failed.status == 3 && failed.output.contains("No such file or directory: \(folder)"))
    let alerts = try binary.run("list", "alerts", now: "2026-11-24T10:43:00Z").output
    #expect(alerts.contains("FreshCo not told: No such file or directory"), "\(alerts)")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    #expect(try binary.run("outbox", now: "2026-11-24T10:43:30Z").output.contains("Nothing is due"))
    #expect(try binary.run("outbox", now: "2026-11-24T10:44:00Z").output.contains("1 handed over"))
    #expect(!(try binary.run("list", "alerts", now: "2026-11-24T10:44:00Z").output.contains("not told")))
  }

  @Test("undo catches what waits, and says of what has left how it is corrected", .verifies("TML-08"))
  func undone() throws {
    let (binary, number) = try told()
    try binary.run("message", number, "time")
    let moved = try binary.run("move", number, "15:00", "--yes", "--override", "test")
    #expect(moved.output.contains("FreshCo is told in 30 s"), "\(moved)")
    #expect(try binary.run("undo").output.contains("the message to FreshCo is taken back"))
    #expect(try binary.run("redo").output.contains("FreshCo is told in 30 s"))
    let later = "2026-11-24T10:43:00Z"
    // What was to be told before the move is untrue by it, and does not leave.
    #expect(try binary.run("outbox", now: later).output.contains("1 handed over"))
    let says = "FreshCo was told 15:00 at 10:43: message \(number) correction sends the correction."
    #expect(try binary.run("undo", number, "--dry-run", now: later).output.contains(says))
    #expect(try binary.run("undo", number, now: later).output.contains(says))
    let shown = try binary.run("message", number, "correction", "--dry-run", now: later).output
    #expect(shown.contains("Tue 24 November at 15:00, no longer holds. Ana Ruiz comes on"), "\(shown)")
  }
}
