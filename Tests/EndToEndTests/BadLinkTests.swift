import Foundation
import TestSupport
import Testing

@Suite("Consoles whose office is hard to reach", .serialized)
struct BadLinkTests {
  /// As many in a long run as are asked for.
  private static func most(_ usual: Int) -> Int {
    ProcessInfo.processInfo.environment["CALLOUT_ROUNDS"].flatMap { Int($0) } ?? usual
  }

  /// Does it for each console at once, and hands on what went wrong.
  private static func together(_ files: [String], _ body: @Sendable @escaping (String) throws -> Void) {
    let group = DispatchGroup()
    for file in files {
      group.enter()
      Thread.detachNewThread {
        do { try body(file) } catch { Issue.record("\(file): \(error)") }
        group.leave()
      }
    }
    group.wait()
  }

  @Test(
    "do everything once over a line that loses questions and answers, cuts them short and is late",
    .verifies("UX-06"))
  func faultyLink() throws {
    let office = try ServedOffice(Binary())
    let (binary, promises) = (office.binary, Promises())
    let link = try FaultyLink(to: office.address, seed: 7)
    defer { link.stop() }
    var files: [String] = []
    for number in 1...4 {
      files.append(try office.join("d1", as: "c\(number)", by: link.address))
    }
    link.spoil()
    Self.together(files) { file in
      for round in 1...Self.most(12) {
        try promises.note(
          "\(file.suffix(5).prefix(2)) round \(String(format: "%04d", round))", at: file, binary)
        _ = try binary.run("--db", file, "sync", "--once")
      }
    }
    link.mend()
    try Promises.settle(files, binary)
    try promises.verify(binary, files)
    #expect(promises.count == 4 * Self.most(12))
  }

  @Test(
    "twenty of them, while it is stopped, killed and served again: nothing is lost or done twice",
    .verifies("UX-06"))
  func stoppedUnderTwenty() throws {
    let office = try ServedOffice(Binary())
    let (binary, promises) = (office.binary, Promises())
    var files: [String] = []
    for number in 1...20 {
      files.append(try office.join("d\(number % 2 + 1)", as: String(format: "c%02d", number)))
    }
    let rounds = Self.most(3)
    let working = Thread { [files] in
      Self.together(files) { file in
        for round in 1...rounds {
          try promises.note(
            "\(file.suffix(6).prefix(3)) round \(String(format: "%04d", round))", at: file, binary)
          _ = try binary.run("--db", file, "sync", "--once")
        }
      }
    }
    working.start()
    var isKill = false
    while !working.isFinished {
      usleep(150_000)
      if isKill { office.kill() } else { office.stop() }
      isKill.toggle()
      usleep(50_000)
      try office.serveAgain()
    }
    try Promises.settle(files, binary)
    try promises.verify(binary, files)
    #expect(promises.count == 20 * rounds)
  }
}
