import Foundation
import TestSupport
import Testing

@Suite("Attached files between consoles and their office", .serialized)
struct FilesOfficeTests {
  private static func attachments(of database: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: database + ".attachments")
    return (names ?? []).sorted()
  }

  /// A file that no pattern makes small.
  private static func photograph(in folder: URL, bytes count: Int) throws -> String {
    var (seed, bytes) = (UInt64(count), [UInt8]())
    for _ in 0..<count {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1
      bytes.append(UInt8(truncatingIfNeeded: seed >> 40))
    }
    let path = folder.path() + "/photograph-\(count).jpg"
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  @Test("go from one console to the office and from there to the others, and check misses none of them")
  func travel() throws {
    let office = try ServedOffice(Binary())
    let binary = office.binary
    let (first, second) = (try office.join("d1"), try office.join("d2"))
    for bytes in [0, 1, 65_536, 700_000] {
      let path = try Self.photograph(in: binary.home, bytes: bytes)
      #expect(try binary.run("--db", first, "--offline", "attach", "20001", path).status == 0)
    }
    let sent = try binary.json("--db", first, "sync", "--once")
    #expect(sent["filesSent"] as? Int == 4 && sent["pending"] as? Int == 0)
    let fetched = try binary.json("--db", second, "sync", "--once")
    #expect(fetched["filesFetched"] as? Int == 4)
    let names = Self.attachments(of: first)
    #expect(names.count == 4 && names.allSatisfy { $0.count == 64 })
    for database in [binary.database, second] {
      #expect(Self.attachments(of: database) == names)
      let check = try binary.json("--db", database, "check")
      #expect(check["ok"] as? Bool == true && check["awaited"] == nil)
    }
    #expect(try office.log.filter { $0.contains("\"stored\"") }.count == 4)
    #expect(try binary.json("--db", first, "sync", "--once")["filesSent"] as? Int == 0)
  }

  @Test("are awaited, and no problem, where they have not come yet; what was damaged on its way is sent anew")
  func awaited() throws {
    let office = try ServedOffice(Binary())
    let binary = office.binary
    let (first, second) = (try office.join("d1"), try office.join("d2"))
    let path = try Self.photograph(in: binary.home, bytes: 300_000)
    try binary.run("--db", first, "--offline", "attach", "20001", path)
    try binary.run("--db", first, "sync", "--once")
    let name = try #require(Self.attachments(of: first).first)
    let there = binary.database + ".attachments/"
    try FileManager.default.removeItem(atPath: there + name)
    try Data(repeating: 7, count: 200_000).write(to: URL(filePath: there + ".\(name).incoming"))
    let none = try binary.json("--db", second, "sync", "--once")
    #expect(none["filesFetched"] as? Int == 0 && none["pulled"] as? Int == 1)
    for database in [binary.database, second] {
      let check = try binary.json("--db", database, "check")
      #expect(check["ok"] as? Bool == true && check["awaited"] as? Int == 1)
    }
    try binary.run("--db", first, "sync", "--once")
    #expect(try binary.json("--db", first, "sync", "--once")["filesSent"] as? Int == 1)
    #expect(try binary.json("--db", second, "sync", "--once")["filesFetched"] as? Int == 1)
    #expect(try binary.json("check")["awaited"] == nil)
  }

  @Test("come to a console also when their order has left the day before")
  func left() throws {
    let office = try ServedOffice(Binary())
    var binary = office.binary
    let (first, second) = (try office.join("d1"), try office.join("d2"))
    let path = try Self.photograph(in: binary.home, bytes: 90_000)
    try binary.run("--db", first, "--offline", "attach", "20001", path)
    try binary.run("--db", first, "sync", "--once")
    try binary.run("cancel", "20001", "customer")
    binary.now = "2026-11-27T10:42:00Z"
    let desk = try Terminal(binary)
    #expect(desk.redrawn("Riverside"))
    func isClosed() throws -> Bool {
      try binary.run("ledger", "--since", "0", "--json").output.contains("dayClosed")
    }
    for _ in 0..<100 { if try isClosed() { break } else { usleep(50_000) } }
    #expect(try isClosed())
    let synced = try binary.json("--db", second, "sync", "--once")
    #expect(try binary.json("--db", second, "health")["openOrders"] as? Int == 0)
    #expect(synced["filesFetched"] as? Int == 1, "\(synced)")
    #expect(try binary.json("--db", second, "check")["awaited"] == nil)
  }

  @Test("come by themselves to a console that is open, and are sent by one")
  func open() throws {
    let office = try ServedOffice(Binary(now: nil))
    let binary = office.binary
    let (first, second) = (try office.join("d1"), try office.join("d2"))
    let (sender, receiver) = (
      try Terminal(binary, words: ["--db", first]), try Terminal(binary, words: ["--db", second])
    )
    #expect(sender.shows("20001") && receiver.shows("20001"))
    let path = try Self.photograph(in: binary.home, bytes: 3_000_000)
    sender.type(":attach 20001 \(path)\r")
    for _ in 0..<200 {
      if Self.attachments(of: second).contains(where: { $0.count == 64 }) { break }
      _ = sender.redrawn("20001") && receiver.redrawn("20001")
    }
    let names = Self.attachments(of: first)
    #expect(names.count == 1 && Self.attachments(of: second) == names)
    #expect(Self.attachments(of: binary.database) == names)
  }
}
