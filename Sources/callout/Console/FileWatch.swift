import Curses
import Foundation

/// Notices that another process has written to the office's file, without waking up for anything else.
final class FileWatch: Sendable {
  private let descriptor: Int32

  /// Calls `changed` from a thread of its own after each write to the database or its log, when its rights change and when it goes; nil where the system
  /// has no watch left to give.
  init?(database path: String, changed: @escaping @Sendable () -> Void) {
    let name = Folder.name(in: path)
    descriptor = inotify_init1(Int32(IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    let mask =
      UInt32(IN_MODIFY) | UInt32(IN_CREATE) | UInt32(IN_MOVED_TO) | UInt32(IN_ATTRIB) | UInt32(IN_MOVED_FROM)
      | UInt32(IN_DELETE)
    guard inotify_add_watch(descriptor, Folder.of(path), mask) >= 0 else {
      close(descriptor)
      return nil
    }
    let watched = descriptor
    Thread.detachNewThread {
      CrashGuard.coverThread()
      while let names = Self.next(watched) {
        if names.contains(where: { $0 == name || $0 == name + "-wal" }) { changed() }
      }
    }
  }

  /// The names in the next burst of events; nil when there will be no more.
  private static func next(_ descriptor: Int32) -> [String]? {
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    let count = read(descriptor, &buffer, buffer.count)
    if count < 0 { return errno == EINTR ? [] : nil }
    guard count > 0 else { return nil }
    var names: [String] = []
    var offset = 0
    let head = MemoryLayout<inotify_event>.size
    while offset + head <= count {
      let length = buffer.withUnsafeBytes {
        Int($0.loadUnaligned(fromByteOffset: offset + head - 4, as: UInt32.self))
      }
      guard offset + head + length <= count else { break }
      let bytes = buffer[(offset + head)..<(offset + head + length)].prefix { $0 != 0 }
      names.append(String(decoding: bytes, as: UTF8.self))
      offset += head + length
    }
    return names
  }
}
