import Foundation
import TestSupport
import Testing

@Suite("Consoles that heal by themselves", .serialized)
struct HealingStoryTests {
  private func sync(_ files: [String], _ binary: Binary) throws {
    for file in files {
      let synced = try binary.json("--db", file, "sync", "--once")
      #expect(synced["pending"] as? Int == 0, "\(synced)")
    }
  }

  /// How many lines of the order's history say it.
  private func count(_ words: String, _ binary: Binary) throws -> Int {
    try binary.run("history", "20001").output.split(separator: "\n").count { $0.contains(words) }
  }

  private func agree(_ files: [String], _ binary: Binary) throws {
    let told = try files.map { file in
      let check = try binary.json("--db", file, "check")
      #expect(check["problems"] as? [String] == [])
      return "\(check["digest"] ?? "") \(check["head"] ?? "")"
    }
    #expect(Set(told).count == 1, "\(told)")
  }

  @Test("a copied folder is another console from its first sync on", .verifies("UX-06"))
  func copied() throws {
    let office = try ServedOffice(Binary())
    let binary = office.binary
    let file = try office.join("d1")
    try binary.run("--db", file, "--offline", "note", "20001", "waits in both")
    let copy = binary.home.path() + "/copy.db"
    for end in ["", ".token"] { try FileManager.default.copyItem(atPath: file + end, toPath: copy + end) }
    try binary.run("--db", file, "--offline", "note", "20001", "by the first")
    try binary.run("--db", copy, "--offline", "note", "20001", "by the copy")
    try sync([file, copy, file, copy], binary)
    for words in ["waits in both", "by the first", "by the copy"] {
      #expect(try count(words, binary) == 1, "\(words)")
    }
    try agree([binary.database, file, copy], binary)
    let alerts = try binary.run("--db", file, "list", "alerts").output
    #expect(alerts.contains("has a second console since"), "\(alerts)")
    let rows = try binary.run("consoles", "--json").output.split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
    }
    let first = try #require(rows.first { $0["copyOf"] is String })
    #expect(rows.allSatisfy { $0["version"] as? String == "0.1.0" && $0["lacks"] is Int }, "\(rows)")
    let original = String((first["copyOf"] as? String ?? "").prefix(8))
    let revoked = try binary.run("consoles", "revoke", original).output
    #expect(revoked.contains("goes on, by a copy of the same folder") && revoked.contains("consoles revoke"))
    try sync([copy], binary)
    for file in [binary.database, copy] {
      let audit = try binary.run("--db", file, "audit", "verb:enrol,join,consoles").output
      for words in ["A code for", "joined, by a code of", "was copied: the copy is", "is turned away"] {
        #expect(audit.contains(words), "\(words): \(audit)")
      }
    }
    #expect(!(try binary.run("list", "alerts").output.contains("second console")))
  }

  @Test("what a restored office has lost of a console comes back from it", .verifies("UX-06"))
  func restored() throws {
    let office = try ServedOffice(Binary())
    let binary = office.binary
    let (file, other) = (try office.join("d1"), try office.join("d2"))
    let backup = binary.home.path() + "/backup.db"
    #expect(try binary.run("backup", backup).status == 0)
    try binary.run("--db", file, "--offline", "note", "20001", "after the backup")
    try sync([file, other], binary)
    try binary.run("--db", file, "--offline", "note", "20001", "while it was away")
    office.stop()
    for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: binary.database + end) }
    #expect(try binary.run("restore", backup, "--to", binary.database).status == 0)
    let again = try Restarted(binary, at: office.address)
    defer { again.stop() }
    try sync([other, file, other], binary)
    for words in ["after the backup", "while it was away"] {
      #expect(try count(words, binary) == 1, "\(words)")
    }
    try agree([binary.database, file, other], binary)
    let kept = try FileManager.default.contentsOfDirectory(atPath: binary.home.path())
    #expect(kept.contains { $0.hasPrefix("d1.db.parted-") })
  }

  @Test("what is told of an order before that is back is entered once it is, by tick too")
  func late() throws {
    let office = try ServedOffice(Binary())
    let binary = office.binary
    let (file, other) = (try office.join("d1"), try office.join("d2"))
    let backup = binary.home.path() + "/backup.db"
    #expect(try binary.run("backup", backup).status == 0)
    #expect(
      try binary.run("--db", file, "--offline", "log", "door stuck", "at", "Quay House", "P3").status == 0)
    try sync([file, other], binary)
    let found = try binary.json("--db", other, "find", "door stuck")
    let number = String(try #require(found["number"] as? Int))
    #expect(try binary.run("--db", other, "--offline", "note", number, "dog in the yard").status == 0)
    try sync([other], binary)
    office.stop()
    for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: binary.database + end) }
    #expect(try binary.run("restore", backup, "--to", binary.database).status == 0)
    try office.serveAgain()
    try sync([other], binary)
    let conflict = try binary.json("list", "conflicts")
    #expect((conflict["mine"] as? [String: Any])?["person"] as? String == "d2")
    try sync([file], binary)
    office.stop()
    #expect(try binary.run("tick").status == 0)
    let history = try binary.run("history", number).output
    let told = history.split(separator: "\n").filter { $0.contains("dog in the yard") }
    #expect(told.count { !$0.contains("Refused") } == 1 && told.count == 2, "\(history)")
    #expect(try binary.run("tick").output == "Nothing is due.\n")
    #expect(try binary.json("check")["problems"] as? [String] == [])
  }
}

/// An office that is served again where it was.
private final class Restarted {
  private let process = Process()

  init(_ binary: Binary, at address: String) throws {
    process.executableURL = URL(filePath: Binary.path)
    process.arguments = ["serve", "--listen", String(address.split(separator: "/").last ?? "")]
    process.environment = binary.environment
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    var said = ""
    while !said.contains("served at") {
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { throw Binary.Unexpected(text: said) }
      said += String(decoding: more, as: UTF8.self)
    }
  }

  func stop() {
    process.terminate()
    process.waitUntilExit()
  }
}
