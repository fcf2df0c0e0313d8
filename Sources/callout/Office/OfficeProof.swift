import Domain

/// What a console shows its office with each request.
enum OfficeProof: Hashable, Sendable {
  /// Before it has joined.
  case none
  case token(String)
  /// Its id, at the machine's own socket: the kernel says whose account asks.
  case account(ConsoleID)

  /// The words of the `Authorization` header.
  var header: String? {
    switch self {
    case .none: nil
    case .token(let token): "Bearer \(token)"
    case .account(let console): "Console \(console)"
    }
  }
}
