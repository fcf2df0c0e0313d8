import Foundation

/// A disk that fails a process at one of its writes.
enum FaultyDisk {
  enum Fault: String, Sendable {
    /// The process is killed in the middle of the write.
    case die
    /// From that write on there is no room.
    case full
  }

  /// Every write is tried where this is set, else every seventh.
  static let step = ProcessInfo.processInfo.environment["CALLOUT_EVERY_WRITE"] == nil ? 7 : 1

  /// What a process needs in its environment to fail at its write of this number to `database` and what lies beside it.
  static func failing(_ fault: Fault, at write: Int, of database: String) -> [String: String] {
    [
      "LD_PRELOAD": (Binary.path as NSString).deletingLastPathComponent + "/libFaultyDisk.so",
      "FAULTY_DISK_FOLDER": database, "FAULTY_DISK_AT": "\(write)", "FAULTY_DISK_HOW": fault.rawValue
    ]
  }
}
