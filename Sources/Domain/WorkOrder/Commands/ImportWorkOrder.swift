/// Takes over a work order from another system, or what that system says of it now.
///
/// Places and people that the office does not know come with it and are made provisional.
public struct ImportWorkOrder: CommandRule {
  public static let permission = Permission.importRecords
  public static let kind = CommandKind.fact

  public var work: ImportedWork
  public var customers: [Customer]
  public var sites: [Site]
  public var equipment: [Equipment]
  public var technicians: [AddTechnician]

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
    guard let order = office.order(work.logged.id) else {
      var numbered = work
      if office.orderIDs[work.logged.number] != nil || work.logged.number < 1 {
        numbered.logged.number = office.nextNumber
      }
      return events + [.workOrder(work.logged.id, .imported(numbered))]
    }
    var updated = order
    updated.update(from: work, moment.stamp)
    return updated == order ? events : events + [.workOrder(order.id, .importUpdated(work))]
  }
}

extension ImportWorkOrder: OrderTouching {
  var touchedOrders: [WorkOrder.ID] { [work.logged.id] }
}
