import Terminal

/// What lies under the windows: the panes of whoever dispatches, or another face of the same office.
public enum Face: Sendable {
  case console
  /// What a supervisor reads from across the room.
  case wall(Wall)
  /// A technician's own work, also on a phone.
  case pocket(Pocket)
  /// The helpdesk's calls.
  case calls(CallDesk)
}

extension Face {
  public var isConsole: Bool {
    switch self {
    case .console: true
    case .wall, .pocket, .calls: false
    }
  }

  /// Under this it says so and goes on.
  var least: Size {
    switch self {
    case .console, .wall, .calls: ScreenLayout.least
    case .pocket: Size(width: 40, height: 15)
    }
  }

  /// The contexts of the keymap where nothing lies over it; nil for the panes, which have their own each.
  var contexts: [String]? {
    switch self {
    case .console: nil
    case .wall: KeyContexts.board
    case .pocket: KeyContexts.tech
    case .calls: KeyContexts.calls
    }
  }

  /// What its help is called; nil for the panes.
  var title: String? {
    switch self {
    case .console: nil
    case .wall: "Board"
    case .pocket: "My work"
    case .calls: "Calls"
    }
  }

  /// Whether anything can be changed from it.
  var mayChange: Bool {
    switch self {
    case .console, .pocket, .calls: true
    case .wall: false
    }
  }

  /// Whether every verb can be said in it; the other faces show less than the whole office.
  var hasLine: Bool { isConsole }
}
