import Domain
import Foundation
import Sync

/// The calls in forms at joined consoles, in a file beside the office's own: whoever serves the office writes it, the
/// windows on that file read it. It is emptied and gone as soon as nobody has one; where its server was killed, by whoever
/// reads it next.
enum CallsNote {
  /// Seconds after which it is not believed: the server writes it every few seconds.
  private static let fresh = 15
  /// Bytes of the file, always. Half of one and half of the next is no message, or one call too many for a moment.
  private static let size = 4_096

  private static func path(of database: String) -> String { database + ".calls" }

  /// What cannot be written is not told: nobody is known of then.
  static func write(_ calls: [CallInHand], beside database: String) {
    guard !calls.isEmpty, let message = message(calls) else { return erase(path(of: database)) }
    let bytes = [UInt8(message.count >> 8), UInt8(message.count & 0xFF)] + message
    put(bytes + [UInt8](repeating: 0, count: size - bytes.count), to: path(of: database))
  }

  /// The first ones, as many as there is room for.
  private static func message(_ calls: [CallInHand]) -> [UInt8]? {
    for count in stride(from: min(calls.count, CallsInHand.most), to: 0, by: -1) {
      do {
        let message = try CompactEncoder().encode(CallsInHand(Array(calls.prefix(count))))
        if message.count <= size - 2 { return message }
      } catch {
        return nil
      }
    }
    return nil
  }

  /// None where nobody serves the office, or has not been heard of for long.
  static func read(beside database: String) -> [CallInHand] {
    var status = stat()
    let path = path(of: database)
    guard stat(path, &status) == 0 else { return [] }
    guard time(nil) - status.st_mtim.tv_sec < fresh else {
      erase(path)
      return []
    }
    guard let bytes = FileManager.default.contents(atPath: path), bytes.count == size else { return [] }
    let length = Int(bytes[0]) << 8 | Int(bytes[1])
    guard length <= size - 2 else { return [] }
    let message = Array(bytes[2..<(2 + length)])
    do { return try CompactDecoder().decode(CallsInHand.self, from: message).calls } catch { return [] }
  }

  private static func put(_ bytes: [UInt8], to path: String) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    _ = pwrite(descriptor, bytes, bytes.count, 0)
  }

  /// The numbers of callers are overwritten before the file goes.
  private static func erase(_ path: String) {
    guard access(path, F_OK) == 0 else { return }
    put([UInt8](repeating: 0, count: size), to: path)
    unlink(path)
  }
}
