import Foundation

/// A folder that goes with the test.
public final class TemporaryFolder: Sendable {
  public let path: String

  public init() throws {
    // In memory where there is such a place: the tests ask what is right, not what the disk can do.
    let memory = "/dev/shm"
    let isThere = FileManager.default.isWritableFile(atPath: memory)
    path = (isThere ? memory : FileManager.default.temporaryDirectory.path) + "/callout-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  public func file(_ name: String) -> String { path + "/" + name }
}
