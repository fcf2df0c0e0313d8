import Foundation
import Glibc
import TestSupport
import Testing

@Suite("A recorded day, by shell", .verifies("ADM-10"))
struct ReplayStoryTests {
  /// A short morning: calls every minute, with a unit on each, some of it odd, one line unusable.
  static func morning(_ binary: Binary, calls: Int = 40) throws -> String {
    var lines: [String] = []
    for call in 0..<calls {
      let minute = String(format: "%02d:%02d", 8 + call / 60, call % 60)
      let unit = #""call":"\#(call)","unit":"E\#(call % 5)""#
      lines += [
        #"{"t":"2017-01-05T\#(minute):00","kind":"call.created","call":"\#(call)","type":"Alarms","priority":"3","address":"\#(call) Main St"}"#,
        #"{"t":"2017-01-05T\#(minute):10","kind":"call.entered","call":"\#(call)"}"#,
        #"{"t":"2017-01-05T\#(minute):20","kind":"unit.dispatched",\#(unit),"unit_type":"ENGINE"}"#,
        #"{"t":"2017-01-05T\#(minute):30","kind":"unit.onscene",\#(unit)}"#,
        #"{"t":"2017-01-05T\#(minute):50","kind":"unit.available",\#(unit)}"#,
        #"{"t":"2017-01-05T\#(minute):50","kind":"call.closed","call":"\#(call)"}"#
      ]
    }
    lines.insert("{not an object", at: 7)
    lines.insert(#"{"t":"2017-01-05T08:01:00","kind":"weather.changed"}"#, at: 9)
    let path = binary.home.path() + "/morning.ndjson"
    try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  @Test("is played to the last line: each event is in the ledger, the file is whole, its time is its own")
  func whole() throws {
    let binary = try Binary()
    let file = try Self.morning(binary)
    let sandbox = ["--db", binary.home.path() + "/sandbox.db"]
    let played = try binary.run(words: ["replay", file, "--speed", "600", "--json"] + sandbox)
    let counts = try played.object
    #expect(played.status == 0 && counts["read"] as? Int == 242 && counts["applied"] as? Int == 240)
    #expect(counts["skipped"] as? Int == 1 && counts["refused"] as? Int == 1)
    #expect(counts["flagged"] as? Int == 40, "each arrives without having set off")
    #expect(played.errors.contains("Line 8 was left out"))
    let told = try binary.run(words: ["ledger", "--since", "0", "--json"] + sandbox).objects
    let founding = 2 + 1 + 5
    // The night ends on the way, though no console is open.
    #expect(told.count == founding + 240 + 1)
    #expect(try binary.dayEnds(of: sandbox) == 1)
    #expect(try binary.run(words: ["check"] + sandbox).status == 0)
    let orders = try binary.run(words: ["list", "work-orders", "--json"] + sandbox).objects
    #expect(orders.count == 40 && orders.allSatisfy { $0["status"] as? String == "closed" })

    let note = try binary.run(words: ["note", "1", "looked at it later"] + sandbox)
    #expect(note.status == 0)
    let last = try #require(
      try binary.run(words: ["ledger", "--since", "0", "--json"] + sandbox).objects.last)
    #expect(last["at"] as? String == "2026-11-24T08:39:50Z", "everybody lives in the sandbox's time")
    #expect(last["recordedAt"] as? String == "2026-11-24T08:39:50Z")
  }

  @Test("goes on from where it stopped, and nothing comes twice")
  func goesOn() throws {
    let binary = try Binary()
    let file = try Self.morning(binary)
    let sandbox = ["--db", binary.home.path() + "/sandbox.db", "--speed", "600"]
    let first = try binary.run(words: ["replay", file, "--until", "08:20"] + sandbox)
    #expect(first.output.contains("The day is not over"))
    let half = try binary.run(words: ["list", "work-orders", "--json"] + sandbox.prefix(2)).objects.count
    #expect(half == 21)
    #expect(try binary.run(words: ["note", "1", "meanwhile"] + sandbox.prefix(2)).status == 0)
    let noted = try binary.run(words: ["ledger", "--since", "0", "--json"] + sandbox.prefix(2)).objects.last
    #expect(noted?["recordedAt"] as? String == "2026-11-24T08:20:00Z", "the time stands where it was stopped")
    #expect(try binary.run(words: ["replay", file] + sandbox).status == 0)
    let told = try binary.run(words: ["ledger", "--since", "0", "--json"] + sandbox.prefix(2)).objects
    #expect(told.count == 8 + 240 + 1 + 1)
    #expect(try binary.run(words: ["check"] + sandbox.prefix(2)).status == 0)
    #expect(try binary.run(words: ["replay", file] + sandbox).status == 0, "a day that is over stays so")
    #expect(
      try binary.run(words: ["ledger", "--since", "0", "--json"] + sandbox.prefix(2)).objects.count == 250)
  }

