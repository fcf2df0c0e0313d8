import Domain
import TUI

/// An office small enough to be read, with contracts, places, machines and people as they are in real ones.
enum FormOffice {
  static let quay = Site.ID(high: 5, low: 1)
  static let store = Site.ID(high: 5, low: 2)
  static let lift = Equipment.ID(high: 6, low: 1)
  static let walkIn = Equipment.ID(high: 6, low: 2)
  static let estates = Customer.ID(high: 7, low: 1)
  static let ana = Technician.ID(high: 3, low: 0)

  static func made() -> Office {
    var office = Office(
      profile: OfficeProfile(name: "Riverside", zone: "UTC", currency: "EUR"), firstNumber: 20_422,
      at: Story.at(6, 0))
    office.people[Story.bea] = person(Story.bea, "bea", "Bea Long", .supervisor)
    let lee = Person.ID(high: 1, low: 2)
    office.people[lee] = person(lee, "lee", "Sam Lee", .dispatcher)
    let usual = Contract.usual(
      gold: Contract.ID(high: 8, low: 1), silver: Contract.ID(high: 8, low: 2),
      standard: Contract.ID(high: 8, low: 3))
    for contract in usual { office.contracts[contract.id] = contract }
    office.limits.cancelFees = [.customer: Money(hundredths: 4_500)]
    addPlaces(&office)
    addMachines(&office)
    addTechnicians(&office)
    add(20_418, "No air since 09:50, BMS alarm", "hvac", .p1, .now, quay, at: Story.at(10, 20), &office)
    add(20_421, "lift 2 dead", "lift", .p2, .today, quay, at: Story.at(10, 38), equipment: lift, &office)
    add(
      20_391, "Walk-in at 9 C and climbing", "refrigeration", .p2, .today, store, at: Story.at(7, 58),
      equipment: walkIn, &office)
    add(20_404, "freezer door", "doors", .p3, .soon, store, at: Story.at(9, 0), &office)
    return office
  }

  static func person(_ id: Person.ID, _ handle: String, _ name: String, _ role: Role) -> Person {
    Person(
      id: id, handle: handle, name: PersonalText(id: .init(high: 9, low: id.low), words: name), role: role)
  }

  static func words(_ text: String) -> PersonalText { PersonalText(id: .init(high: 9, low: 99), words: text) }

  private static func addPlaces(_ office: inout Office) {
    var owner = Customer(id: estates, name: "Quay Estates", tier: .gold)
    owner.phone = words("0151 496 0123")
    owner.contact = words("Dana Okafor")
    owner.preferences = "likes mornings"
    var group = Customer(id: .init(high: 7, low: 2), name: "FreshCo group", tier: .silver)
    group.credit = "two invoices open"
    var shop = Customer(id: .init(high: 7, low: 3), name: "Store 112 Ltd", tier: .silver)
    shop.parent = group.id
    for customer in [owner, group, shop] { office.customers[customer.id] = customer }
    var house = Site(id: quay, name: "Quay House", customer: estates)
    house.details[.address] = "4 Water St"
    house.details[.access] = "ring reception"
    house.details[.accessCode] = "4711#"
    house.details[.parking] = "yard behind"
    house.details[.hazards] = "hot surfaces, permit at desk"
    house.details[.region] = "north west"
    house.details[.standard] = "photo before and after"
    house.contact = words("Dana Okafor")
    house.phone = words("0151 496 0123")
    house.zone = "north"
    house.coordinates = Coordinates(latitude: 53.408, longitude: -2.991)
    var shopSite = Site(id: store, name: "Store 112", customer: shop.id)
    shopSite.details[.address] = "12 Canal Rd"
    shopSite.zone = "south"
    shopSite.coordinates = Coordinates(latitude: 53.42, longitude: -2.95)
    for site in [house, shopSite] { office.sites[site.id] = site }
  }

