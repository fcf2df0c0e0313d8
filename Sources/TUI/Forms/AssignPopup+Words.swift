import Domain
import Verbs

extension Rule {
  /// Why somebody cannot, in one word.
  var spoken: String {
    switch self {
    case .overlap: "busy"
    case .skill: "skill"
    case .notWorking: "off"
    case .breaks: "break"
    case .held: "held"
    case .past: "past"
    case .outsideWindow: "window"
    case .travel: "travel"
    case .overtime: "overtime"
    case .moneyLimit: "money"
    case .pinned: "pinned"
    case .underWay: "on way"
    case .claimed: "claimed"
    case .refused: "unwanted"
    }
  }
}

extension Model {
  /// Letter and shape of a technician's presence, from his card.
  func card(_ id: Technician.ID) -> String {
    board.technicians.first { $0.id == id }.map { "\($0.shown.letter)\($0.shown.shape)" } ?? "  "
  }

  /// Visits that begin at another time, such as `moves 20402 14:00→14:20`.
  func words(of moves: [CandidateMove]) -> String { wording.moves(moves) }

  func words(of remedy: NoCandidate.Remedy) -> String { wording.remedy(remedy) }

  func words(of fact: Candidate.Fact) -> String { wording.fact(fact) }
}
