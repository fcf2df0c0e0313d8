import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix

/// What went wrong with a connection, in people's words instead of a library's.
enum ConnectionWords {
  static func of(_ error: any Error) -> String {
    switch error {
    case let error as IOError: system(error.errnoCode)
    case let error as NIOConnectionError:
      error.connectionErrors.first.map { of($0.error) } ?? "no machine is known by \(error.host)"
    case is HTTPParserError: "what answers there does not speak HTTP"
    case let error as HTTPClientError: words(error)
    default: "the connection broke"
    }
  }

  private static func words(_ error: HTTPClientError) -> String {
    switch error {
    case .remoteConnectionClosed: "it hung up; an office that encrypts is at https://"
    case .connectTimeout, .readTimeout, .deadlineExceeded, .tlsHandshakeTimeout: "no whole answer in time"
    default: "the connection broke"
    }
  }

  /// What the system calls an error, such as `connection refused`.
  private static func system(_ code: CInt) -> String {
    let words = String(cString: strerror(code))
    return words.prefix(1).lowercased() + words.dropFirst()
  }
}
