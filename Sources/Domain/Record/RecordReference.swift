/// A record of the office, of whichever kind it is.
public enum RecordReference: Hashable, Sendable {
  case order(WorkOrder.ID)
  case customer(Customer.ID)
  case site(Site.ID)
  case equipment(Equipment.ID)
  case technician(Technician.ID)
  case person(Person.ID)

  /// The word for its kind, as scripts read it.
  public var kind: String {
    switch self {
    case .order: "work-order"
    case .customer: "customer"
    case .site: "site"
    case .equipment: "equipment"
    case .technician: "technician"
    case .person: "person"
    }
  }
}

extension Event {
  /// The record an event is about; nil for one about the office as a whole.
  public var record: RecordReference? {
    switch self {
    case .workOrder(let id, _): .order(id)
    case .technician(let id, _): .technician(id)
    case .customer(let id, _): .customer(id)
    case .site(let id, _): .site(id)
    case .equipment(let id, _): .equipment(id)
    case .person(let id, _): .person(id)
    case .office: nil
    }
  }
}
