import Foundation
import Testing

@Suite("A file that somebody names for rows")
struct NamedFileTests {
  private static let isDevice = kind(of: "/dev/full") == .typeCharacterSpecial

  @Test("is replaced where that is asked for, and never else")
  func replaced() throws {
    let callout = try office()
    let path = callout.home.path() + "/people.csv"
    try Data().write(to: URL(filePath: path))
    #expect(try callout.run("export", "people", "--out", path).status == 0, "nothing stood in it")
    let written = try String(contentsOfFile: path, encoding: .utf8)
    #expect(written.contains("name"))
    try Data("mine".utf8).write(to: URL(filePath: path))
    let refused = try callout.run("export", "people", "--out", path)
    #expect(refused.status == 3 && refused.errors.contains("--force"), "\(refused)")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
    #expect(try callout.run("export", "people", "--out", path, "--force").status == 0)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == written)
    let link = callout.home.path() + "/link.csv"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    #expect(try callout.run("export", "people", "--out", link, "--force").status == 0)
    #expect(Self.kind(of: link) == .typeSymbolicLink && Self.kind(of: path) == .typeRegular)
  }

  @Test("stays what it is where it is a device", .enabled(if: isDevice, "there is no /dev/full"))
  func device() throws {
    let callout = try office()
    for (device, status) in [("/dev/null", Int32(0)), ("/dev/full", 3)] {
      let link = callout.home.path() + "/device"
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: device)
      let answer = try callout.run("export", "people", "--out", link)
      #expect(answer.status == status, "\(answer)")
      #expect(Self.kind(of: link) == .typeSymbolicLink)
      try FileManager.default.removeItem(atPath: link)
    }
  }

  @Test("takes no refused rows over what stands in it, and says so before a row is read")
  func refusedRows() throws {
    let callout = try office()
    let source = callout.home.path() + "/source.csv"
    try Data("a,b\n1,2\n".utf8).write(to: URL(filePath: source))
    let answer = try callout.run(
      "import", "work-orders", source, "--map", "nyc-311", "--refused", source)
    #expect(answer.status == 3 && answer.errors.contains("is there already"), "\(answer)")
    #expect(try String(contentsOfFile: source, encoding: .utf8) == "a,b\n1,2\n")
  }

  @Test("is looked for at home where its name begins so, though no shell has read it")
  func home() throws {
    let callout = try office()
    #expect(try callout.run("export", "people", "--out", "~/people.csv").status == 0)
    #expect(FileManager.default.fileExists(atPath: callout.home.path() + "/people.csv"))
  }

  @Test("themes and maps are objects for scripts, one a line")
  func objects() throws {
    let callout = try office()
    let themes = try callout.run("themes", "--json").objects
    #expect(themes.contains { $0["name"] as? String == "dark" })
    #expect(themes.count { $0["source"] is String } == 1, "the one in force")
    #expect(try callout.run("maps", "--json").objects.contains { $0["name"] as? String == "sf-fire" })
  }

  private func office() throws -> Binary {
    let callout = try Binary()
    try callout.run("init", "--name", "Riverside", "--zone", "UTC")
    return callout
  }

  private static func kind(of path: String) -> FileAttributeType? {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
  }
}
