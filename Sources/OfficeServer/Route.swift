import HTTPTypes
import Hummingbird
import Sync

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
  let answer: @Sendable (Call) async throws -> Response

  init(
    _ method: HTTPRequest.Method, _ path: String, needs need: Need,
    _ answer: @escaping @Sendable (Call) async throws -> Response
  ) {
    self.method = method
    self.path = path
    self.need = need
    self.answer = answer
  }

  var name: String { "\(method.rawValue) /\(path)" }
}

/// One request on its way to an answer.
struct Call: Sendable {
  let request: Request
  let context: CallContext
  /// The name of the account at the other end, where that is a process of this machine.
  let account: String?
  /// Whose console asks; nil only where none is needed.
  let caller: Registrar?

  var registrar: Registrar {
    get throws {
      guard let caller else { throw HTTPError(.unauthorized) }
      return caller
    }
  }
}