  private static func addMachines(_ office: inout Office) {
    var elevator = Equipment(id: lift, name: "Lift 2", site: quay)
    for (field, text) in [
      (Equipment.Field.maker, "Kone"), (.model, "2014"), (.serial, "7741"), (.type, "lift")
    ] {
      elevator.details[field] = text
    }
    elevator.criticality = .critical
    elevator.warrantyUntil = CivilDate(iso: "2027-01-12")
    elevator.history = [doorSensor.serviceRecord].compactMap(\.self)
    let cooler = Equipment(id: walkIn, name: "Walk-in 2", site: store)
    var compressor = Equipment(id: .init(high: 6, low: 3), name: "Compressor", site: store)
    compressor.parent = walkIn
    for equipment in [elevator, cooler, compressor] { office.equipment[equipment.id] = equipment }
  }

  private static func addTechnicians(_ office: inout Office) {
    let people: [(String, String, [String: Int], String)] = [
      ("ana", "Ruiz, Ana", ["hvac": 3, "lift": 2, "refrigeration": 2], "Mon-Fri 07:00-17:00"),
      ("ines", "Flores, Inés", ["hvac": 2, "doors": 1], "Mon-Fri 07:00-17:00"),
      ("rhys", "Evans, Rhys", ["lift": 1], "Mon-Fri 14:00-22:00")
    ]
    for (index, (handle, name, skills, hours)) in people.enumerated() {
      let id = Technician.ID(high: 3, low: UInt64(index))
      var technician = Technician(
        id: id, handle: handle, name: words(name),
        skills: skills.sorted { $0.key < $1.key }.map { Skill(trade: Trade($0.key), level: $0.value) },
        hours: try? OpeningHours(hours), zone: "north",
        home: Coordinates(latitude: 53.4 + Double(index) / 50, longitude: -2.98))
      technician.phone = PersonalText(
        id: .init(high: 9, low: 200 + UInt64(index)), words: "0700 900 12\(index)")
      office.technicians[id] = technician
    }
  }

  /// An order that was closed weeks ago on the lift; only the file knows it.
  static var doorSensor: WorkOrder {
    let closedAt = Story.at(16, 0, day: -21)
    let request = WorkRequest(
      id: .init(high: 4, low: 20_177), words: "door reopens", urgency: .soon, source: .phone,
      receivedAt: closedAt - .hours(5))
    var logged = LoggedWork(
      id: Story.order(20_177), number: 20_177, request: request, receivedAt: request.receivedAt,
      summary: "door reopens", priority: .p3)
    logged.site = quay
    logged.equipment = lift
    var order = WorkOrder(logged, at: closedAt)
    var done = Assignment(
      technician: ana, status: .done, assignedAt: logged.receivedAt, assignedBy: Story.bea)
    done.report = CompletionReport(
      did: "door sensor replaced", cause: "worn sensor", work: .minutes(52), parts: ["DS-4 x 1"],
      cost: Money(hundredths: 12_050))
    order.visits = [
      Visit(id: .init(high: 5, low: 20_177), start: nil, estimate: .minutes(60), assignments: [done])
    ]
    order.ending = Ending(
      .closed(ServiceLevelRecord(response: nil, fix: nil)), at: closedAt, by: Story.bea)
    return order
  }

  static func add(
    _ number: Int, _ words: String, _ trade: String, _ priority: Priority, _ urgency: Urgency,
    _ site: Site.ID,
    at: Timestamp, equipment: Equipment.ID? = nil, _ office: inout Office
  ) {
    let id = Story.order(number)
    let request = WorkRequest(
      id: .init(high: 4, low: UInt64(number)), words: words, urgency: urgency, source: .phone, receivedAt: at)
    var logged = LoggedWork(
      id: id, number: number, request: request, receivedAt: at, summary: words, priority: priority,
      priorityIsConfirmed: true, estimate: .minutes(90))
    logged.trade = Trade(trade)
    logged.site = site
    logged.equipment = equipment
    office.orders[id] = WorkOrder(logged, at: at)
    office.orderIDs[number] = id
  }
}
