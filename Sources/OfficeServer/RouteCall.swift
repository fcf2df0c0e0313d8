import Hummingbird
import Sync

/// One request on its way to an answer.
struct RouteCall: Sendable {
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
