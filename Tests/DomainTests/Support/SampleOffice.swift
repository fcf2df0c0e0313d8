import Domain
import Testing

/// A small office on a Tuesday morning: three customers of three tiers, sites on two continents, four
/// technicians.
///
/// Made by commands alone, so that whatever refuses them fails here first.
struct SampleOffice {
  var office: Office
  /// Tuesday 24 November 2026, 10:42 in London.
  var now: Timestamp
  private var numbers = 1_000 as UInt64

  static let tuesday = Timestamp(seconds: 1_795_516_920)

  init(now: Timestamp = tuesday) throws {
    office = .unfounded
    self.now = now
    let london = try zone("Europe/London")
    let owner = Person(
      id: Person.ID(1), handle: "bea", name: PersonalText(id: Identifier(1), words: "Bea Long"), role: .owner)
    let contracts = Contract.usual(gold: Contract.ID(1), silver: Contract.ID(2), standard: Contract.ID(3))
    let profile = OfficeProfile(name: "Riverside", zone: "Europe/London", currency: "GBP")
    try submit(
      .foundOffice(
        FoundOffice(profile: profile, zone: london, firstNumber: 20_001, contracts: contracts, owner: owner)))
    try submit(.changeOffice(ChangeOffice(zone: try zone("America/New_York"))))
    try addPeople()
    try addPlaces()
  }

  static let bea = Person.ID(1)
  static let sam = Person.ID(2)
  static let mercy = Customer.ID(1)
  static let freshco = Customer.ID(2)
  static let arcade = Customer.ID(3)
  static let store = Customer.ID(4)
  static let hospital = Site.ID(1)
  static let store112 = Site.ID(2)
  static let mall = Site.ID(3)
  static let brooklyn = Site.ID(4)
  static let airHandler = Equipment.ID(1)
  static let walkIn = Equipment.ID(2)
  static let ana = Technician.ID(1)
  static let chen = Technician.ID(2)
  static let brandt = Technician.ID(3)
  static let evans = Technician.ID(4)
  /// The person who is the technician of that number.
  static func person(_ technician: Technician.ID) -> Person.ID { Person.ID(technician.low + 100) }
}

extension SampleOffice {
  /// Decides and applies, or throws the refusal; returns how to take it back.
  @discardableResult
  mutating func submit(
    _ commands: Command..., by person: Person.ID = bea, override: String? = "a test", after span: Span = .zero
  ) throws(Refusal) -> Decision {
    now += span
    numbers += 1
    let decision = try office.deciding(commands, by: person, at: now, override: override)
    office = decision.after
    return decision
  }

  /// Carries a rule's step out, as a console does.
  @discardableResult
  mutating func submit(_ step: AutomaticStep, by person: Person.ID = bea) throws(Refusal) -> Decision {
    numbers += 1
    let decision = try office.decide(
      Submission(
        id: Submission.ID(numbers), stamp: Stamp(by: person, at: now, console: ConsoleID(1)),
        commands: step.commands, acceptsWarnings: true, automation: step.automation))
    office = decision.after
    return decision
  }

  /// Logs an order and returns its id; the number follows from how many there are.
  mutating func log(
    _ summary: String = "walk-in warm", at site: Site.ID? = hospital, priority: Priority = .p2,
    trade: String? = "hvac",
    urgency: Urgency? = .today, receivedAt: Timestamp? = nil, change: (inout LoggedWork) -> Void = { _ in }
  ) throws -> WorkOrder.ID {
    numbers += 1
    let id = WorkOrder.ID(numbers)
    let request = WorkRequest(
      id: WorkRequest.ID(numbers), words: summary, urgency: urgency, source: .phone,
      receivedAt: receivedAt ?? now)
    var work = LoggedWork(
      id: id, number: office.nextNumber, request: request, receivedAt: receivedAt ?? now, summary: summary,
      priority: priority, priorityIsConfirmed: true)
    work.site = site
    work.trade = trade.map { Trade($0) }
    change(&work)
    try submit(.logWorkOrder(LogWorkOrder(work)))
    return id
  }

