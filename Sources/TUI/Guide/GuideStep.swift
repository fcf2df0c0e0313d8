/// The steps in which a new office comes about; each does what a command of the shell does.
public enum GuideStep: String, CaseIterable, Sendable {
  case welcome, office, people, technicians, levels, importing, done

  var title: String {
    switch self {
    case .welcome: "Welcome"
    case .office: "Office"
    case .people: "People at the desk"
    case .technicians: "Technicians"
    case .levels: "Service levels"
    case .importing: "Import"
    case .done: "Ready"
    }
  }

  /// What it is for, and that it can wait.
  var words: String {
    switch self {
    case .welcome:
      "There is no office here yet. Five short steps begin one; each can be skipped and done later."
    case .office:
      "The name stands in the first line of every screen; the zone decides what a clock time means."
    case .people:
      "Who else works at a desk? Everybody acts under a name of their own. You are in already, as owner."
    case .technicians:
      "Who goes out? Skills are trade:level, such as hvac:3 lift:2. The shift says when somebody can be planned."
    case .levels:
      "What is promised by priority: time to respond and to fix, in open hours. The usual ones are there."
    case .importing:
      "Sites, customers, equipment, technicians or work orders from a CSV file. First it only shows what would be."
    case .done:
      "The office is there. Nothing of this is final: every step is a command that can be given at any time."
    }
  }

  var next: GuideStep { moved(by: 1) }
  var before: GuideStep { moved(by: -1) }

  private func moved(by step: Int) -> GuideStep {
    let all = Self.allCases
    let index = (all.firstIndex(of: self) ?? 0) + step
    return all[max(0, min(all.count - 1, index))]
  }
}
