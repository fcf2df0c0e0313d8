import Foundation

/// Real work orders beside the project, for tests that skip without them.
enum PublicData {
  static let folder: String = {
    if let folder = ProcessInfo.processInfo.environment["CALLOUT_TEST_DATA"] { return folder }
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return root.appending(path: "../shared/data").standardized.path()
  }()

  static var isThere: Bool { FileManager.default.fileExists(atPath: folder + "/workorders/README.md") }

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: folder + "/" + name)))
  }
}
