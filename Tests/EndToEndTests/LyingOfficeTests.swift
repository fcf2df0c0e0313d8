import Foundation
import TestSupport
import Testing

@Suite("A console whose office answers nonsense", .serialized)
struct LyingOfficeTests {
  private static func http(_ head: String, _ body: [UInt8] = []) -> [UInt8] {
    Array("HTTP/1.1 200 OK\r\n\(head)\r\n\r\n".utf8) + body
  }

  /// What it might answer, by name.
  private static let answers: [(name: String, bytes: [UInt8])] = [
    ("nothing", []),
    ("no HTTP", (0..<3_000).map { UInt8(truncatingIfNeeded: $0 &* 89) }),
    ("no message", http("content-length: 500", (0..<500).map { UInt8(truncatingIfNeeded: $0 &* 31) })),
    ("an empty message", http("content-length: 0")),
    ("less than it says", http("content-length: 5000", [1, 2, 3])),
    ("more than is read", http("content-length: 40000000", [UInt8](repeating: 0, count: 17 << 20))),
    ("a head without an end", http("x: " + String(repeating: "a", count: 1 << 20))),
    (
      "a way to somewhere else",
      Array("HTTP/1.1 307 x\r\nlocation: http://127.0.0.1:9/\r\ncontent-length: 0\r\n\r\n".utf8)
    )
  ]

  @Test("stays as it is and keeps what waits, until the office is there again")
  func outbox() throws {
    let office = try ServedOffice(Binary())
    let binary = office.binary
    let file = try office.join("d1")
    let port = try #require(office.address.split(separator: ":").last.flatMap { UInt16($0) })
    office.stop()
    #expect(try binary.run("--db", file, "--offline", "note", "20001", "dog in the yard").status == 0)
    let before = try binary.json("--db", file, "check")["digest"] as? String
    for answer in Self.answers {
      let lying = try LyingOffice(port: port, answer: answer.bytes)
      let synced = try binary.run("--db", file, "sync", "--once")
      lying.stop()
      #expect(synced.status == 3 && !synced.errors.isEmpty, "\(answer.name)")
      #expect(synced.errors.count < 400, "\(answer.name)")
      let check = try binary.json("--db", file, "check")
      #expect(check["digest"] as? String == before && check["ok"] as? Bool == true, "\(answer.name)")
      #expect(try binary.json("--db", file, "health")["pending"] as? Int == 1)
    }
    let next = try ServedOffice(serving: binary, doors: ["--listen", "127.0.0.1:\(port)"])
    #expect(try binary.json("--db", file, "sync", "--once")["pushed"] as? Int == 1)
    next.stop()
  }
}
