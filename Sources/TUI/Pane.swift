/// The four panes of the console, numbered as in their titles.
public enum Pane: Int, CaseIterable, Hashable, Sendable {
  case queue = 1
  case technicians, timeline, alerts

  /// The word in the pane's title.
  public var title: String {
    switch self {
    case .queue: "Queue"
    case .technicians: "Technicians"
    case .timeline: "Timeline"
    case .alerts: "Alerts"
    }
  }

  /// The pane so many numbers further, round and round.
  public func moved(by step: Int) -> Pane {
    let count = Pane.allCases.count
    return Pane(rawValue: ((rawValue - 1 + step) % count + count) % count + 1) ?? self
  }
}
