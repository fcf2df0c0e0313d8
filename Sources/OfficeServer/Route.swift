import HTTPTypes
import Hummingbird

/// A path, what whoever asks has to show, and what answers.
struct Route: Sendable {
  /// What lets a request in.
  enum Need: Sendable {
    case nothing
    /// A code in the message, or an account of this machine.
    case code
    /// A console that has joined and was not revoked.
    case console
  }

  let method: HTTPRequest.Method
  let path: String
  let need: Need
  let answer: @Sendable (RouteCall) async throws -> Response

  init(
    _ method: HTTPRequest.Method, _ path: String, needs need: Need,
    _ answer: @escaping @Sendable (RouteCall) async throws -> Response
  ) {
    self.method = method
    self.path = path
    self.need = need
    self.answer = answer
  }

  var name: String { "\(method.rawValue) /\(path)" }
}
