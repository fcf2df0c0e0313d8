import TUI

/// What a process does for the office beside what its person asks for, by the face that it shows.
enum Duty {
  /// The rules, the end of the day, the messages, the place at the desk.
  case office
  /// Drafts and presence of whoever acts: the office's affairs are others'.
  case own
  /// Nothing but showing.
  case showing
}

extension Face {
  var duty: Duty {
    switch self {
    case .console: .office
    case .wall: .showing
    case .pocket, .calls: .own
    }
  }
}
