public import Domain

/// Folds entries into an office one after the other, and says what each of them changed.
///
/// `Office.apply` knows what an event means; this knows which orders the running day holds: those that have
/// not ended, and those that ended since the day began. The others live in the rows alone.
public struct Fold: Sendable {
  public var office: Office
  /// Older orders that were put back for the next entry; those that nothing happens to leave again.
  public private(set) var visitors: Set<WorkOrder.ID> = []

  public init(office: Office) { self.office = office }

  /// What one entry changed, to be written to the rows.
  public struct Change: Sendable {
    /// In their boxes: an order is much to copy, and a long ledger hands on many.
    public var orders: [WorkOrder.ID: Boxed<WorkOrder>] = [:]
    public var technicians: Set<Technician.ID> = []
    public var customers: Set<Customer.ID> = []
    public var sites: Set<Site.ID> = []
    public var equipment: Set<Equipment.ID> = []
    public var people: Set<Person.ID> = []
    public var contracts: Set<Contract.ID> = []
    public var zones: Set<String> = []
    public var changesOffice = false
    /// Orders that are in the change and no longer in the running day.
    public var departed: Set<WorkOrder.ID> = []
    /// Orders that nothing happened to but the end of the day.
    public var swept: [WorkOrder] = []

    public init() {}
  }

  /// Puts older orders back that are needed next, and those that they are duplicates of: what happens to a
  /// duplicate moves its callers' words to the other order, or back.
  public mutating func gather(_ ids: [WorkOrder.ID], _ row: (WorkOrder.ID) throws -> WorkOrder?) rethrows {
    var wanted = ids
    var seen: Set<WorkOrder.ID> = []
    while let id = wanted.popLast() {
      guard seen.insert(id).inserted else { continue }
      if office.order(id) == nil, let order = try row(id) {
        office.restore(order)
        visitors.insert(id)
      }
      if case .duplicate(let original, _)? = office.order(id)?.ending?.kind { wanted.append(original) }
    }
  }

  /// The older orders that were put back for what is to be applied next; none where nothing happens to any.
  public func recalled(by events: [KeptEvent]) -> [WorkOrder]? {
    if visitors.isEmpty || events.allSatisfy({ $0.subjects.isEmpty }) { return nil }
    return visitors.sorted().compactMap { office.order($0) }
  }

  /// Applies what happened, in order. An order that an event is about must be here unless the event makes it.
  public mutating func apply(_ events: [KeptEvent], _ stamp: Stamp) -> Change {
    var change = Change()
    var touched: Set<WorkOrder.ID> = []
    for event in events {
      switch event {
      case .known(.office(let event)) where event.endsDay:
        keep(touched, in: &change)
        let ended = office.orders.inOrder.filter {
          $0.isEnded && !touched.contains($0.id) && !visitors.contains($0.id)
        }
        office.apply(.office(event), stamp)
        change.swept += ended.filter { office.order($0.id) == nil }
        change.changesOffice = true
      case .known(let event):
        office.apply(event, stamp)
        note(event, &change, &touched)
      case .unknown(let id):
        guard let id, var order = office.order(id) else { continue }
        order.needsNewerConsole = true
        office.restore(order)
        touched.insert(id)
      }
    }
    keep(touched, in: &change)
    settle(&change)
    return change
  }
}

extension Fold {
  private func keep(_ touched: Set<WorkOrder.ID>, in change: inout Change) {
    for id in touched { if let order = office.orders.box(id) { change.orders[id] = order } }
  }

  private func note(_ event: Event, _ change: inout Change, _ touched: inout Set<WorkOrder.ID>) {
    switch event {
    case .workOrder(let id, let event):
      touched.insert(id)
      if let original = event.original { touched.insert(original) }
      // A step is a sign of life of its technician, and closed work is history of its equipment.
      guard let order = office.order(id) else { return }
      if case .reopened = event, case .duplicate(let original, _)? = order.pastEndings.last?.kind {
        touched.insert(original)
      }
      for visit in order.visits {
        for assignment in visit.assignments { change.technicians.insert(assignment.technician) }
      }
      if let equipment = order.equipment { change.equipment.insert(equipment) }
    case .technician(let id, _): change.technicians.insert(id)
    case .customer(let id, _): change.customers.insert(id)
    case .site(let id, _): change.sites.insert(id)
    case .equipment(let id, _): change.equipment.insert(id)
    case .person(let id, _): change.people.insert(id)
    case .office(let event):
      switch event {
      case .founded, .profileChanged, .limitsChanged, .taxonomyChanged, .onCallSet, .onCallRemoved,
        .templateSet, .templateRemoved, .sendingRuleSet, .sendingRuleRemoved, .dayClosed, .dayEnded,
        .deskOpened,
        .handover, .conflict, .numbersLeased, .wordsErased, .console:
        change.changesOffice = true
      case .zoneLearnt(let rules): change.zones.insert(rules.name)
      case .contractAdded(let contract), .contractChanged(let contract): change.contracts.insert(contract.id)
      }
    }
  }

  /// Work that ended before the running day does not stay because somebody touched it.
  private mutating func settle(_ change: inout Change) {
    for (id, order) in change.orders {
      if !office.isOfRunningDay(order.value) { office.letGo(id, order.value.number) }
      if !office.orders.contains(id) { change.departed.insert(id) }
    }
    for id in visitors where change.orders[id] == nil {
      if let order = office.orders.box(id) { office.letGo(id, order.value.number) }
    }
    visitors = []
  }
}
