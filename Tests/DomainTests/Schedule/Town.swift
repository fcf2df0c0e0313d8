import Domain
import Testing

@testable import struct Domain.ZoneFooter
@testable import struct Domain.ZoneRules

/// A small office on Tuesday 24 November 2026, built by the commands a person would give.
struct Town {
  var office = Office.unfounded
  var now = Town.at(10, 42)
  private(set) var lastNumber = 20_400

  static let day = CivilDate(daysSinceEpoch: 20_781)  // 2026-11-24, a Tuesday
  static let london = ZoneRules(
    name: "Europe/London", initialOffsetSeconds: 0, transitions: [],
    footer: ZoneFooter("GMT0BST,M3.5.0/1,M10.5.0"))

  static let owner = Person.ID(high: 1, low: 1)
  static let dispatcher = Person.ID(high: 1, low: 2)
  static let supervisor = Person.ID(high: 1, low: 3)
  static let helpdesk = Person.ID(high: 1, low: 4)
  static let auditor = Person.ID(high: 1, low: 5)
  static let parts = Person.ID(high: 1, low: 21)
  static let billing = Person.ID(high: 1, low: 22)
  static let quality = Person.ID(high: 1, low: 23)
  static let ana = Technician.ID(high: 2, low: 1)
  static let bo = Technician.ID(high: 2, low: 2)
  static let cy = Technician.ID(high: 2, low: 3)
  static let anaPerson = Person.ID(high: 1, low: 101)
  static let boPerson = Person.ID(high: 1, low: 102)
  static let cyPerson = Person.ID(high: 1, low: 103)
  static let mercy = Customer.ID(high: 3, low: 1)
  static let hospital = Site.ID(high: 4, low: 1)
  static let library = Site.ID(high: 4, low: 2)
  static let airHandler = Equipment.ID(high: 5, low: 1)

  /// A clock time of the day, in the winter's UTC.
  static func at(_ hour: Int64, _ minute: Int64 = 0, days: Int64 = 0) -> Timestamp {
    Timestamp(seconds: Int64(day.daysSinceEpoch) * 86_400) + .days(days) + .hours(hour) + .minutes(minute)
  }

  static func range(_ from: Timestamp, _ to: Timestamp) -> TimeRange { TimeRange(start: from, end: to) }

  init() throws {
    var profile = OfficeProfile(name: "Riverside", zone: "Europe/London", currency: "GBP")
    profile.roadFactorHundredths = 130
    profile.kilometresPerHour = 36
    let owner = Person(id: Town.owner, handle: "olga", name: Town.name("Olga Owner", 1), role: .owner)
    try submit(
      .foundOffice(
        FoundOffice(profile: profile, zone: Town.london, firstNumber: 20_401, contracts: [], owner: owner)),
      by: Town.owner)
    for (id, handle, role) in [
      (Town.dispatcher, "bea", Role.dispatcher), (Town.supervisor, "sam", .supervisor),
      (Town.helpdesk, "hal", .helpdesk), (Town.auditor, "aud", .auditor),
      (Town.parts, "pat", .parts), (Town.billing, "bill", .billing), (Town.quality, "quin", .quality)
    ] {
      let person = Person(id: id, handle: handle, name: Town.name(handle, id.low), role: role)
      try submit(.addPerson(AddPerson(person)), by: Town.owner)
    }
    try addTechnicians()
    try addPlaces()
  }

  static func name(_ words: String, _ number: UInt64) -> PersonalText {
    PersonalText(id: Identifier(high: 9, low: number), words: words)
  }
}

extension Town {
  private mutating func addTechnicians() throws {
    let week = try OpeningHours("Mon-Fri 07:00-15:30")
    for (id, person, handle, name, skills) in [
      (Town.ana, Town.anaPerson, "ana", "Ana Ruiz", [Skill(trade: Trade("hvac"), level: 3)]),
      (Town.bo, Town.boPerson, "bo", "Bo Lind", [Skill(trade: Trade("hvac"), level: 1)]),
      (Town.cy, Town.cyPerson, "cy", "Cy Grant", [Skill(trade: Trade("plumbing"), level: 2)])
    ] {
      var technician = Technician(
        id: id, handle: handle, name: Town.name(name, person.low), skills: skills, hours: week,
        home: Coordinates(latitude: 53.40, longitude: -2.99))
      technician.breaks = [OpenInterval("12:00-12:30")].compactMap { $0 }
      try submit(.addTechnician(AddTechnician(technician, person: person)), by: Town.owner)
    }
  }

