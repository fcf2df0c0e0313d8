import Domain
import Terminal
import Verbs

/// What the keys do in the guide, from the keymap in force, and what there is by now.
enum GuideHelp {
  static func hints(_ guide: Guide) -> [Hint] {
    wanted(guide).compactMap { action, words in
      guide.keymap.shownKey(for: action.rawValue, in: guide.contexts).map { Hint(key: $0, words: words) }
    }
  }

  static func lines(_ guide: Guide) -> [String] { hints(guide).map { "\($0.key)  \($0.words)" } }

  private static func wanted(_ guide: Guide) -> [(Action, String)] {
    if guide.isPreviewed {
      return [(.chooseHighlighted, "import it"), (.back, "leave it"), (.openHelp, "help")]
    }
    switch guide.step {
    case .welcome: return [(.chooseHighlighted, "choose"), (.back, "leave"), (.openHelp, "help")]
    case .done: return [(.chooseHighlighted, "choose"), (.back, "one step back"), (.openHelp, "help")]
    case .office:
      return [
        (.formNext, "next field"), (.formSave, "begin the office"), (.keepDraft, "one step back"),
        (.openHelp, "help")
      ]
    case .people, .technicians, .levels, .importing:
      return [
        (.formNext, "next field"), (.formSave, guide.step == .importing ? "show what would be" : "do it"),
        (.formPark, "skip"), (.keepDraft, "one step back"), (.openHelp, "help")
      ]
    }
  }
}

extension Guide {
  /// What the step has made so far, from the office itself.
  var soFar: [String] {
    guard let office else { return [] }
    switch step {
    case .welcome, .office: return []
    case .people:
      let people = office.people.inOrder.sorted { $0.handle < $1.handle }
      return people.map { "\($0.handle)  \($0.name.words)  \($0.role.rawValue)" }
    case .technicians:
      let all = office.technicians.inOrder.sorted { $0.handle < $1.handle }
      return all.map { one in
        let skills = one.skills.map { "\($0.trade.name):\($0.level)" }.joined(separator: " ")
        return "\(one.handle)  \(one.name.words)  \(skills)"
      }
    case .levels: return office.contracts.inOrder.map(Self.line)
    case .importing:
      return [
        [
          Wording.counted(office.customers.count, "customer"), Wording.counted(office.sites.count, "site"),
          Wording.counted(office.equipment.count, "piece") + " of equipment",
          Wording.counted(office.technicians.count, "technician"),
          Wording.counted(office.orders.count, "open order")
        ].joined(separator: ", ")
      ]
    case .done:
      func key(_ action: String) -> String {
        keymap.shownKey(for: action, in: KeyContexts.queue) ?? Verbs.verb(named: action).map {
          ":\($0.spoken)"
        } ?? ""
      }
      return [
        "\(key(LogVerb.name)) logs the first call, \(key(AssignVerb.name)) finds who can take it.",
        "\(key(Action.openHelp.rawValue)) lists the keys where you are; :tour shows the four panes in two minutes.",
        "callout person pin HANDLE gives somebody a PIN, so that an empty desk locks.",
        "callout backup FILE makes a verified copy of all this, at any time."
      ]
    }
  }

  private static func line(_ contract: Contract) -> String {
    let levels = contract.levels.filter { $0.service == nil }.map { level in
      "\(level.priority.text) \(TimeWords.agreed(level.response))/\(TimeWords.agreed(level.fix))"
    }
    return "\(contract.name)  \(levels.joined(separator: "  "))"
  }
}