  func order(_ id: WorkOrder.ID) throws -> WorkOrder { try #require(office.order(id)) }
  func clock(_ id: WorkOrder.ID, _ kind: ClockFace.Kind) throws -> ClockFace {
    try #require(office.clocks(of: try order(id), at: now).first { $0.kind == kind })
  }

  mutating func assign(
    _ id: WorkOrder.ID, _ technician: Technician.ID = ana, at start: Timestamp? = nil, length: Span? = nil
  ) throws {
    numbers += 1
    let holder = office.order(id)?.technician
    let assignment = AssignVisit(
      visit: Visit.ID(numbers), technician: technician, start: start ?? now, length: length, replacing: holder
    )
    try submit(.assignVisit(id, assignment))
  }

  mutating func newVisit() -> Visit.ID {
    numbers += 1
    return Visit.ID(numbers)
  }
}

extension SampleOffice {
  private mutating func addPeople() throws {
    let sam = Person(
      id: Self.sam, handle: "sam", name: PersonalText(id: Identifier(2), words: "Sam Lee"), role: .dispatcher)
    try submit(.addPerson(AddPerson(sam)))
    let people: [(Technician.ID, String, String, [String], String)] = [
      (Self.ana, "ana", "Ruiz, Ana", ["hvac:3", "lift:2"], "Mon-Fri 07:00-15:30"),
      (Self.chen, "chen", "Chen, Wei", ["refrigeration:2", "hvac:2"], "Mon-Fri 08:00-16:30"),
      (Self.brandt, "brandt", "Brandt, Jo", ["plumbing:2", "doors:2"], "Mon-Fri 07:00-15:30"),
      (Self.evans, "evans", "Evans, Rhys", ["electrical:2"], "Mon-Fri 14:00-22:00")
    ]
    for (id, handle, name, skills, hours) in people {
      let held = skills.compactMap { SkillRequirement($0) }.map { Skill(trade: $0.trade, level: $0.level) }
      var technician = Technician(
        id: id, handle: handle, name: PersonalText(id: Identifier(id.low + 200), words: name), skills: held,
        hours: try OpeningHours(hours), zone: "north", team: "a")
      technician.home = Coordinates(latitude: 53.40, longitude: -2.99)
      technician.breaks = [try #require(OpenInterval("12:00-12:30"))]
      try submit(.addTechnician(AddTechnician(technician, person: Self.person(id))))
    }
  }

  private mutating func addPlaces() throws {
    for customer in [
      Customer(id: Self.mercy, name: "Mercy Hospital", tier: .gold),
      Customer(id: Self.freshco, name: "FreshCo", tier: .silver),
      Customer(id: Self.arcade, name: "Arcade", tier: .standard)
    ] { try submit(.addCustomer(AddCustomer(customer))) }
    var store = Customer(id: Self.store, name: "Store 112", tier: .silver)
    store.parent = Self.freshco
    try submit(.addCustomer(AddCustomer(store)))
    let sites: [(Site.ID, String, Customer.ID, Double, String?)] = [
      (Self.hospital, "Mercy Hosp", Self.mercy, 53.41, nil),
      (Self.store112, "Store 112", Self.store, 53.43, nil),
      (Self.mall, "Arcade", Self.arcade, 53.45, nil),
      (Self.brooklyn, "Brooklyn store", Self.store, 53.47, "America/New_York")
    ]
    for (id, name, customer, latitude, timeZone) in sites {
      var site = Site(id: id, name: name, customer: customer)
      site.coordinates = Coordinates(latitude: latitude, longitude: -2.98)
      site.timeZone = timeZone
      site.zone = id == Self.mall ? "south" : "north"
      try submit(.addSite(AddSite(site)))
    }
    var handler = Equipment(id: Self.airHandler, name: "AHU-3", site: Self.hospital)
    handler.criticality = .critical
    try submit(.addEquipment(AddEquipment(handler)))
    try submit(
      .addEquipment(AddEquipment(Equipment(id: Self.walkIn, name: "Walk-in 2", site: Self.store112))))
  }
}

extension Office {
  /// What a group of commands comes to, as a person submits it.
  func deciding(
    _ commands: [Command], by person: Person.ID = SampleOffice.bea, at now: Timestamp,
    override: String? = nil,
    acceptsWarnings: Bool = false, undoing done: Timestamp? = nil
  ) throws(Refusal) -> Decision {
    let stamp = Stamp(by: person, at: now, console: ConsoleID(7))
    return try decide(
      Submission(
        id: Submission.ID(UInt64(bitPattern: now.seconds)), stamp: stamp, commands: commands,
        override: override,
        acceptsWarnings: acceptsWarnings, undoes: done))
  }
}

extension Identifier {
  /// A short id, for tests.
  init(_ low: UInt64) { self.init(high: 0, low: low) }
}

/// An instant from RFC 3339 text.
func instant(_ text: String) throws -> Timestamp { try #require(Timestamp(rfc3339: text)) }