  @Test("after a kill in the middle it goes on where it was: nothing is lost and nothing comes twice")
  func killed() throws {
    var binary = try Binary()
    let file = try Self.morning(binary)
    binary.now = nil
    let sandbox = ["--db", binary.home.path() + "/sandbox.db"]
    let words = ["replay", file, "--speed", "600", "--from", "08:00"] + sandbox
    let process = Process()
    process.executableURL = URL(filePath: Binary.path)
    process.arguments = words
    process.environment = binary.environment
    process.standardError = FileHandle.nullDevice
    try process.run()
    func entries() throws -> [[String: Any]] {
      try binary.run(words: ["ledger", "--since", "0", "--json"] + sandbox).objects
    }
    for _ in 0..<2_000 where process.isRunning { if try entries().count > 60 { break } }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let before = try entries().count
    #expect((60..<248).contains(before))
    #expect(try binary.run(words: ["check"] + sandbox).status == 0)
    #expect(try binary.run(words: words).status == 0)
    let told = try entries()
    #expect(told.count == 249)
    #expect(Set(told.compactMap { $0["commandId"] as? String }).count == 249)
    #expect(try binary.run(words: ["check"] + sandbox).status == 0)
  }

  @Test("with the calls alone they wait for somebody, with units to send")
  func onlyCalls() throws {
    let binary = try Binary()
    let file = try Self.morning(binary)
    let sandbox = ["--db", binary.home.path() + "/sandbox.db"]
    let played = try binary.json(
      "replay", file, "--speed", "600", "--only", "calls", "--db", binary.home.path() + "/sandbox.db")
    #expect(played["applied"] as? Int == 80 && played["skipped"] as? Int == 161)
    #expect(try binary.run(words: ["list", "queue", "--json"] + sandbox).objects.count == 40)
    #expect(try binary.run(words: ["list", "technicians", "--json"] + sandbox).objects.count == 5)
    #expect(try binary.run(words: ["assign", "1", "e0"] + sandbox).status == 0)
  }

  @Test("what was before is dispatched as it was, and from then on it is a person's")
  func handedOver() throws {
    let binary = try Binary()
    let file = try Self.morning(binary)
    let sandbox = binary.home.path() + "/sandbox.db"
    let played = try binary.json(
      "replay", file, "--speed", "600", "--only", "calls", "--from", "08:20", "--db", sandbox)
    #expect(played["applied"] as? Int == 120 + 40)
    #expect(try binary.run("list", "queue", "--json", "--db", sandbox).objects.count == 20)
  }

  @Test("is refused by a real office, by the sandbox of another day, and without a file of its own")
  func refused() throws {
    let binary = try Binary()
    let file = try Self.morning(binary)
    #expect(try binary.run("init", "--name", "Riverside", "--zone", "UTC").status == 0)
    let real = try binary.run("replay", file, "--db", binary.database)
    #expect(real.status == 3 && real.errors.contains("is a real office"))
    #expect(try binary.run("replay", file).status == 2)
    let sandbox = binary.home.path() + "/sandbox.db"
    #expect(try binary.run("replay", file, "--db", sandbox, "--until", "08:01", "--speed", "600").status == 0)
    let other = try Self.morning(binary, calls: 3)
    let refused = try binary.run("replay", other, "--db", sandbox)
    #expect(refused.status == 3 && refused.errors.contains("plays another day"))
    #expect(refused.errors.contains("callout replay goes on with its own"), "\(refused)")
    #expect(try binary.run("replay", "nowhere.ndjson", "--db", sandbox).status == 3)
    #expect(try binary.run("replay", file, "--db", sandbox, "--speed", "0").status == 2)
    let problem = binary.home.path() + "/problem.json"
    try "{\"visits\": []}\n".write(toFile: problem, atomically: true, encoding: .utf8)
    let fresh = binary.home.path() + "/fresh.db"
    let nothing = try binary.run("replay", problem, "--db", fresh)
    #expect(nothing.status == 2 && nothing.errors.contains("problem.json has nothing to replay. Line 1:"))
    #expect(!FileManager.default.fileExists(atPath: fresh), "no empty sandbox is left behind")
    let dry = try binary.json("replay", file, "--dry-run")
    #expect(dry["applied"] as? Int == 18 && dry["refused"] as? Int == 1)
  }
}
