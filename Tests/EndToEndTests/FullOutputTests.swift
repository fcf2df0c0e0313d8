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
    let callout = try Binary()
    try callout.run("init", "--name", "Riverside", "--zone", "UTC")
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "exec \"$0\" \(words) > /dev/full", Binary.path]
    process.environment = callout.environment
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let said = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 3, "\(words)")
    #expect(String(decoding: said, as: UTF8.self).contains("standard output cannot be written"), "\(words)")
  }

  @Test("whoever reads may go away: nobody is left to be told")
  func gone() throws {
    let callout = try Binary()
    try callout.run("init", "--name", "Riverside", "--zone", "UTC")
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "{ \"$0\" help; echo $? >&2; } | true", Binary.path]
    process.environment = callout.environment
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let said = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(!String(decoding: said, as: UTF8.self).contains("cannot be written"))
  }
}
