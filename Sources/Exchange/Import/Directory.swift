import Domain

/// Who and what an import may mean by a name: the office's records, and those that the import itself makes.
struct Directory {
  private(set) var customers: [String: Customer.ID] = [:]
  private(set) var sites: [String: Site.ID] = [:]
  private(set) var equipment: [String: Equipment.ID] = [:]
  private(set) var technicians: [String: Technician.ID] = [:]
  private var handles: Set<String> = []
  /// The handles of technicians that were made here.
  private var waitingHandles: [String: String] = [:]
  private let identifier: () -> (high: UInt64, low: UInt64)

  init(_ office: Office, identifier: @escaping () -> (high: UInt64, low: UInt64)) {
    self.identifier = identifier
    for one in office.customers.inOrder { customers[one.name.folded] = customers[one.name.folded] ?? one.id }
    for one in office.sites.inOrder {
      sites[Self.key(of: one.name)] = sites[Self.key(of: one.name)] ?? one.id
    }
    for one in office.equipment.inOrder {
      equipment[Self.key(one.name, at: one.site)] = equipment[Self.key(one.name, at: one.site)] ?? one.id
    }
    for one in office.technicians.inOrder {
      technicians[one.handle] = one.id
      technicians[one.name.words.folded] = technicians[one.name.words.folded] ?? one.id
    }
    for one in office.people.inOrder { handles.insert(one.handle) }
  }

  /// A site's name as a key: runs of blanks are one, the case does not matter.
  private static func key(of name: String) -> String {
    name.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }

  private static func key(_ name: String, at site: Site.ID?) -> String {
    "\(name.folded)\u{1F}\(site?.description ?? "")"
  }

  /// The site of a name, made provisional when nobody knows it.
  mutating func site(_ name: String, make: inout [Site], complete: (inout Site) -> Void) -> Site.ID {
    let key = Self.key(of: name)
    if let known = sites[key] { return known }
    var site = Site(id: StableIdentifier.make("site", key), name: name, customer: nil, isProvisional: true)
    complete(&site)
    make.append(site)
    sites[key] = site.id
    return site.id
  }

  mutating func customer(_ name: String, make: inout [Customer]) -> Customer.ID {
    if let known = customers[name.folded] { return known }
    let customer = Customer(id: StableIdentifier.make("customer", name.folded), name: name, tier: .standard)
    make.append(customer)
    customers[name.folded] = customer.id
    return customer.id
  }

  mutating func equipment(_ name: String, at site: Site.ID?, make: inout [Equipment]) -> Equipment.ID {
    let key = Self.key(name, at: site)
    if let known = equipment[key] { return known }
    let one = Equipment(id: StableIdentifier.make("equipment", key), name: name, site: site)
    make.append(one)
    equipment[key] = one.id
    return one.id
  }

  /// The technician of a handle or name, made provisional when nobody knows him.
  mutating func technician(_ name: String, make: inout [AddTechnician]) -> Technician.ID {
    if let known = technicians[name] ?? technicians[name.folded] { return known }
    let id: Technician.ID = StableIdentifier.make("technician", name.folded)
    let random = identifier()
    let handle = freeHandle(for: name)
    waitingHandles[name.folded] = handle
    let technician = Technician(
      id: id, handle: handle,
      name: PersonalText(id: Identifier(high: random.high, low: random.low), words: name), isProvisional: true
    )
    make.append(AddTechnician(technician, person: StableIdentifier.make("person", name.folded)))
    technicians[name.folded] = id
    return id
  }

  /// Lets a name go that stands for nobody, with the handle that was kept for it.
  mutating func forget(technician name: String) {
    technicians[name.folded] = nil
    if let handle = waitingHandles.removeValue(forKey: name.folded) { handles.remove(handle) }
  }

  /// The name as one word, with a number behind it when somebody has that handle.
  mutating func freeHandle(for name: String) -> String {
    let folded = String(name.folded.prefix(32))
    let base = folded.isEmpty ? "technician" : folded
    var handle = base
    var count = 2
    while handles.contains(handle) {
      handle = "\(base)\(count)"
      count += 1
    }
    handles.insert(handle)
    return handle
  }
}
