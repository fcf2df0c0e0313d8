import Foundation
import TestSupport
import Testing

@Suite("An office that is served at a socket of its machine", .serialized)
struct SocketOfficeTests {
  /// The name of the account that the tests run as.
  private static var account: String { NSUserName() }

  /// A folder short enough for a socket's path.
  private static func folder(_ mode: Int = 0o700) throws -> String {
    let path = "/tmp/callout-\(UInt32.random(in: 0 ... .max))"
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: mode])
    return path
  }

  @Test("lets in the person whose handle the account is, without code or token")
  func account() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let office = try ServedOffice(Binary(), doors: ["--socket", folder + "/o.sock"])
    let binary = office.binary
    #expect(office.address == "unix:\(folder)/o.sock")
    let rights = try FileManager.default.attributesOfItem(atPath: folder + "/o.sock")[.posixPermissions]
    #expect(rights as? Int == 0o600)
    let file = binary.home.path() + "/own.db"
    let away = try binary.run("--db", file, "join", office.address)
    #expect(away.status == 3 && away.errors.contains("The account \(Self.account) is nobody's"))
    try binary.run("person", "add", "Own Account", "--handle", Self.account, "--role", "dispatcher")
    let joined = try binary.run("--db", file, "join", office.address)
    #expect(joined.status == 0, "\(joined.errors)")
    #expect(!FileManager.default.fileExists(atPath: file + ".token"))
    #expect(try binary.run("--db", file, "--offline", "note", "20001", "dog in the yard").status == 0)
    #expect(try binary.json("--db", file, "sync", "--once")["pushed"] as? Int == 1)
    let history = try binary.run("history", "20001", "--json").objects
    #expect(history.contains { $0["person"] as? String == Self.account }, "\(history)")
    try binary.run("person", "edit", Self.account, "status=left")
    let left = try binary.run("--db", file, "sync", "--once")
    #expect(left.status == 3 && left.errors.contains("does not know this console"))
  }

  @Test("takes a code as well, and lets a technician in by his account, to his own work")
  func codes() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let office = try ServedOffice(Binary(), doors: ["--socket", folder + "/o.sock"])
    let file = try office.join("d1")
    #expect(try office.binary.json("--db", file, "sync", "--once")["ok"] as? Bool == true)
    try office.binary.run("technician", "add", "Own Account", "--handle", Self.account, "--skill", "lift:3")
    let own = office.binary.home.path() + "/own.db"
    #expect(try office.binary.run("--db", own, "join", office.address).status == 0)
    #expect(try !office.binary.run("--db", file, "list", "orders", "--json").objects.isEmpty)
    #expect(try office.binary.run("--db", own, "list", "orders", "--json").objects.isEmpty)
  }

  @Test("tells every console which steps were given over SSH, and which at the office's own desk")
  func fromWhere() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let office = try ServedOffice(Binary(), doors: ["--socket", folder + "/o.sock"])
    let (binary, early) = (office.binary, try office.join("d1"))
    try binary.run("technician", "add", "Own Account", "--handle", Self.account, "--skill", "lift:3")
    try binary.run("assign", "20001", Self.account, "--yes", "--override", "he is near")
    let own = binary.home.path() + "/own.db"
    #expect(try binary.run("--db", own, "join", office.address).status == 0)
    #expect(try binary.run("--db", own, "note", "20001", "lock box is empty").status == 0)
    for file in [early, try office.join("d2"), binary.database] {
      if file != binary.database { try binary.run("--db", file, "sync") }
      let history = try binary.run("--db", file, "history", "20001").output
      let note = history.split(separator: "\n").first { $0.contains("lock box is empty") }
      #expect(note?.contains("SSH") == true, "\(file)\n\(history)")
      let logged = history.split(separator: "\n").first { $0.contains("log") }
      #expect(logged?.contains(file == binary.database ? "here" : "office") == true, "\(file)\n\(history)")
    }
  }

  @Test("takes the place of one that nobody serves any more, and of nothing else")
  func stale() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let socket = folder + "/o.sock"
    let office = try ServedOffice(Binary(), doors: ["--socket", socket])
    let again = try office.binary.run("serve", "--socket", socket)
    #expect(again.status == 3 && again.errors.contains("served there already"))
    office.kill()
    #expect(FileManager.default.fileExists(atPath: socket))
    let next = try ServedOffice(Binary(), doors: ["--socket", socket])
    next.stop()
    #expect(next.status == 0 && !FileManager.default.fileExists(atPath: socket))
    try Data("mine".utf8).write(to: URL(filePath: socket))
    let refused = try office.binary.run("serve", "--socket", socket)
    #expect(refused.status == 3 && refused.errors.contains("no socket"))
    #expect(try String(contentsOfFile: socket, encoding: .utf8) == "mine")
  }

  @Test("is not put where others could put another in its place")
  func open() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: folder)
    let binary = try Binary()
    try binary.run("init", "--name", "Riverside", "--zone", "UTC")
    try binary.run("office", "start")
    let answer = try binary.run("serve", "--socket", folder + "/o.sock")
    #expect(answer.status == 3 && answer.errors.contains("others can write"))
  }
}
