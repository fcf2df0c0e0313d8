public import Domain

/// The records that orders bring along, each handed to the first order that refers to it.
///
/// The row in which a name is met first may belong to an order that is decided later than another one that refers
/// to the same name, or to one that is refused: then the next order must bring the record.
public struct MadeRecords {
  private var customers: [Customer.ID: Customer] = [:]
  private var sites: [Site.ID: Site] = [:]
  private var equipment: [Equipment.ID: Equipment] = [:]
  private var technicians: [Technician.ID: AddTechnician] = [:]

  public init(_ commands: [ImportWorkOrder] = []) {
    for command in commands { take(over: command) }
  }

  /// Keeps what a command would have made.
  public mutating func take(over command: ImportWorkOrder) {
    for one in command.customers { customers[one.id] = one }
    for one in command.sites { sites[one.id] = one }
    for one in command.equipment { equipment[one.id] = one }
    for one in command.technicians { technicians[one.technician.id] = one }
  }

  /// Gives a command what it refers to and does not bring itself. False when there was nothing for it.
  public mutating func complete(_ command: inout ImportWorkOrder) -> Bool {
    var more = command
    deal(to: &more)
    if more.equipment.isEmpty, more.sites.isEmpty, more.customers.isEmpty, more.technicians.isEmpty {
      return false
    }
    command.equipment += more.equipment
    command.sites += more.sites
    command.customers += more.customers
    command.technicians += more.technicians
    return true
  }

  /// Gives a command the records it refers to and that nobody before it was given.
  mutating func deal(to command: inout ImportWorkOrder) {
    let work = command.work
    command.equipment = take(work.logged.equipment, from: \.equipment)
    command.sites = take(work.logged.site, from: \.sites)
    for site in command.equipment.compactMap(\.site) { command.sites += take(site, from: \.sites) }
    command.customers = take(work.logged.customer, from: \.customers)
    for customer in command.sites.compactMap(\.customer) {
      command.customers += take(customer, from: \.customers)
    }
    command.technicians = work.visits.flatMap { take($0.technician, from: \.technicians) }
  }

  private mutating func take<ID: Hashable, Made>(
    _ id: ID?, from records: WritableKeyPath<MadeRecords, [ID: Made]>
  ) -> [Made] {
    guard let id, let made = self[keyPath: records].removeValue(forKey: id) else { return [] }
    return [made]
  }
}
