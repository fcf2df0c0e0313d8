import Domain
import Glibc
import Sync

/// One connection to an office, kept open: a question and its answer in their bytes, and nothing of a library's. An
/// office closes a line on which nothing was asked for a while; it is opened again for the next question.
final class OfficeConnection {
  private let port: UInt16
  private let patience: Int
  private var descriptor: Int32
  let token: String

  enum Broken: Error {
    case connection(Int32)
    case status(String)
    case answer(PullAnswer)
    case notTaken(PushAnswer)
  }

  /// `patience` is how many seconds are waited for an answer at most; 0 is for ever.
  init(port: UInt16, token: String, patience: Int = 0) throws {
    self.port = port
    self.patience = patience
    self.token = token
    descriptor = try Self.open(port, patience)
  }

  private static func open(_ port: UInt16, _ patience: Int) throws -> Int32 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr = in_addr(s_addr: UInt32(0x7F00_0001).bigEndian)
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else {
      let reason = errno
      close(descriptor)
      throw Broken.connection(reason)
    }
    var limit = timeval(tv_sec: patience, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var yes: Int32 = 1
    setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
    return descriptor
  }

  deinit { close(descriptor) }

  func page(after standing: Standing) throws -> Page {
    let answer = try ask(.pull, standing.pull, PullAnswer.self)
    guard case .page(let page) = answer else { throw Broken.answer(answer) }
    return page
  }

  func push(_ push: Push) throws {
    let answer = try ask(.push, push, PushAnswer.self)
    guard case .taken = answer else { throw Broken.notTaken(answer) }
  }

  private func ask<Answer: Decodable>(
    _ route: OfficeRoute, _ message: some Encodable, _ type: Answer.Type
  ) throws -> Answer {
    let body = try CompactEncoder().encode(message)
    try openIfClosed()
    let head =
      "POST /\(route.path) HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer \(token)\r\ncontent-length: \(body.count)\r\n\r\n"
    try send(Array(head.utf8) + body)
    return try CompactDecoder().decode(type, from: try receive())
  }

  /// Between two questions nothing is there to be read but the end of a line that the office has closed.
  private func openIfClosed() throws {
    var byte: UInt8 = 0
    let count = recv(descriptor, &byte, 1, Int32(MSG_PEEK | MSG_DONTWAIT))
    if count > 0 || count < 0 && errno == EAGAIN { return }
    close(descriptor)
    descriptor = try Self.open(port, patience)
  }

  private func send(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count <= 0 { throw Broken.connection(errno) }
      rest = rest.dropFirst(count)
    }
  }

  private func receive() throws -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    var head: (end: Int, length: Int)?
    while true {
      if head == nil, let end = Self.endOfHead(bytes) {
        let text = String(decoding: bytes[..<end], as: UTF8.self).lowercased()
        guard text.hasPrefix("http/1.1 200") else { throw Broken.status(String(text.prefix(40))) }
        let length = text.split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
        head = (end, Int(length?.split(separator: " ").last ?? "") ?? 0)
      }
      if let head, bytes.count >= head.end + head.length { return Array(bytes[head.end...]) }
      let count = recv(descriptor, &chunk, chunk.count, 0)
      if count <= 0 { throw Broken.connection(errno) }
      bytes += chunk[..<count]
    }
  }

  private static func endOfHead(_ bytes: [UInt8]) -> Int? {
    let mark: [UInt8] = [13, 10, 13, 10]
    return bytes.indices.first { $0 + 4 <= bytes.count && bytes[$0..<($0 + 4)].elementsEqual(mark) }.map {
      $0 + 4
    }
  }
}
