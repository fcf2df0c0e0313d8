/// What has changed between two states of an office, as far as the boards care.
public struct Touched: Sendable {
  public var orders: Set<WorkOrder.ID> = []
  public var technicians: Set<Technician.ID> = []
  public var customers: Set<Customer.ID> = []
  public var sites: Set<Site.ID> = []
  public var equipment: Set<Equipment.ID> = []
  public var people: Set<Person.ID> = []
  /// Something that bears on everything: limits, contracts, zones, the end of the day.
  public var isEverything = false

  public init() {}

  /// What a submission's events touch.
  public init(_ events: [Event]) {
    for event in events { insert(event) }
  }

  /// What differs between two states, when nobody knows the events between them.
  public init(from older: Office, to newer: Office) {
    orders = Set(newer.orders.changedIDs(since: older.orders))
    technicians = Set(newer.technicians.changedIDs(since: older.technicians))
    customers = Set(newer.customers.changedIDs(since: older.customers))
    sites = Set(newer.sites.changedIDs(since: older.sites))
    equipment = Set(newer.equipment.changedIDs(since: older.equipment))
    people = Set(newer.people.changedIDs(since: older.people))
    isEverything =
      newer.profile != older.profile || newer.limits != older.limits || newer.trades != older.trades
      || newer.zones != older.zones || newer.contracts != older.contracts || newer.onCall != older.onCall
      || newer.sendingRules != older.sendingRules || newer.dayOpenedAt != older.dayOpenedAt
      || newer.deskOpenedAt != older.deskOpenedAt || newer.conflicts != older.conflicts
      || newer.copiedConsoles != older.copiedConsoles
  }

  public mutating func insert(_ event: Event) {
    switch event {
    case .office: isEverything = true
    case .workOrder(let id, let event):
      orders.insert(id)
      if let original = event.original { orders.insert(original) }
    case .technician(let id, _): technicians.insert(id)
    case .customer(let id, _): customers.insert(id)
    case .site(let id, _): sites.insert(id)
    case .equipment(let id, _): equipment.insert(id)
    case .person(let id, _): people.insert(id)
    }
  }
}
