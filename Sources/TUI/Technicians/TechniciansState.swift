public import Domain
public import Terminal

/// What the technicians pane remembers.
public struct TechniciansState: Sendable {
  /// Numbers of the board's cards, filtered and sorted.
  public internal(set) var rows: [Int] = []
  public internal(set) var cursor = ListCursor<Technician.ID>()
  public internal(set) var filter = PaneFilter()
  public internal(set) var order = TechnicianOrder.presence
  public internal(set) var isReversed = false
  /// By what they stand together.
  public internal(set) var group: TechnicianGroup?

  func ids(in board: Board) -> LazyMapCollection<[Int], Technician.ID> {
    rows.lazy.map { board.technicians[$0].id }
  }
}

/// What the technicians are sorted by; presence puts the free ones first.
public enum TechnicianOrder: String, CaseIterable, Hashable, Sendable {
  case presence, name, until, load, zone, team, seen
}

extension TechnicianCard {
  /// Whether this card stands above another one; nil where the order says nothing.
  func comesBefore(_ other: TechnicianCard, by order: TechnicianOrder) -> Bool? {
    switch order {
    case .presence: shown == other.shown ? nil : shown.place < other.shown.place
    case .name: first(name, other.name)
    case .until: first(until, other.until)
    case .load:
      utilisationPercent == other.utilisationPercent ? nil : utilisationPercent > other.utilisationPercent
    case .zone: first(zone, other.zone)
    case .team: first(team, other.team)
    case .seen: first(lastSeenAt, other.lastSeenAt)
    }
  }

  /// What is not known stands last.
  private func first<Value: Comparable>(_ left: Value?, _ right: Value?) -> Bool? {
    guard left != right else { return nil }
    guard let left else { return false }
    guard let right else { return true }
    return left < right
  }

  /// What the words of a filter are looked for in.
  var searchText: String {
    var text = "\(name) \(handle) \(shown.letter) \(shown.word)"
    if isLate { text += " late" }
    if isSilent { text += " silent" }
    for part in [zone, team, lastPlace] { if let part { text += " \(part)" } }
    // As the row says it, and what he can do.
    text += " \(TechnicianText.now(self)) \(skills.map(\.trade.name).joined(separator: " "))"
    if let now { text += " \(now)" }
    if let next { text += " \(next)" }
    return text
  }

  /// What `zone:`, `team:`, `skill:` and the like look in.
  func text(ofField field: String) -> String? {
    switch field {
    case "zone": zone
    case "team": team
    case "skill", "trade": skills.map(\.trade.name).joined(separator: " ")
    case "status": shown.word + (isLate ? " late" : "") + (isSilent ? " silent" : "")
    case "shift": shown == .off || shown == .unavailable ? "off" : "on"
    case "oncall": isOnCall ? "yes" : "no"
    case "name": name
    default: nil
    }
  }
}
