import Foundation
import Synchronization

/// The homes of one run of the tests. They go when the run ends and not before: a program that a test has left may
/// still be writing into its own.
enum Homes {
  private static let made = Mutex<[URL]>([])
  private static let sweeps: Void = {
    atexit {
      for home in Homes.made.withLock(\.self) { try? FileManager.default.removeItem(at: home) }
    }
  }()

  /// A fresh folder.
  static func make() throws -> URL {
    _ = sweeps
    let home = FileManager.default.temporaryDirectory.appending(path: "callout-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    made.withLock { $0.append(home) }
    return home
  }
}
