import Foundation
import TestSupport
import Testing

@Suite("Files of yesterday that somebody puts back by hand", .serialized)
struct YesterdayTests {
  private static let endings = ["", "-wal", "-shm", ".token"]

  private static func copy(_ file: String, to other: String) throws {
    for ending in endings where FileManager.default.fileExists(atPath: file + ending) {
      try FileManager.default.copyItem(atPath: file + ending, toPath: other + ending)
    }
  }

  private static func putBack(_ copy: String, as file: String) throws {
    for ending in endings { try? FileManager.default.removeItem(atPath: file + ending) }
    try Self.copy(copy, to: file)
  }

  @Test("of the office: what consoles gave since comes back from them, once", .verifies("UX-06"))
  func office() throws {
    let office = try ServedOffice(Binary())
    let (binary, promises) = (office.binary, Promises())
    let (file, other) = (try office.join("d1"), try office.join("d2"))
    try Promises.settle([file, other], binary)
    office.stop()
    try Self.copy(binary.database, to: binary.database + ".yesterday")
    try office.serveAgain()
    for number in 1...5 {
      try promises.note("one \(number)", at: file, binary)
      try promises.note("other \(number)", at: other, binary)
      try Promises.settle([file, other], binary)
    }
    try promises.note("not sent", at: file, binary)
    office.stop()
    try Self.putBack(binary.database + ".yesterday", as: binary.database)
    try office.serveAgain()
    // Something else gets the numbers that the lost entries had.
    try promises.note("at the office", at: binary.database, binary)
    try Promises.settle([file, other, file], binary)
    try promises.verify(binary, [file, other])
  }

  @Test("of a console: it is another console from then on, and what it has of yesterday is done once")
  func console() throws {
    let office = try ServedOffice(Binary())
    let (binary, promises) = (office.binary, Promises())
    let (file, other) = (try office.join("d1"), try office.join("d2"))
    try Promises.settle([file], binary)
    try promises.note("waited yesterday", at: file, binary)
    let yesterday = binary.home.path() + "/yesterday.db"
    try Self.copy(file, to: yesterday)
    try promises.note("since", at: file, binary)
    try Promises.settle([file, other], binary)
    try Self.putBack(yesterday, as: file)
    try promises.note("today", at: file, binary)
    try Promises.settle([file, other], binary)
    try promises.verify(binary, [file, other])
  }

  @Test("copied with its folder while both go on: each is a console, and nothing is done twice or lost")
  func cloned() throws {
    let office = try ServedOffice(Binary())
    let (binary, promises) = (office.binary, Promises())
    let file = try office.join("d1")
    let clone = binary.home.path() + "/clone.db"
    for number in 1...3 { try promises.note("in both \(number)", at: file, binary) }
    try Self.copy(file, to: clone)
    for number in 1...4 {
      try promises.note("first \(number)", at: file, binary)
      try promises.note("clone \(number)", at: clone, binary)
      try binary.run("--db", number % 2 == 0 ? file : clone, "sync", "--once")
    }
    try Promises.settle([clone, file], binary)
    try promises.verify(binary, [file, clone])
  }
}
