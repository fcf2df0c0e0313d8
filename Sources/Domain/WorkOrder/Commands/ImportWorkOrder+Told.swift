/// An import's events say all that its command said, so the ledger keeps the events alone: half of the bytes and
/// of the work for a file of a million orders.
extension Command {
  /// The commands that an entry must keep besides its events: none where all of it is an import that they tell.
  /// An import of an order that is worked on here tells of its records alone, and is kept; so is one that has taught the
  /// office how a trade is written.
  public static func kept(_ commands: [Command], besides events: [Event]) -> [Command] {
    guard commands.count == 1, case .importWorkOrder = commands[0], ImportWorkOrder(toldBy: events) != nil
    else { return commands }
    let teaches = events.contains { if case .office(.taxonomyChanged) = $0 { true } else { false } }
    return teaches ? commands : []
  }
}

extension ImportWorkOrder {
  /// The import whose events these are; nil when they are not those of an import.
  public init?(toldBy events: [Event]) {
    var work: ImportedWork?
    var customers: [Customer] = []
    var sites: [Site] = []
    var equipment: [Equipment] = []
    var technicians: [AddTechnician] = []
    var added: Technician?
    for event in events {
      switch event {
      case .workOrder(_, .imported(let told)), .workOrder(_, .importUpdated(let told)): work = told
      case .customer(_, .added(let one)): customers.append(one)
      case .site(_, .added(let one)): sites.append(one)
      case .equipment(_, .added(let one)): equipment.append(one)
      case .technician(_, .added(let one)): added = one
      case .person(let person, .added):
        if let technician = added { technicians.append(AddTechnician(technician, person: person)) }
        added = nil
      case .workOrder, .customer, .site, .equipment, .technician, .person, .office: break
      }
    }
    guard let work else { return nil }
    self.init(work, customers: customers, sites: sites, equipment: equipment, technicians: technicians)
  }
}
