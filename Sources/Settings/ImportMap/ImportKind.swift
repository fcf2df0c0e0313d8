/// What a file to import holds, one row or several for each.
public enum ImportKind: String, CaseIterable, Sendable {
  case workOrders = "work-orders"
  case customers
  case sites
  case equipment
  case technicians

  /// The fields a map may fill; those of work orders are the shell's own names for them.
  public var fields: Set<String> {
    switch self {
    case .workOrders:
      [
        "reference", "status", "priority", "urgency", "trade", "category", "summary", "description", "source",
        "customer", "site", "address", "zone", "lat", "lon", "equipment", "technician", "note", "createdAt",
        "assignedAt", "acceptedAt", "travellingAt", "onSiteAt", "doneAt", "closedAt"
      ]
    case .customers: ["name", "tier", "reference"]
    case .sites: ["name", "customer", "address", "zone", "lat", "lon", "reference"]
    case .equipment: ["name", "site", "serial", "maker", "model", "reference"]
    case .technicians: ["name", "handle", "skill", "zone", "team", "lat", "lon", "shift", "reference"]
    }
  }
}
