import Foundation
import TestSupport
import Testing

@Suite("The wall board in a terminal", .serialized, .verifies("BRD-10"))
struct BoardStoryTests {
  private func office() throws -> Binary {
    let binary = try Binary()
    try binary.run("init", "--name", "Riverside", "--zone", "UTC", "--owner", "Bea Long")
    try binary.run("site", "add", "Quay House", "--customer", "Harbour")
    try binary.run("log", "lift dead", "at", "Quay House", "P1")
    return binary
  }

  @Test("follows what others do, writes nothing and leaves by q twice")
  func follows() throws {
    let binary = try office()
    let before = try binary.run("ledger", "--since", "0", "--json").output
    let terminal = try Terminal(binary, words: ["board", "--turn", "0"])
    #expect(terminal.shows("P1 OPEN"))
    #expect(terminal.redrawn("20001"))
    #expect(try binary.run("ledger", "--since", "0", "--json").output == before)
    try binary.run("log", "burst pipe", "at", "Quay House", "P1")
    #expect(terminal.redrawn("20002"))
    terminal.type("qq")
    #expect(terminal.ended() == 0)
    #expect(try binary.run("list", "consoles", "--json").output.isEmpty)
  }

  @Test("says how old it is while its file is gone, and goes on with the one that comes in its place")
  func replaced() throws {
    let binary = try office()
    let terminal = try Terminal(binary, words: ["board", "--turn", "0"])
    #expect(terminal.shows("P1 OPEN"))
    for end in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: binary.database + end)
    }
    #expect(terminal.redrawn("AS OF 10:42"))
    #expect(terminal.redrawn("the file is gone"))
    try binary.run("init", "--name", "Hillside", "--zone", "UTC", "--owner", "Bea Long")
    #expect(terminal.redrawn("HILLSIDE"))
    #expect(terminal.redrawn("● local"))
    terminal.type("qq")
    #expect(terminal.ended() == 0)
  }

  @Test("is refused to a technician, with who may")
  func refused() throws {
    let binary = try office()
    try binary.run("technician", "add", "Ana Ruiz", "--handle", "ana", "--skill", "lift:2")
    try binary.run(
      "person", "add", "Ana Ruiz", "--handle", "ana", "--role", "technician", "--technician", "ana")
    let answer = try binary.run("--as", "ana", "board")
    #expect(answer.status == 1)
    #expect(answer.errors.contains("anybody but a technician"), "\(answer.errors)")
  }
}
