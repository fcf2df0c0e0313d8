import Domain

/// Who and what an import may mean by a name: the office's records, and those that the import itself makes.
struct Directory {
  private(set) var customers: [String: Customer.ID] = [:]
  private(set) var sites: [String: Site.ID] = [:]
  private(set) var equipment: [String: Equipment.ID] = [:]
  private(set) var technicians: [String: Technician.ID] = [:]
  /// Equipment by name, site and serial number.
  private var serials: [String: Equipment.ID] = [:]
  /// Equipment of which no serial number is known yet.
  private var unnumbered: Set<Equipment.ID> = []
  private var equipmentIDs: Set<Equipment.ID> = []
  /// Equipment that a row has already said to be its own.
  private var spokenFor: Set<Equipment.ID> = []
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
      take(one)
    }
    for one in office.technicians.inOrder {
      technicians[one.handle] = one.id
      technicians[one.name.words.folded] = technicians[one.name.words.folded] ?? one.id
    }
    for one in office.people.inOrder { handles.insert(one.handle) }
  }

  /// Under one name, what has no serial number is meant by a row without one.
  private mutating func take(_ one: Equipment) {
    let key = Self.key(one.name, at: one.site)
    if let serial = one.details[.serial] {
      serials[Self.key(key, serial: serial)] = serials[Self.key(key, serial: serial)] ?? one.id
      equipment[key] = equipment[key] ?? one.id
    } else {
      if equipment[key].map({ !unnumbered.contains($0) }) ?? true { equipment[key] = one.id }
      unnumbered.insert(one.id)
    }
    equipmentIDs.insert(one.id)
  }

  private static func key(_ name: String, serial: String) -> String { "\(name)\u{1F}\(serial.trimmed)" }

  /// A site's name as a key: runs of blanks are one, the case does not matter.
  private static func key(of name: String) -> String {
    guard name.utf8.allSatisfy({ $0 < 0x80 }) else {
      return name.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    }
    let words = name.utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }
    return String(decoding: Array(words.joined(separator: CollectionOfOne(0x20))), as: UTF8.self).lowercased()
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
    unnumbered.insert(one.id)
    return one.id
  }

  /// The equipment of a row: known by the source's reference, by its serial number, and only then by its name.
  ///
  /// What has the name and no number yet is taken for the first that comes with one.
  mutating func equipment(
    _ name: String, at site: Site.ID?, reference: String?, serial: String?, make: inout [Equipment]
  ) -> Equipment.ID {
    let key = Self.key(name, at: site)
    let numbered = serial.map { Self.key(key, serial: $0) }
    let own = reference.map { "reference\u{1F}\($0)" } ?? numbered
    guard let own else { return equipment(name, at: site, make: &make) }
    let id: Equipment.ID = StableIdentifier.make("equipment", own)
    if equipmentIDs.contains(id) { return id }
    let bySerial = numbered.flatMap { serials[$0] }
    if let bySerial, reference == nil || spokenFor.insert(bySerial).inserted { return bySerial }
    // Made with an order, by its name alone; or, when the serial number will tell it from now on, by anybody.
    let made: Equipment.ID = StableIdentifier.make("equipment", key)
    if let known = serial == nil ? made : equipment[key], unnumbered.remove(known) != nil {
      if let numbered { serials[numbered] = known }
      spokenFor.insert(known)
      return known
    }
    make.append(Equipment(id: id, name: name, site: site))
    equipmentIDs.insert(id)
    spokenFor.insert(id)
    if let numbered { serials[numbered] = serials[numbered] ?? id }
    return id
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
