import Verbs

extension Query {
  /// What the window with its answer is called.
  var title: String { nature.title }
  /// Whether the office of an earlier time answers it by itself.
  var isOfTheOffice: Bool { nature.isOfTheOffice }

  private var nature: (title: String, isOfTheOffice: Bool) {
    switch self {
    case .list(let kind, _): (kind.rawValue, kind != .drafts && kind != .consoles)
    case .draftsOfOthers: (ListKind.drafts.rawValue, false)
    case .show: ("work order", true)
    case .history: ("history", true)
    case .why: ("why", true)
    case .recent: ("recent", false)
    case .find(let words): ("found: \(words)", false)
    case .ledger: ("ledger", false)
    case .audit: ("audit", false)
    case .past, .then: ("as it was", false)
    case .day: ("day", true)
    case .gaps: ("gaps and overbooking", true)
    case .forecast: ("forecast", true)
    case .fits: ("who fits", true)
    case .explain: ("why it is so", true)
    case .plan: ("plan", false)
    case .trouble: ("in trouble", true)
    case .customer: ("customer", true)
    case .site: ("site", true)
    case .equipment: ("equipment", false)
    case .technician: ("technician", true)
    case .contract: ("contract", true)
    case .office: ("office", true)
    case .messages: ("messages", true)
    case .morning: ("morning", true)
    case .templates(let name): (name ?? "templates", true)
    case .handover: ("handover", true)
    case .counters: ("counters", true)
    case .maps: ("maps", false)
    case .config: ("config", false)
    case .health: ("health", false)
    case .may: ("may", false)
    case .help: ("help", false)
    }
  }
}
