import Domain

/// The customers of one town: three tiers, groups, sites in five zones, and what stands in them.
struct Town: Sendable {
  private(set) var customers: [Customer] = []
  private(set) var places: [Place] = []
  private var byTier: [Tier: [Int]] = [:]
  private var byName: [String: Int] = [:]

  /// Besides the known ones, so many more sites.
  init(more count: Int, now: CivilTime, _ numbers: inout SeededNumbers) {
    addKnown(now, &numbers)
    let names = Names.quarters.flatMap { quarter in Names.premises.map { "\(quarter) \($0)" } }
    let tiers: [Tier] = [.gold, .silver, .silver, .standard, .standard, .standard]
    for name in numbers.shuffled(names).prefix(count) {
      let customer = customer(name, numbers.pick(tiers), parent: nil, &numbers)
      let faults = numbers.shuffled(Fault.all).prefix(numbers.within(1...3))
      let things = faults.enumerated().map { ("\($1.thing.capitalisedFirst) \($0 + 1)", $1.trade) }
      add(name, of: customer, things, now, &numbers)
    }
  }

  /// The sites of a tier; each tier has some.
  func place(_ tier: Tier, _ numbers: inout SeededNumbers) -> Place {
    places[numbers.pick(byTier[tier] ?? Array(places.indices))]
  }

  func anyPlace(_ numbers: inout SeededNumbers) -> Place { numbers.pick(places) }

  /// A known site by its name.
  func place(named name: String) -> Place { places[byName[name] ?? 0] }
}

extension Town {
  private mutating func addKnown(_ now: CivilTime, _ numbers: inout SeededNumbers) {
    let known: [(site: String, tier: Tier, things: [(String, String)])] = [
      ("Mercy Hosp", .gold, [("AHU-3", "hvac"), ("Lift 4", "lift"), ("Board M", "electrical")]),
      ("Quay House", .gold, [("Lift 2", "lift"), ("Boiler 1", "hvac")]),
      ("Elm Court 4B", .gold, [("Riser", "plumbing")]),
      ("Kwan Dental", .gold, [("Server", "it"), ("Compressor", "hvac")]),
      ("Library", .standard, [("Boiler", "hvac"), ("Lift 1", "lift")]),
      ("City Hall 2", .standard, [("Printer 7", "print"), ("Entrance", "doors")]),
      ("Arcade", .standard, [("Entrance", "doors"), ("Stairwell", "lighting")]),
      ("Car park C", .standard, [("Wall lamps", "lighting"), ("Barrier", "doors")]),
      ("Northgate Mall", .silver, [("Chiller 1", "hvac"), ("Escalator", "lift")])
    ]
    for one in known {
      let customer = customer(one.site, one.tier, parent: nil, &numbers)
      add(one.site, of: customer, one.things.map { ($0.0, Trade($0.1)) }, now, &numbers)
    }
    let group = customer("FreshCo group", .silver, parent: nil, &numbers)
    for store in ["Store 9", "Store 112", "Store 31", "Store 58"] {
      let customer = customer(store, .silver, parent: group.id, &numbers)
      let things = [("Walk-in 2", "refrigeration"), ("Freezer", "refrigeration"), ("Till 4", "it")]
      add(store, of: customer, things.map { ($0.0, Trade($0.1)) }, now, &numbers)
    }
  }

  private mutating func customer(
    _ name: String, _ tier: Tier, parent: Customer.ID?, _ numbers: inout SeededNumbers
  ) -> Customer {
    var customer = Customer(id: numbers.id(), name: name, tier: tier)
    customer.parent = parent
    customer.contact = numbers.personal("\(numbers.pick(Names.first)) \(numbers.pick(Names.last))")
    customer.phone = numbers.phone()
    if numbers.chance(percent: 30) { customer.preferences = numbers.pick(Names.likes) }
    if numbers.chance(percent: 4) { customer.credit = "two invoices open since spring" }
    customers.append(customer)
    return customer
  }

  private mutating func add(
    _ name: String, of customer: Customer, _ things: [(name: String, trade: Trade)], _ now: CivilTime,
    _ numbers: inout SeededNumbers
  ) {
    let site = Town.site(name, of: customer, now, &numbers)
    let equipment = things.map { Town.equipment($0.name, at: site, now.date, &numbers) }
    let place = Place(site: site, customer: customer, equipment: equipment, trades: things.map(\.trade))
    byTier[customer.tier, default: []].append(places.count)
    byName[name] = places.count
    places.append(place)
  }

  private static func site(
    _ name: String, of customer: Customer, _ now: CivilTime, _ numbers: inout SeededNumbers
  ) -> Site {
    var site = Site(id: numbers.id(), name: name, customer: customer.id)
    let (coordinates, zone) = Spot.somewhere(&numbers)
    site.coordinates = coordinates
    site.zone = zone
    if numbers.chance(percent: 70) {
      site.hours = numbers.chance(percent: 20) ? .always : .doors(around: now)
    }
    site.contact = numbers.personal("\(numbers.pick(Names.first)) \(numbers.pick(Names.last))")
    site.phone = numbers.phone()
    site.details[.address] = "\(numbers.within(1...140)) \(numbers.pick(Names.streets))"
    site.details[.access] = numbers.pick(Names.accesses)
    if numbers.chance(percent: 50) { site.details[.accessCode] = String(numbers.within(1_000...9_999)) + "#" }
    if numbers.chance(percent: 25) { site.details[.hazards] = numbers.pick(Names.hazards) }
    if numbers.chance(percent: 40) { site.details[.parking] = "loading bay, 30 min" }
    return site
  }

  private static func equipment(
    _ name: String, at site: Site, _ today: CivilDate, _ numbers: inout SeededNumbers
  ) -> Equipment {
    var equipment = Equipment(id: numbers.id(), name: name, site: site.id)
    let bought = today.adding(days: -numbers.within(200...4_000))
    equipment.purchasedOn = bought
    if numbers.chance(percent: 40) { equipment.warrantyUntil = bought.adding(days: 1_826) }
    equipment.criticality = numbers.pick([.normal, .normal, .normal, .important, .critical])
    let maker = numbers.pick(Names.makers)
    equipment.details[.maker] = maker
    equipment.details[.serial] = "\(maker.prefix(1))-\(numbers.within(10_000...99_999))"
    equipment.details[.area] = numbers.pick(Names.rooms)
    return equipment
  }
}

extension String {
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
