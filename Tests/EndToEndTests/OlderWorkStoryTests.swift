import Foundation
import TestSupport
import Testing

@Suite("A console that joins late, and work that ended long ago", .serialized)
struct OlderWorkStoryTests {
  /// More entries than a console folds that joins.
  private static let count = 5_200

  /// An office with so many calls of last year, and a console that has just joined it.
  private static func joined() throws -> (office: ServedOffice, file: String) {
    let office = try ServedOffice(Binary(now: nil))
    var rows = "reference,summary,priority,status,site,createdAt,closedAt\n"
    for number in 1...count {
      let day = String(format: "2025-%02d-%02dT%02d", number / 450 % 12 + 1, number % 28 + 1, number % 20)
      rows += "OLD-\(number),giraffe \(number),P3,closed,Quay House,\(day):00:00Z,\(day):30:00Z\n"
    }
    let path = office.binary.home.path() + "/old.csv"
    try Data(rows.utf8).write(to: URL(filePath: path))
    let said = try office.binary.run("import", "work-orders", path, "--map", "callout")
    #expect(said.output.contains("\(count) created"), "\(said.output) \(said.errors)")
    return (office, try office.join("d1"))
  }

  private static func takenOver(_ binary: Binary, _ file: String) throws -> [String: Any] {
    try binary.run("--db", file, "health", "--json").object["takenOver"] as? [String: Any] ?? [:]
  }

  /// Whether a note is at the office within a few seconds: a piece alone may take forty.
  private static func comes(_ words: String, to binary: Binary, _ terminal: Terminal) throws -> Bool {
    for _ in 0..<40 {
      terminal.look(forMilliseconds: 100)
      if try binary.run("show", "20001").output.contains(words) { return true }
    }
    return false
  }

  @Test("it follows while the console is open, and what is typed goes first", .verifies("UX-06"))
  func follows() throws {
    let (office, file) = try Self.joined()
    let binary = office.binary
    let before = try binary.run("--db", file, "find", "giraffe 77")
    #expect(before.errors.contains("is at the office alone"), "\(before.output) \(before.errors)")
    let terminal = try Terminal(binary, words: ["--db", file])
    #expect(terminal.shows("20001"))
    var (typed, rounds) = (0, 0)
    var report = try Self.takenOver(binary, file)
    while report["missing"] as? Int != 0, rounds < 400 {
      rounds += 1
      terminal.look(forMilliseconds: 200)
      if rounds % 10 == 0 {
        typed += 1
        terminal.type(":note 20001 typed\(typed)\r")
        #expect(try Self.comes("typed\(typed)", to: binary, terminal))
      }
      report = try Self.takenOver(binary, file)
    }
    #expect(report["missing"] as? Int == 0 && report["endedSince"] == nil && typed > 0, "\(report)")
    let after = try binary.run("--db", file, "find", "giraffe 77")
    #expect(after.output.contains("giraffe 77") && after.errors.isEmpty, "\(after.output) \(after.errors)")
    kill(terminal.process, SIGTERM)
    #expect(terminal.ended() != nil)
    let check = try binary.run("--db", file, "check")
    #expect(check.status == 0, "\(check.output)")
    #expect(try binary.run("--db", file, "rebuild").status == 0)
    let (mine, theirs) = (try binary.run("--db", file, "check", "--json"), try binary.run("check", "--json"))
    #expect(try mine.object["digest"] as? String == theirs.object["digest"] as? String)
  }

  @Test("it is left at the office where the configuration says so", .verifies("UX-06"))
  func turnedOff() throws {
    let (office, file) = try Self.joined()
    let binary = office.binary
    let folder = binary.home.appending(path: "config/callout")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("older-work = false\n".utf8).write(to: folder.appending(path: "config.toml"))
    let before = try Self.takenOver(binary, file)
    let terminal = try Terminal(binary, words: ["--db", file])
    #expect(terminal.shows("● live"))
    terminal.look(forMilliseconds: 1_500)
    let after = try Self.takenOver(binary, file)
    #expect(after["rest"] as? String == "turnedOff")
    #expect(after["endedSince"] as? String == before["endedSince"] as? String)
    #expect(try binary.run("--db", file, "health").output.contains("since older-work is off"))
    withExtendedLifetime(terminal) {}
  }
}
