import AsyncHTTPClient
import Domain
import Foundation
import Verbs

/// Where an office is, as its consoles reach it.
enum OfficeAddress: Hashable, Sendable {
  /// Over the network, encrypted unless it is this machine itself.
  case network(scheme: String, host: String, port: Int?)
  /// Through a socket in this machine's file system.
  case socket(String)

  /// Refused: what is no address of an office, and another machine without encryption.
  init(_ text: String) throws(UsageFault) {
    if text.hasPrefix("unix:") {
      let path = String(text.dropFirst("unix:".count))
      // The kernel takes no longer ones.
      guard path.hasPrefix("/"), path.utf8.count < 108 else {
        throw UsageFault("unix: takes the whole path of a socket, at most 107 bytes long.", word: text)
      }
      self = .socket(path)
      return
    }
    guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
      let host = parts.host, !host.isEmpty, parts.user == nil, parts.password == nil, parts.query == nil,
      parts.fragment == nil, parts.path.isEmpty || parts.path == "/", ["http", "https"].contains(scheme),
      parts.port.map({ (1...65_535).contains($0) }) ?? true
    else {
      throw UsageFault(
        "\"\(text.prefix(60))\" is no address of an office: https://office.example:7420 and unix:/run/callout/office.sock are.",
        word: text)
    }
    guard scheme == "https" || Self.isThisMachine(host) else {
      throw UsageFault(
        "\"\(text.prefix(60))\" is another machine, and http is not encrypted: https is, where the office serves with --tls-cert.",
        word: text)
    }
    self = .network(scheme: scheme, host: host, port: parts.port)
  }

  /// Whether a name means the machine itself without asking anybody.
  static func isThisMachine(_ host: String) -> Bool {
    let host = host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
    if ["localhost", "::1"].contains(host.lowercased()) { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.first == "127" && parts.allSatisfy { UInt8($0) != nil }
  }

  /// As it is kept and shown.
  var text: String {
    switch self {
    case .network(let scheme, let host, let port): "\(scheme)://\(host)\(port.map { ":\($0)" } ?? "")"
    case .socket(let path): "unix:\(path)"
    }
  }

  var isEncrypted: Bool {
    if case .network("https", _, _) = self { return true }
    return false
  }

  var isSocket: Bool {
    if case .socket = self { return true }
    return false
  }

  /// The address of one of the office's routes, as the client wants it.
  func url(_ path: String) -> String {
    switch self {
    case .network: text + path
    case .socket(let socket): URL(httpURLWithSocketPath: socket, uri: path)?.absoluteString ?? ""
    }
  }
}
