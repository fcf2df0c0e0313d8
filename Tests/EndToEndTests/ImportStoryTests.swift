import Foundation
import TestSupport
import Testing

@Suite("An import by shell")
struct ImportStoryTests {
  private static let map = """
    [fields]
    reference = "Nr"
    createdAt = "At"
    summary = "What"
    technician = "Who"
    site = "Where"
    """

  private func office(map: String = Self.map) throws -> Binary {
    let binary = try Binary()
    try #require(try binary.run("init", "--name", "Riverside", "--zone", "UTC").status == 0)
    try write(map, to: "map.toml", binary)
    return binary
  }

  @discardableResult
  private func write(_ text: String, to name: String, _ binary: Binary) throws -> String {
    let file = binary.home.appending(path: name)
    try Data(text.utf8).write(to: file)
    return file.path()
  }

  private func rows(_ lines: String...) -> String {
    "Nr,At,What,Who,Where\n" + lines.joined(separator: "\n") + "\n"
  }

  private func take(
    _ text: String, _ kind: String = "work-orders", _ more: String..., into binary: Binary
  ) throws -> Binary.Answer {
    let file = try write(text, to: "rows.csv", binary)
    return try binary.run(
      words: ["import", kind, file, "--map", binary.home.path() + "/map.toml"] + more)
  }

