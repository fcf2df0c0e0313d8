public import Domain

/// The state that a snapshot's rows make: where a console's own fold begins.
public struct TakenOver: Sendable {
  public let head: SnapshotHead
  public private(set) var office: Office = .unfounded
  /// The orders of the running day are in `office`; these are not in it any more.
  public private(set) var ended: [WorkOrder] = []

  /// Reads rows; whatever is in them that this version cannot read makes all of it unreadable.
  public init(_ head: SnapshotHead, _ rows: some Sequence<SnapshotRow>) throws {
    self.head = head
    var facts: [String: [UInt8]] = [:]
    for row in rows {
      if row.kind == .facts { facts[String(decoding: row.key, as: UTF8.self)] = row.value }
      try read(row)
    }
    try OfficeFacts.read(into: &office) { facts[$0] }
    office.goOn(after: head.lastNumber)
  }

  private mutating func read(_ row: SnapshotRow) throws {
    let decoder = CompactDecoder()
    switch row.kind {
    case .customers:
      let one = try decoder.decode(Customer.self, from: row.value)
      office.customers[one.id] = one
    case .sites:
      let one = try decoder.decode(Site.self, from: row.value)
      office.sites[one.id] = one
    case .equipment:
      let one = try decoder.decode(Equipment.self, from: row.value)
      office.equipment[one.id] = one
    case .technicians:
      let one = try decoder.decode(Technician.self, from: row.value)
      office.technicians[one.id] = one
    case .people:
      let one = try decoder.decode(Person.self, from: row.value)
      office.people[one.id] = one
    case .contracts:
      let one = try decoder.decode(Contract.self, from: row.value)
      office.contracts[one.id] = one
    case .zones:
      let one = try decoder.decode(ZoneRules.self, from: row.value)
      office.zones[one.name] = one
    case .facts: break
    case .orders: office.restore(try decoder.decode(WorkOrder.self, from: row.value))
    case .endedOrders: ended.append(try decoder.decode(WorkOrder.self, from: row.value))
    }
  }
}

extension SnapshotWriter {
  /// All rows of a running day, and of these orders that have left it.
  public mutating func add(_ office: Office, ended: [WorkOrder]) throws(CompactCodingError) {
    let encoder = CompactEncoder()
    for one in office.customers.inOrder { add(.customers, one.id.bytes, try encoder.encode(one)) }
    for one in office.sites.inOrder { add(.sites, one.id.bytes, try encoder.encode(one)) }
    for one in office.equipment.inOrder { add(.equipment, one.id.bytes, try encoder.encode(one)) }
    for one in office.technicians.inOrder { add(.technicians, one.id.bytes, try encoder.encode(one)) }
    for one in office.people.inOrder { add(.people, one.id.bytes, try encoder.encode(one)) }
    for one in office.contracts.inOrder { add(.contracts, one.id.bytes, try encoder.encode(one)) }
    for one in office.zones.inOrder { add(.zones, Array(one.name.utf8), try encoder.encode(one)) }
    for fact in try OfficeFacts.of(office) { add(.facts, Array(fact.name.utf8), fact.value) }
    for one in office.orders.inOrder { add(.orders, one.id.bytes, try encoder.encode(one)) }
    for one in ended { add(.endedOrders, one.id.bytes, try encoder.encode(one)) }
  }

  private mutating func add(_ kind: SnapshotRow.Kind, _ key: [UInt8], _ value: [UInt8]) {
    add(SnapshotRow(kind: kind, key: key, value: value))
  }
}
