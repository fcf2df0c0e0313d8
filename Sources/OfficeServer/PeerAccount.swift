import Glibc
import NIOCore

/// Whose account the other end of a local socket is of, as the kernel says.
enum PeerAccount {
  /// As the kernel fills it in for `SO_PEERCRED`, `struct ucred`.
  private struct Credentials: Sendable {
    var process: Int32
    var user: UInt32
    var group: UInt32
  }

  /// The number of the account; nil where the connection is none between processes of this machine.
  static func number(of channel: any Channel) async -> UInt32? {
    guard let socket = channel as? any SocketOptionProvider else { return nil }
    do {
      let peer: Credentials = try await socket.unsafeGetSocketOption(
        level: .socket, name: NIOBSDSocket.Option(rawValue: SO_PEERCRED)
      ).get()
      return peer.process > 0 ? peer.user : nil
    } catch {
      return nil
    }
  }
}
