import Domain

extension ShownPresence {
  /// The shape beside the letter; none of them has an emoji form.
  var shape: Character {
    switch self {
    case .available: "●"
    case .travelling: "►"
    case .onSite: "◆"
    case .onBreak: "◑"
    case .off: "○"
    case .unavailable: "×"
    }
  }

  var role: StyleRole {
    switch self {
    case .available: .available
    case .travelling: .travelling
    case .onSite: .onSite
    case .onBreak: .onBreak
    case .off: .off
    case .unavailable: .unavailable
    }
  }

  /// Who can go first stands first.
  var place: Int {
    switch self {
    case .available: 0
    case .onSite: 1
    case .travelling: 2
    case .onBreak: 3
    case .off: 4
    case .unavailable: 5
    }
  }

  /// As people say it.
  var word: String {
    switch self {
    case .available: "available"
    case .travelling: "travelling"
    case .onSite: "on site"
    case .onBreak: "break"
    case .off: "off"
    case .unavailable: "unavailable"
    }
  }
}
