import Domain
import Terminal
import Verbs

/// A walk through the four panes: each step asks for one thing, done with the real key, and sees that it was done.
///
/// It changes nothing: what would be written while it goes on is not.
public struct Tour: Hashable, Sendable {
  public enum Step: Int, CaseIterable, Hashable, Sendable {
    case queue, open, openBack, assign, assignBack, technicians, timeline, alerts, filter, filterBack, help,
      helpBack, end

    /// What the key of the step does; nil where the tour is over.
    var action: String? {
      switch self {
      case .queue: Action.moveDown.rawValue
      case .open: OpenVerb.name
      case .assign: AssignVerb.name
      case .openBack, .assignBack, .helpBack: Action.back.rawValue
      case .technicians: Action.paneTechnicians.rawValue
      case .timeline: Action.paneTimeline.rawValue
      case .alerts: Action.paneAlerts.rawValue
      case .filter: Action.filter.rawValue
      case .filterBack: Action.clearFilter.rawValue
      case .help: Action.openHelp.rawValue
      case .end: nil
      }
    }

    /// The pane it is about, beside which it stands.
    var pane: Pane {
      switch self {
      case .queue, .open, .openBack, .assign, .assignBack, .filter, .filterBack, .help, .helpBack, .end:
        .queue
      case .technicians: .technicians
      case .timeline: .timeline
      case .alerts: .alerts
      }
    }

    var next: Step { Step(rawValue: rawValue + 1) ?? .end }
  }

  var step = Step.queue
  /// The last action of the keymap.
  var heard: String?
}

extension Model {
  mutating func beginTour() -> [Effect] {
    guard past == nil, popups.isEmpty else {
      say(.note, "The tour begins at the panes: go back to them first, nothing is lost.")
      return []
    }
    isZoomed = false
    isFiltering = false
    focus(on: .queue)
    tour = Tour()
    result = nil
    versions.all &+= 1
    return []
  }

  /// Only where nothing else is said, and nobody is asked for a PIN.
  mutating func offerTour() {
    guard gate == nil, result == nil, past == nil else { return }
    let help = key(for: Action.openHelp.rawValue, in: paneContexts) ?? "F1"
    let line = key(for: Action.openLine.rawValue, in: paneContexts) ?? ":"
    say(.note, "New here? \(line) and tour: the four panes in two minutes. \(help) has the keys.")
  }

  mutating func endTour() {
    let wasLast = tour?.step == .end
    tour = nil
    versions.all &+= 1
    let help = key(for: Action.openHelp.rawValue, in: paneContexts) ?? "F1"
    say(.note, wasLast ? "That was all of it. \(help) helps anywhere." : "Tour left. :tour begins it again.")
  }

  /// Goes to the next step where the present one has been done, or cannot be.
  mutating func advanceTour() {
    while let now = tour, isDone(now) { skipTourStep() }
  }

  mutating func skipTourStep() {
    guard let now = tour, now.step != .end else { return }
    tour?.step = now.step.next
    tour?.heard = nil
  }

  private func isDone(_ tour: Tour) -> Bool {
    switch tour.step {
    case .queue, .open, .assign: tour.heard == tour.step.action
    case .openBack, .assignBack: popups.isEmpty
    case .technicians, .timeline, .alerts: focus == tour.step.pane
    case .filter: isFiltering
    case .filterBack: !isFiltering
    case .help: popups.last?.popup is HelpPopup
    case .helpBack: !(popups.last?.popup is HelpPopup)
    case .end: false
    }
  }

  /// What a tour keeps from being done: everything that would be written.
  mutating func withheld(_ effects: [Effect]) -> [Effect] {
    guard tour != nil else { return effects }
    return effects.filter { effect in
      switch effect {
      case .submit(_, let origin):
        if case .popup(let number) = origin { popups.removeAll { $0.number == number } }
        say(.note, "Nothing was changed: on the tour keys only show what they do.")
        return false
      case .takeNumber, .saveDraft, .deleteDraft, .saveViews, .saveRecent, .chore, .setPIN, .signIn:
        return false
      case .ask, .askPast, .recall, .suggest, .plan, .reckon, .stopReckoning, .saveLine, .copy, .suspend,
        .redraw, .captureMouse, .title, .quit:
        return true
      }
    }
  }
}
