import Domain
import TUI
import Verbs

/// What a process does for the office beside what its person asks for, by the face that it shows.
enum Duty {
  /// The rules, the end of the day, the messages, the place at the desk.
  case office
  /// Nothing but showing.
  case showing
}

extension Face {
  var duty: Duty {
    switch self {
    case .console: .office
    case .wall: .showing
    }
  }
}

extension Callout {
  /// Opens the supervisor's wall on an office that is open.
  static func board(_ session: OfficeSession, turnSeconds: Int, _ output: Output) throws(ShellError) -> Int32
  {
    try console(session, showing: .wall(Wall()), turning: turnSeconds, output)
  }
}
