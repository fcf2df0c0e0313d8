import Domain
import Foundation
import Simulation
import Storage
import Sync

/// The places where a log may be kept, each made empty for one test.
enum Stores: String, CaseIterable, Sendable {
  case memory, file

  static let log = LogID(high: 1, low: 1)
  static let epoch = EpochID(high: 1, low: 2)
  static let start = Timestamp(seconds: 1_795_516_920)

  /// What a test does with a store; the file goes with it.
  func with(_ body: (any LogStore) throws -> Void) throws {
    switch self {
    case .memory: try body(MemoryLog(log: Self.log, epoch: Self.epoch) { Self.start })
    case .file:
      try Self.inFolder { folder in
        let file = try OfficeFile.create(
          at: folder + "/office.db",
          identity: FileIdentity(log: Self.log, epoch: Self.epoch, console: ConsoleID(high: 1, low: 3)),
          options: Self.options)
        defer { file.close() }
        try body(file)
      }
    }
  }

  static var options: FileOptions { FileOptions(clock: { start }) }

  static func inFolder(_ body: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "callout-sync-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }
}
