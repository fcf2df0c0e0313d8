import Domain
import Verbs

extension ClockFace {
  /// `0:38r▲`: what is left or how late, which clock, and how it stands; the shape's column is always there.
  func text(_ model: Model) -> String {
    "\(TimeWords.due(self, now: model.now, model.office.zone))\(shape)"
  }

  /// The sign beside the figure, so that colour is never the only word.
  var shape: Character { state.shape }

  var role: StyleRole { state.role }

  /// Its name in sentences.
  var word: String {
    switch kind {
    case .response: "response"
    case .fix: "fix"
    }
  }
}

extension Priority {
  var role: StyleRole {
    switch self {
    case .p1: .priority1
    case .p2: .priority2
    case .p3: .priority3
    case .p4: .priority4
    }
  }
}

extension ClockFace.State {
  var shape: Character {
    switch self {
    case .running: " "
    case .atRisk: "▲"
    case .breached: "✗"
    case .met: "✓"
    case .paused: "‖"
    }
  }

  var role: StyleRole {
    switch self {
    case .running: .plain
    case .atRisk: .slaAtRisk
    case .breached: .slaBreached
    case .met: .slaMet
    case .paused: .slaPaused
    }
  }

  /// What its sign says beside a figure.
  var meaning: String {
    switch self {
    case .running: "it runs"
    case .atRisk: "little is left of it"
    case .breached: "missed by that much"
    case .met: "met"
    case .paused: "it stands still"
    }
  }
}

extension ClockDanger {
  /// How the clock stands that is worst.
  var state: ClockFace.State {
    switch self {
    case .atRisk: .atRisk
    case .breached: .breached
    }
  }
}
