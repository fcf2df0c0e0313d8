import Foundation
import TestSupport
import Testing

@Suite("An office and its consoles of which one dies or has no room at any of its writes", .serialized)
struct DyingOfficeTests {
  private static func isWhole(_ file: String, _ binary: Binary, _ write: Int) throws {
    let check = try binary.json("--db", file, "check")
    #expect(check["problems"] as? [String] == [], "write \(write)")
  }

  /// Hands on a program that fails at one write after the other, until it does not come to that many.
  private static func sweep(
    _ fault: FaultyDisk.Fault, _ file: String, _ binary: Binary, atMost: Int = 2_000,
    _ body: (Binary, Int) throws -> Int32
  ) throws -> Int {
    var failures = 0
    for write in stride(from: 1, through: atMost, by: FaultyDisk.step) {
      var failing = binary
      failing.more = FaultyDisk.failing(fault, at: write, of: file)
      let status = try body(failing, write)
      try isWhole(file, binary, write)
      if status == 0 { break }
      failures += 1
    }
    return failures
  }

  @Test(
    "a console that dies while it takes something in has all of it or nothing, and sends it once",
    .verifies("UX-06"))
  func console() throws {
    let office = try ServedOffice(Binary())
    let (binary, promises) = (office.binary, Promises())
    let (file, other) = (try office.join("d1"), try office.join("d2"))
    let given = try Self.sweep(.die, file, binary) { dying, write in
      try promises.note(String(format: "given %04d", write), at: file, dying)
    }
    let sent = try Self.sweep(.die, file, binary) { dying, write in
      try promises.note(String(format: "sent %04d", write), at: file, binary)
      return try dying.run("--db", file, "sync", "--once").status
    }
    #expect(given >= 20 / FaultyDisk.step && sent >= 50 / FaultyDisk.step)
    try Promises.settle([file, other], binary)
    try promises.verify(binary, [file, other])
  }

  @Test(
    "an office that dies while it takes something in is told it again, and enters it once", .verifies("UX-06")
  )
  func office() throws {
    let office = try ServedOffice(Binary())
    let (binary, promises) = (office.binary, Promises())
    let (file, other) = (try office.join("d1"), try office.join("d2"))
    office.stop()
    let died = try Self.sweep(.die, binary.database, binary) { dying, write in
      try promises.note(String(format: "taken %04d", write), at: file, binary)
      // It may die before it listens.
      do { try office.serveAgain(with: dying.more) } catch is Binary.Unexpected { return 1 }
      let synced = try binary.run("--db", file, "sync", "--once")
      let isUp = office.isRunning
      office.stop()
      return synced.status == 0 && isUp ? 0 : 1
    }
    #expect(died >= 20 / FaultyDisk.step)
    try office.serveAgain()
    try Promises.settle([file, other], binary)
    try promises.verify(binary, [file, other])
  }

  @Test("a commit of which nobody can know is said to be one, and one that found no room is not")
  func doubt() throws {
    let (binary, promises) = (try Binary(), Promises())
    try ServedOffice.found(binary)
    var answers: [Int32] = []
    while answers.last != 0, answers.count < 100 {
      var failing = binary
      failing.more = FaultyDisk.failing(.full, at: answers.count + 1, of: binary.database)
      answers.append(
        try promises.note(String(format: "write %04d", answers.count), at: binary.database, failing))
    }
    #expect(answers.count > 10 && (1...3).contains(promises.doubtfulCount))
    try promises.verify(binary, [])
  }

  @Test(
    "without room nothing is half done and nothing that was said to be done is lost; with room it goes on")
  func full() throws {
    let office = try ServedOffice(Binary())
    let (binary, promises) = (office.binary, Promises())
    let (file, other) = (try office.join("d1"), try office.join("d2"))
    let refused = try Self.sweep(.full, file, binary, atMost: 100) { failing, write in
      let status = try promises.note(String(format: "little room %04d", write), at: file, failing)
      return max(status, try failing.run("--db", file, "sync", "--once").status)
    }
    office.stop()
    let failed = try Self.sweep(.full, binary.database, binary, atMost: 100) { failing, write in
      try promises.note(String(format: "office full %04d", write), at: file, binary)
      do { try office.serveAgain(with: failing.more) } catch is Binary.Unexpected { return 3 }
      defer { office.stop() }
      return try binary.run("--db", file, "sync", "--once").status
    }
    #expect(refused > 2 && failed > 2)
    try office.serveAgain()
    try Promises.settle([file, other], binary)
    try promises.verify(binary, [file, other])
  }
}
