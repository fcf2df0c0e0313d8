/// What a file to import holds, one row or several for each.
public enum ImportKind: String, CaseIterable, Sendable {
  case workOrders = "work-orders"
  case customers
  case sites
  case equipment
  case technicians

  /// The fields a map may fill: the shell's own names for what `add` and `edit` set, and `lat` with `lon` for a place.
  public var fields: Set<String> {
    switch self {
    case .workOrders:
      [
        "id", "reference", "status", "priority", "urgency", "trade", "category", "summary", "description",
        "source", "customer", "site", "address", "zone", "lat", "lon", "equipment", "technician", "note",
        "createdAt", "assignedAt", "acceptedAt", "travellingAt", "onSiteAt", "doneAt", "closedAt",
        "estimateMinutes", "did", "cause", "resolution", "parts", "workMinutes", "travelMinutes", "cost"
      ]
    case .customers:
      [
        "name", "tier", "parent", "contract", "phone", "contact", "preferences", "credit", "language",
        "prefers", "refuses", "reference"
      ]
    case .sites:
      [
        "name", "customer", "address", "zone", "at", "lat", "lon", "timeZone", "hours", "contact", "phone",
        "accessCode", "access", "parking", "hazards", "region", "standard", "reference"
      ]
    case .equipment:
      [
        "name", "site", "parent", "building", "floor", "area", "type", "maker", "model", "serial", "owner",
        "user", "purchased", "warranty", "specification", "status", "criticality", "reference"
      ]
    case .technicians:
      [
        "name", "handle", "phone", "zone", "team", "home", "lat", "lon", "breaks", "toldBy", "company",
        "rate", "callOut", "insured", "skill", "shift", "reference"
      ]
    }
  }

  /// Those without which no row can be taken.
  public var needed: [String] {
    switch self {
    case .workOrders: ["createdAt", "summary"]
    case .customers, .sites, .equipment, .technicians: ["name"]
    }
  }
}
