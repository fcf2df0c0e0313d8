/// What the menu lists and forms look things up in.
enum RecordKind: String, CaseIterable, Hashable, Sendable {
  case customers, sites, equipment, technicians, people, contracts, trades, drafts

  var title: String {
    switch self {
    case .customers: "Customers"
    case .sites: "Sites"
    case .equipment: "Equipment"
    case .technicians: "Technicians"
    case .people: "People"
    case .contracts: "Contracts"
    case .trades: "Trades"
    case .drafts: "Drafts"
    }
  }
}
