/// Why the screen could not be had.
public enum CursesError: Error, Hashable, Sendable {
  /// Input or output is no terminal.
  case notATerminal
  /// Nothing is known about a terminal of this type.
  case unknownTerminal(String)
  /// There is a screen already; a process has one.
  case alreadyOpen
  /// The system refused something: what was asked for, and its error number.
  case system(call: String, code: Int32)
}

extension CursesError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notATerminal: "input or output is none"
    case .unknownTerminal(let name): "nothing is known about TERM=\(name)"
    case .alreadyOpen: "its screen is open already"
    case .system(let call, let code): "\(call): error \(code)"
    }
  }
}
