import Domain
import Verbs

/// The fields that technicians can be filtered by, and their values.
enum TechnicianFilter {
  static let fields = ["name", "zone", "team", "skill", "status", "shift", "oncall"]

  /// A field, or a value of the field that has begun.
  static func completions(of text: String, at cursor: Int, _ cards: [TechnicianCard]) -> [Completion] {
    let before = text.prefix(max(0, cursor))
    let word = before.split(separator: " ", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    let range = before.count - word.count..<before.count
    let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      return fields.filter { $0.hasPrefix(word.lowercased()) }.map {
        Completion(text: $0 + ":", range: range, help: "")
      }
    }
    return values(of: parts[0], cards).filter { $0.lowercased().hasPrefix(parts[1].lowercased()) }.map {
      Completion(text: "\(parts[0]):\($0)", range: range, help: "")
    }
  }

  private static func values(of field: String, _ cards: [TechnicianCard]) -> [String] {
    let values: [String] =
      switch field {
      case "zone": cards.compactMap(\.zone)
      case "team": cards.compactMap(\.team)
      case "skill": cards.flatMap { $0.skills.map(\.trade.name) }
      case "status": ShownPresence.allCases.map(\.word) + ["late", "silent"]
      case "shift": ["on", "off"]
      case "oncall": ["yes", "no"]
      default: []
      }
    return Set(values.map { String($0.split(separator: " ").first ?? "") }).sorted()
  }
}

/// By what technicians stand together.
public enum TechnicianGroup: String, CaseIterable, Hashable, Sendable {
  case zone, team, skill

  /// What one technician is grouped by: the skill in which he has the highest level.
  func value(of card: TechnicianCard) -> String? {
    switch self {
    case .zone: card.zone
    case .team: card.team
    case .skill:
      card.skills.max { ($0.level, $1.trade.name) < ($1.level, $0.trade.name) }?.trade.name
    }
  }
}
