import Foundation

/// Something at an office's address that is no office: whatever it is asked, it answers with the same bytes.
final class LyingOffice: Sendable {
  private let descriptor: Int32

  /// Takes the place of an office that has ended; `port` is its.
  init(port: UInt16, answer: [UInt8]) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var yes: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr = in_addr(s_addr: UInt32(0x7F00_0001).bigEndian)
    let bound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard bound == 0, listen(descriptor, 8) == 0 else {
      throw Binary.Unexpected(text: String(cString: strerror(errno)))
    }
    let listening = descriptor
    Thread.detachNewThread { Self.answer(listening, answer) }
  }

  deinit { stop() }

  func stop() { shutdown(descriptor, Int32(SHUT_RDWR)) }

  private static func answer(_ listening: Int32, _ bytes: [UInt8]) {
    while true {
      let connection = accept(listening, nil, nil)
      if connection < 0 { break }
      var asked = [UInt8](repeating: 0, count: 1 << 16)
      _ = read(connection, &asked, asked.count)
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes {
          send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        if count <= 0 { break }
        rest = rest.dropFirst(count)
      }
      close(connection)
    }
    close(listening)
  }
}
