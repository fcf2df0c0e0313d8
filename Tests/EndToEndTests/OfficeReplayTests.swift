import Foundation
import TestSupport
import Testing

@Suite("A recorded day through an office", .serialized)
struct OfficeReplayTests {
  /// All of the day where this is set, which takes a quarter of an hour; else some minutes of it.
  private static let isWhole = ProcessInfo.processInfo.environment["CALLOUT_WHOLE_DAY"] != nil

  private static func entries(_ file: String, _ binary: Binary) throws -> Int {
    try binary.json("--db", file, "health")["entries"] as? Int ?? 0
  }

  /// Waits until all files have as many entries as the first.
  private static func areEven(_ files: [String], _ binary: Binary) throws -> Bool {
    for _ in 0..<200 {
      let counts = try files.map { try entries($0, binary) }
      if Set(counts).count == 1 { return true }
      usleep(100_000)
    }
    return false
  }

  @Test(
    "comes to four open consoles at a hundred times its speed, whole, once and in one order",
    .verifies("UX-06"),
    .enabled(if: PublicData.hasRecordedDay, PublicData.absence))
  func fourConsoles() throws {
    let binary = try Binary(now: nil)
    let folder = (binary.database as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let day = ["replay", PublicData.recordedDay, "--db", binary.database, "--json"]
    let before = try binary.run(words: day + ["--speed", "600", "--from", "12:00", "--until", "12:01"])
    #expect(before.status == 0)
    try binary.run("person", "add", "Dispatcher One", "--handle", "d1", "--role", "dispatcher")
    try binary.run("office", "start")
    let office = try ServedOffice(serving: binary, doors: ["--listen", "127.0.0.1:0"])
    let files = try (1...4).map { try office.join("d1", as: "c\($0)") }
    let consoles = try files.map { try Terminal(binary, words: ["--db", $0]) }
    for console in consoles { #expect(console.shows("Replay 2017-01-05")) }
    #expect(try Self.areEven([binary.database] + files, binary))
    let start = try Self.entries(binary.database, binary)

    let until = Self.isWhole ? [] : ["--until", "12:15"]
    let playing = Process()
    playing.executableURL = URL(filePath: Binary.path)
    playing.arguments = day + ["--speed", "100"] + until
    playing.environment = binary.environment
    let output = Pipe()
    playing.standardOutput = output
    playing.standardError = FileHandle.nullDevice
    try playing.run()
    var rounds = 0
    while playing.isRunning {
      // Somebody works at each of them meanwhile.
      for file in files {
        #expect(try binary.run("--db", file, "--offline", "note", "1", "round \(rounds)").status == 0)
      }
      rounds += 1
      for console in consoles { console.look(forMilliseconds: 200) }
    }
    let played =
      try JSONSerialization.jsonObject(
        with: output.fileHandleForReading.readToEnd() ?? Data()) as? [String: Any]
    #expect(playing.terminationStatus == 0 && played?["refused"] as? Int == 0)
    let applied = played?["applied"] as? Int ?? 0
    #expect(applied > 2_343)
    #expect(rounds > 2)
    #expect(try Self.areEven([binary.database] + files, binary))
    for file in files { #expect(try binary.json("--db", file, "health")["pending"] as? Int == 0) }
    let end = try Self.entries(binary.database, binary)
    #expect(end >= start + applied - 2_343 + 4 * rounds)
    let history = try binary.run("history", "1", "--json").output
    for round in 0..<rounds {
      #expect(history.components(separatedBy: "\"round \(round)\"").count == 5, "round \(round)")
    }
    try Promises.agree([binary.database] + files, binary, looks: 20)
  }
}
