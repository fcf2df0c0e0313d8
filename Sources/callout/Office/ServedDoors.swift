import Domain
import Foundation
import OfficeServer
import Verbs

/// The doors that `serve` was told to open, looked at before anything listens.
struct ServedDoors: Sendable {
  let doors: [Door]
  private let socket: SocketPath?

  /// Refused: another machine without encryption, files that cannot be used, a socket that is somebody else's.
  init(_ wish: OfficeDoors) throws(ShellError) {
    var doors: [Door] = []
    if let listen = wish.listen { doors.append(try Self.network(listen, wish)) }
    do throws(Failure) {
      socket = try wish.socket.map { path throws(Failure) in try SocketPath(path) }
    } catch {
      throw .failed(error)
    }
    if let socket { doors.append(.socket(path: socket.path)) }
    self.doors = doors
  }

  /// Where a door is, as consoles are told; a socket is let to those who may use it, but for a group that is named.
  func opened(_ index: Int, _ port: Int?) -> (address: String, shutOut: String?) {
    switch doors[index] {
    case .network(let host, let asked, let certificate):
      let scheme = certificate == nil ? "http" : "https"
      return ("\(scheme)://\(host.contains(":") ? "[\(host)]" : host):\(port ?? asked)", nil)
    case .socket(let path): return ("unix:\(path)", socket?.letIn())
    }
  }

  /// All of them, for a sentence.
  var names: String {
    doors.map { door in
      switch door {
      case .network(let host, let port, _): "\(host):\(port)"
      case .socket(let path): path
      }
    }.joined(separator: ", ")
  }

  /// Takes away what would be found by the next one.
  func close() { socket?.remove() }
}

extension ServedDoors {
  private static func network(_ listen: String, _ wish: OfficeDoors) throws(ShellError) -> Door {
    let (host, port) = try address(listen)
    guard let chain = wish.certificate, let key = wish.key else {
      if OfficeAddress.isThisMachine(host) { return .network(host: host, port: port, nil) }
      throw .usage(
        UsageFault(
          "\"\(listen.prefix(60))\" is for other machines, and nothing is encrypted: --tls-cert FILE --tls-key FILE encrypt, 127.0.0.1:\(port) needs neither.",
          word: listen))
    }
    do throws(Failure) {
      try TokenFile.refuseExposed(key)
      let now = Timestamp(seconds: Int64(Date().timeIntervalSince1970))
      return .network(host: host, port: port, try Certificate(chain: chain, key: key, now: now))
    } catch {
      throw .failed(error)
    }
  }

  /// A host and a port, with an address of many colons in brackets.
  private static func address(_ text: String) throws(ShellError) -> (host: String, port: Int) {
    if let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
      (0...65_535).contains(port)
    {
      let host = text[..<colon]
      if host.hasPrefix("["), host.hasSuffix("]") { return (String(host.dropFirst().dropLast()), port) }
      if !host.isEmpty, !host.contains(":") { return (String(host), port) }
    }
    throw .usage(
      UsageFault(
        "\"\(text.prefix(60))\" is no address and port: 127.0.0.1:7420, office.example:7420 and [::1]:7420 are.",
        word: text))
  }
}