  private mutating func addPlaces() throws {
    try submit(.addCustomer(AddCustomer(Customer(id: Town.mercy, name: "Mercy Trust", tier: .gold))))
    for (id, name, place) in [
      (Town.hospital, "Mercy Hospital", "53.40,-2.90"), (Town.library, "Central Library", "53.41,-2.98")
    ] {
      var site = Site(id: id, name: name, customer: Town.mercy)
      try site.set(.at, to: place)
      try submit(.addSite(AddSite(site)))
    }
    let unit = Equipment(id: Town.airHandler, name: "AHU-3", site: Town.hospital)
    try submit(.addEquipment(AddEquipment(unit)))
  }
}

extension Town {
  /// Decides and applies, as the ledger would.
  @discardableResult
  mutating func submit(
    _ commands: Command..., by person: Person.ID = Town.dispatcher, override: String? = nil, yes: Bool = false
  ) throws(Refusal) -> Decision {
    let decision = try office.decide(submission(commands, by: person, override: override, yes: yes))
    office = decision.after
    return decision
  }

  func submission(
    _ commands: [Command], by person: Person.ID = Town.dispatcher, override: String? = nil, yes: Bool = false
  ) -> Submission {
    Submission(
      id: Identifier(high: 8, low: 1), stamp: Stamp(by: person, at: now, console: ConsoleID(high: 7, low: 1)),
      commands: commands, override: override, acceptsWarnings: yes)
  }

  /// What a command would be refused with, nil when it is accepted.
  func refusal(
    of commands: Command..., by person: Person.ID = Town.dispatcher, override: String? = nil,
    yes: Bool = false
  ) -> Refusal? {
    do {
      _ = try office.decide(submission(commands, by: person, override: override, yes: yes))
      return nil
    } catch { return error }
  }

  /// Logs an order and gives it as it then is.
  mutating func log(
    _ trade: String? = "hvac", at site: Site.ID? = Town.hospital, minutes: Int64 = 60,
    _ change: (inout LoggedWork) -> Void = { _ in }
  ) throws -> WorkOrder {
    lastNumber += 1
    let id = WorkOrder.ID(high: 6, low: UInt64(lastNumber))
    let request = WorkRequest(
      id: Identifier(high: 6, low: UInt64(lastNumber)), words: "no air", urgency: .now, source: .phone,
      receivedAt: now)
    var work = LoggedWork(
      id: id, number: lastNumber, request: request, receivedAt: now, summary: "no air", priority: .p2,
      estimate: .minutes(minutes))
    work.trade = trade.map { Trade($0) }
    work.site = site
    change(&work)
    try submit(.logWorkOrder(LogWorkOrder(work)))
    return try #require(office.order(id))
  }

  /// Logs an order and assigns it, whatever it breaks.
  mutating func assigned(
    _ technician: Technician.ID = Town.ana, from start: Timestamp, minutes: Int64 = 60,
    at site: Site.ID? = Town.hospital
  ) throws -> WorkOrder {
    let order = try log(at: site, minutes: minutes)
    try submit(Town.assign(order, technician, start), override: "for the test")
    return try #require(office.order(order.id))
  }

  static func assign(
    _ order: WorkOrder, _ technician: Technician.ID = Town.ana, _ start: Timestamp, minutes: Int64? = nil,
    replacing: Technician.ID? = nil
  ) -> Command {
    .assignVisit(
      order.id,
      AssignVisit(
        visit: visit(order), technician: technician, start: start, length: minutes.map { .minutes($0) },
        replacing: replacing))
  }

  static func visit(_ order: WorkOrder) -> Visit.ID { Visit.ID(high: 60, low: order.id.low) }

  func order(_ order: WorkOrder) throws -> WorkOrder { try #require(office.order(order.id)) }
  func technician(_ id: Technician.ID = Town.ana) throws -> Technician { try #require(office.technician(id)) }

  /// Changes a technician's record directly, for what no command can make quickly.
  mutating func change(_ id: Technician.ID = Town.ana, _ change: (inout Technician) throws -> Void) rethrows {
    guard var technician = office.technicians[id] else { return }
    try change(&technician)
    office.technicians[id] = technician
  }
}
