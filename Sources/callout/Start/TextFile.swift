import Foundation

/// Small files read whole, with a limit.
enum TextFile {
  /// The bytes of a file; nil when it is not there, not readable or larger than the limit.
  static func bytes(_ path: String, limit: Int = 16 << 20) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count == 0 { return bytes }
      guard count > 0, bytes.count + count <= limit else { return nil }
      bytes += chunk[..<count]
    }
  }

  static func read(_ path: String) -> String? {
    bytes(path, limit: 1 << 20).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func read(_ descriptor: Int32, _ buffer: inout [UInt8], _ count: Int) -> Int {
    while true {
      let got = Foundation.read(descriptor, &buffer, count)
      if got >= 0 || errno != EINTR { return got }
    }
  }
}