  @Test("counts rows: an order that is there already is updated, whoever the row brings along")
  func counts() throws {
    let binary = try office()
    let line = "A1,2026-11-24 09:00,lift dead,"
    #expect(try take(rows(line + "Bob,Quay"), into: binary).output.contains("1 created + 0 updated"))
    for who in ["Carl", "Dora"] {
      let again = try take(rows(line + "\(who),Quay"), into: binary)
      #expect(again.output.contains("1 row read = 0 created + 1 updated + 0 skipped + 0 refused"))
    }
    let order = try #require(try binary.run("list", "orders", "--json").objects.first)
    let number = String(try #require(order["number"] as? Int))
    let shown = try binary.run("show", number).output
    #expect(shown.contains("Dora") && !shown.contains("Bob") && !shown.contains("Carl"))
  }

  @Test("keeps two machines of one name apart by their serial numbers, and the second time nothing changes")
  func equipment() throws {
    let binary = try office(map: "[fields]\nname = \"Name\"\nsite = \"Site\"\nserial = \"Serial\"\n")
    let text = "Name,Site,Serial\nAHU,Quay,1\nAHU,Quay,2\n"
    #expect(try take(text, "equipment", into: binary).output.contains("2 created + 0 updated"))
    #expect(try take(text, "equipment", into: binary).output.contains("0 created + 0 updated + 2 skipped"))
    #expect(try binary.run("list", "equipment", "--json").objects.count == 2)
  }

  @Test("names each slip of a map on a line of its own, and refuses one without what every row needs")
  func slips() throws {
    let binary = try office(map: "[source]\ndelimitr = \",\"\n[fields]\nsumary = \"What\"\n")
    let answer = try take(rows("A1,2026-11-24 09:00,lift dead,Bob,Quay"), into: binary)
    let lines = answer.errors.split(separator: "\n")
    #expect(answer.status == 2 && lines.count == 2 && !answer.errors.contains("␊"), "\(answer.errors)")
    #expect(lines[0].contains("delimiter is") && lines[1].contains("summary is"))
    let bare = try office(map: "[fields]\nsummary = \"What\"\n")
    let refused = try take(rows("A1,2026-11-24 09:00,lift dead,Bob,Quay"), into: bare)
    #expect(refused.status == 2 && refused.errors.contains("createdAt"), "\(refused.errors)")
  }

  @Test("interrupted it says where it stands, and the same command goes on from there")
  func interrupted() throws {
    let binary = try office()
    let lines = (1...6_000).map { "A\($0),2026-11-24 09:00,lift dead,Bob,Quay" }
    let whole = "Nr,At,What,Who,Where\n" + lines.joined(separator: "\n") + "\n"
    let pipe = binary.home.path() + "/rows.fifo"
    try #require(mkfifo(pipe, 0o600) == 0)
    let process = Process()
    process.executableURL = URL(filePath: Binary.path)
    process.arguments = ["import", "work-orders", pipe, "--map", binary.home.path() + "/map.toml"]
    process.environment = binary.environment
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = Pipe()
    try process.run()
    // What goes beyond the pipe's 64 KB is read before the writing returns; afterwards nobody may read any more.
    signal(SIGPIPE, SIG_IGN)
    let writing = try #require(FileHandle(forWritingAtPath: pipe))
    try writing.write(contentsOf: Data(whole.utf8.prefix(150_000)))
    process.interrupt()
    try? writing.write(contentsOf: Data(whole.utf8.dropFirst(150_000).prefix(4_000)))
    try? writing.close()
    let said = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 130 && said.contains("Stopped after"), "\(said)")
    let taken = try binary.run("list", "orders", "--json").objects.count
    #expect(taken > 1_000 && taken < 6_000)
    let again = try take(whole, into: binary).output
    #expect(
      again.contains("6000 rows read = \(6_000 - taken) created + 0 updated + \(taken) skipped"), "\(again)")
    #expect(try binary.run("check").status == 0)
  }

  @Test("says of an export what does not come back, and keeps refused rows beside the office's file")
  func leftBehind() throws {
    let binary = try office()
    _ = try take(
      rows(
        "A1,2026-11-24 09:00,lift dead,Bob,Quay", "A2,nonsense,leak,Bob,Quay",
        "A3,2026-11-24 09:30,door stuck,Bob,Quay"), into: binary)
    let beside = URL(filePath: binary.database).deletingLastPathComponent().appending(
      path: "rows.csv.refused.csv")
    #expect(FileManager.default.fileExists(atPath: beside.path()))
    #expect(try binary.run("hold", "20001", "parts", "belt").status == 0)
    let export = binary.home.appending(path: "orders.csv").path()
    #expect(try binary.run("export", "work-orders", "--out", export).status == 0)
    // The last row once more makes no order, and so leaves nothing behind.
    let written = try String(contentsOfFile: export, encoding: .utf8)
    let last = try #require(written.split(separator: "\r\n").last)
    try Data((written + last + "\r\n").utf8).write(to: URL(filePath: export))
    let other = try office()
    let answer = try other.run("import", "work-orders", export, "--map", "callout")
    #expect(answer.output.contains("3 rows read = 2 created + 0 updated + 1 skipped + 0 refused"))
    #expect(answer.output.contains("Not read back from an export: number"))
    #expect(answer.output.contains("2  were held or planned"))
    #expect(try binary.run("show", "20002").output.contains("Bob"))
    for number in ["20001", "20002"] {
      let shown = try other.run("show", number)
      #expect(shown.status == 0 && !shown.output.lowercased().contains("bob"))
    }
  }

  @Test("writes refused rows under the name that their file has, and over those of no other file")
  func refusedNames() throws {
    var binary = try Binary()
    let home = binary.home.path(percentEncoded: false)
    binary.more = ["XDG_DATA_HOME": home + "/Büro Süd"]
    try #require(try binary.run("init", "--name", "Riverside", "--zone", "UTC").status == 0)
    try write(Self.map, to: "map.toml", binary)
    for (folder, end) in [("a", "refused.csv"), ("b", "refused.2.csv")] {
      let source = binary.home.appending(path: folder)
      try FileManager.default.createDirectory(at: source, withIntermediateDirectories: true)
      let file = "\(home)/\(folder)/Aufträge 2026.csv"
      try Data(rows("\(folder)1,nonsense,leak,Bob,Quay").utf8).write(to: URL(filePath: file))
      let answer = try binary.run("import", "work-orders", file, "--map", "\(home)/map.toml", "--json")
      let kept = "\(home)/Büro Süd/callout/Aufträge 2026.csv.\(end)"
      #expect(try answer.object["refusedFile"] as? String == kept)
    }
    for (folder, end) in [("a", "refused.csv"), ("b", "refused.2.csv")] {
      let kept = "\(home)/Büro Süd/callout/Aufträge 2026.csv.\(end)"
      #expect(try String(contentsOfFile: kept, encoding: .utf8).contains("\(folder)1,nonsense"))
    }
  }

  @Test("finishes with a report where a quote never closes")
  func openQuote() throws {
    let binary = try office()
    let text = rows(
      "A1,2026-11-24 09:00,lift dead,Bob,Quay", "A2,2026-11-24 09:00,\"open,Bob,Quay",
      "A3,2026-11-24 09:00,leak,Bob,Quay")
    let answer = try take(text, "work-orders", "--json", into: binary)
    #expect(answer.status == 0)
    let report = try answer.object
    #expect(report["read"] as? Int == 3 && report["created"] as? Int == 1 && report["refused"] as? Int == 2)
    let kept = try String(contentsOfFile: try #require(report["refusedFile"] as? String), encoding: .utf8)
    #expect(kept.contains("3,a quote opens on line 3 and never closes,"))
    #expect(kept.contains("4,a quote opens on line 3 and never closes,"))
  }

  @Test("refuses a row with bytes of another encoding and overwrites nothing with it")
  func encoding() throws {
    let binary = try office()
    _ = try take(rows("A1,2026-11-24 09:00,Lüftung,Bob,Quay"), into: binary)
    var bytes = Data("Nr,At,What,Who,Where\nA1,2026-11-24 09:00,L".utf8)
    bytes.append(0xFC)
    bytes.append(Data("ftung,Bob,Quay\n".utf8))
    let file = binary.home.appending(path: "cp1252.csv")
    try bytes.write(to: file)
    let answer = try binary.run(
      "import", "work-orders", file.path(), "--map", binary.home.path() + "/map.toml")
    #expect(answer.output.contains("0 created + 0 updated + 0 skipped + 1 refused"))
    #expect(answer.output.contains("1  bytes that are none in the map's encoding"))
    #expect(try binary.run("list", "orders").output.contains("Lüftung"))
  }

  @Test("takes what it can where the refused rows cannot be written, and says so at the end")
  func noPlaceForRefused() throws {
    let binary = try office()
    let text = rows("A1,2026-11-24 09:00,lift dead,Bob,Quay", "A2,,leak,Bob,Quay")
    let answer = try take(text, "work-orders", "--refused", "/nowhere/at/all.csv", into: binary)
    #expect(answer.status == 3)
    #expect(answer.output.contains("2 rows read = 1 created + 0 updated + 0 skipped + 1 refused"))
    #expect(answer.output.contains("1  missing createdAt"))
    #expect(answer.errors.contains("--refused FILE"))

    let piped = try binary.run(
      words: ["import", "work-orders", "/dev/stdin", "--map", binary.home.path() + "/map.toml"], input: text)
    #expect(piped.output.contains("1 skipped + 1 refused"))
    #expect(piped.errors.contains("--refused FILE"))
    let dash = try binary.run("import", "work-orders", "-", "--map", binary.home.path() + "/map.toml")
    #expect(dash.status == 2)
  }

  @Test("names file and line of a zone that there is not")
  func zone() throws {
    let binary = try office(map: "[source]\nzone = \"Mars/X\"\n" + Self.map)
    let answer = try take(rows("A1,2026-11-24 09:00,lift dead,Bob,Quay"), into: binary)
    #expect(answer.status == 2)
    #expect(answer.errors.contains("map.toml:2:"))
    #expect(answer.errors.contains("Mars/X"))
  }
}
