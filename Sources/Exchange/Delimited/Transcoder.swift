import Glibc

/// Turns bytes of a declared encoding into UTF-8 as they arrive; what cannot be turned becomes a byte that is no
/// UTF-8 either, so that its row can be told from one in which U+FFFD stands.
public final class Transcoder {
  private let descriptor: iconv_t?
  private var waiting: [UInt8] = []
  private var isAtStart = true

  /// Whether the system can read an encoding of that name.
  public static func knows(_ encoding: String) -> Bool { (try? Transcoder(from: encoding)) != nil }

  /// Any name that the system's iconv knows; UTF-8 passes through untouched but for a byte-order mark.
  public init(from encoding: String) throws(ExchangeError) {
    let name = encoding.lowercased()
    if name == "utf-8" || name == "utf8" || name == "us-ascii" || name == "ascii" {
      descriptor = nil
      return
    }
    guard let opened = iconv_open("UTF-8", encoding), Int(bitPattern: opened) != -1 else {
      throw .unknownEncoding(encoding)
    }
    descriptor = opened
  }

  deinit {
    if let descriptor { iconv_close(descriptor) }
  }

  /// The UTF-8 of the next bytes; a character cut by their end waits for the next call.
  public func decode(_ bytes: [UInt8], isLast: Bool) -> [UInt8] {
    let decoded = descriptor.map { convert(waiting + bytes, with: $0, isLast: isLast) } ?? bytes
    guard isAtStart, !decoded.isEmpty else { return decoded }
    isAtStart = false
    return decoded.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(decoded.dropFirst(3)) : decoded
  }
}

extension Transcoder {
  private static let undecodable: UInt8 = 0xFF

  private func convert(_ input: [UInt8], with descriptor: iconv_t, isLast: Bool) -> [UInt8] {
    var source = input
    var output: [UInt8] = []
    var position = 0
    waiting = []
    while position < source.count {
      var buffer = [CChar](repeating: 0, count: (source.count - position) * 4 + 16)
      let capacity = buffer.count
      var consumed = 0
      var produced = 0
      var reason: Int32 = 0
      source.withUnsafeMutableBytes { from in
        buffer.withUnsafeMutableBufferPointer { to in
          var sourcePointer = from.baseAddress?.advanced(by: position).assumingMemoryBound(to: CChar.self)
          var sourceLeft = from.count - position
          var targetPointer = to.baseAddress
          var targetLeft = capacity
          let result = iconv(descriptor, &sourcePointer, &sourceLeft, &targetPointer, &targetLeft)
          reason = result == Int.max || Int(bitPattern: UInt(bitPattern: result)) == -1 ? errno : 0
          consumed = from.count - position - sourceLeft
          produced = capacity - targetLeft
        }
      }
      output += buffer[..<produced].map { UInt8(bitPattern: $0) }
      position += consumed
      if reason == 0 || reason == E2BIG { continue }
      if reason == EINVAL, !isLast {
        waiting = Array(source[position...])
        return output
      }
      output.append(Self.undecodable)
      position += 1
    }
    return output
  }
}
