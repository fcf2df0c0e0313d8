import Foundation
import Testing

@Suite("Standard output that cannot be written")
struct FullOutputTests {
  private static let isDevice: Bool =
    (try? FileManager.default.attributesOfItem(atPath: "/dev/full"))?[.type] as? FileAttributeType
    == .typeCharacterSpecial

  @Test(
    "is said, and is no success", .enabled(if: isDevice, "there is no /dev/full"),
    arguments: ["list people", "list people --json", "export technicians", "help"])
  func full(words: String) throws {
    let ended = try run("exec \"$0\" \(words) > /dev/full")
    #expect(ended.status == 3, "\(words)")
    #expect(ended.errors.contains("standard output cannot be written"), "\(words)")
  }

  @Test("whoever reads may go away: nobody is left to be told")
  func gone() throws {
    #expect(try !run("\"$0\" help | true").errors.contains("cannot be written"))
  }

  /// What a shell does with the program at an office of its own.
  private func run(_ line: String) throws -> (status: Int32, errors: String) {
    let callout = try Binary()
    try callout.run("init", "--name", "Riverside", "--zone", "UTC")
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line, Binary.path]
    process.environment = callout.environment
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let said = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: said, as: UTF8.self))
  }
}
