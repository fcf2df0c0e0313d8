import Foundation
import Testing

/// The calls of a real day, beside the project, for tests that are skipped without them.
enum RecordedDay {
  static let path: String = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let beside = root.appending(path: "../shared/data").standardized.path()
    let folder = ProcessInfo.processInfo.environment["CALLOUT_TEST_DATA"] ?? beside
    return folder + "/workorders/replay_sf_2017-01-05.ndjson"
  }()

  static var isThere: Bool { FileManager.default.isReadableFile(atPath: path) }
  static let absence: Comment = "skipped: the recorded day is not beside the project"
}
