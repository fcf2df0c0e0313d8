/// Takes over a work order from another system, or what that system says of it now.
///
/// What the source says later is taken over for as long as nobody has worked on the order here: from then on the
/// order is ours, and an import leaves it as it is. Places and people that the office does not know come with it and are made provisional.
public struct ImportWorkOrder: CommandRule {
  public static let permission = Permission.importRecords
  public static let kind = CommandKind.fact

  public var work: ImportedWork
  public var customers: [Customer]
  public var sites: [Site]
  public var equipment: [Equipment]
  public var technicians: [AddTechnician]
  /// The trade in the letters of the source, where those are not small ones.
  public var spelling: String?

  public init(
    _ work: ImportedWork, customers: [Customer] = [], sites: [Site] = [], equipment: [Equipment] = [],
    technicians: [AddTechnician] = []
  ) {
    self.work = work
    self.customers = customers
    self.sites = sites
    self.equipment = equipment
    self.technicians = technicians
  }

  public func decide(in moment: Moment) throws(Refusal) -> [Event] {
    let office = moment.office
    var events: [Event] = []
    for one in customers where !office.customers.contains(one.id) {
      events.append(.customer(one.id, .added(one)))
    }
    for one in sites where !office.sites.contains(one.id) { events.append(.site(one.id, .added(one))) }
    for one in equipment where !office.equipment.contains(one.id) {
      events.append(.equipment(one.id, .added(one)))
    }
    for one in technicians where !office.technicians.contains(one.technician.id) {
      events += try one.decide(in: moment)
    }
    if let trades = spelling.flatMap({ office.trades.learning($0) }) {
      events.append(.office(.taxonomyChanged(trades)))
    }
    try office.checkImported(work.logged, with: self)
    guard let order = office.order(work.logged.id) else {
      var numbered = work
      if office.orderIDs[work.logged.number] != nil || !Office.numbers.contains(work.logged.number) {
        numbered.logged.number = office.nextNumber
      }
      return events + [.workOrder(work.logged.id, .imported(numbered))]
    }
    if order.isWorkedOnHere { return events }
    // Whoever imports again changes nothing by being somebody else.
    let importer = order.ending?.by ?? order.visits.first?.assignment?.assignedBy ?? moment.stamp.by
    var updated = order
    updated.update(from: work, Stamp(by: importer, at: moment.now, console: moment.stamp.console))
    return updated == order ? events : events + [.workOrder(order.id, .importUpdated(work))]
  }

  var touchedOrders: [WorkOrder.ID] { [work.logged.id] }
}

extension Office {
  /// Refuses an order that refers to a record which neither the office has nor the import brings, and one of a length
  /// that no edit would take.
  fileprivate func checkImported(_ work: LoggedWork, with command: ImportWorkOrder) throws(Refusal) {
    try work.check()
    if let id = work.customer, !customers.contains(id), !command.customers.contains(where: { $0.id == id }) {
      throw .notFound(.customer(id.description))
    }
    if let id = work.site, !sites.contains(id), !command.sites.contains(where: { $0.id == id }) {
      throw .notFound(.site(id.description))
    }
    if let id = work.equipment, !equipment.contains(id), !command.equipment.contains(where: { $0.id == id }) {
      throw .notFound(.equipment(id.description))
    }
    for visit in command.work.visits where !technicians.contains(visit.technician) {
      guard command.technicians.contains(where: { $0.technician.id == visit.technician }) else {
        throw .notFound(.technician(visit.technician.description))
      }
    }
  }
}
