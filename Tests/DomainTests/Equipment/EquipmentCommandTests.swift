import Domain
import TestSupport
import Testing

@Suite("Equipment register")
struct EquipmentCommandTests {
  private let part = Equipment.ID(high: 5, low: 2)

  private func edit(
    _ field: Equipment.Field, _ from: String?, _ to: String?, of id: Equipment.ID = Town.airHandler
  ) -> Command {
    .editEquipment(
      id, EditEquipment([FieldChange(field, from: from.map { .plain($0) }, to: to.map { .plain($0) })]))
  }

  @Test(
    "each field is set, stored and shown", .verifies("AST-01"),
    arguments: [
      (Equipment.Field.type, "air handler"), (.maker, "Trane"), (.model, "M 4"), (.serial, "SN-0004"),
      (.building, "North wing"), (.floor, "2"), (.area, "plant room 3"), (.owner, "Mercy Trust"),
      (.user, "Ms Hill"),
      (.purchased, "2021-02-03"), (.warranty, "2027-01-12"), (.specification, "12 kW"),
      (.status, "outOfService"),
      (.criticality, "critical")
    ])
  func fields(field: Equipment.Field, words: String) throws {
    var town = try Town()
    let before = town.office.equipment(Town.airHandler)?.text(of: field)
    let decision = try town.submit(edit(field, before, words))
    #expect(town.office.equipment(Town.airHandler)?.text(of: field) == words)
    for command in decision.inverse { try town.submit(command) }
    #expect(town.office.equipment(Town.airHandler)?.text(of: field) == before)
  }

  @Test("a part belongs to a system, a system to a site; a loop is refused", .verifies("AST-09"))
  func hierarchy() throws {
    var town = try Town()
    var fan = Equipment(id: part, name: "Fan", site: Town.hospital)
    fan.parent = Town.airHandler
    try town.submit(.addEquipment(AddEquipment(fan)))
    #expect(town.office.equipment(part)?.parent == Town.airHandler)
    #expect(town.refusal(of: edit(.parent, nil, part.description)) == .inUse(.equipment("AHU-3")))
    #expect(town.refusal(of: edit(.parent, nil, Town.airHandler.description))?.code == "missing")
    let bearing = Equipment.ID(high: 5, low: 3)
    var below = Equipment(id: bearing, name: "Bearing", site: Town.hospital)
    below.parent = part
    try town.submit(.addEquipment(AddEquipment(below)))
    #expect(town.refusal(of: edit(.parent, nil, bearing.description))?.code == "wrongState")
  }

  @Test("refuses sites and wholes that are not there", .verifies("AST-09"))
  func references() throws {
    let town = try Town()
    let nowhere = Site.ID(high: 4, low: 99)
    #expect(
      town.refusal(of: .addEquipment(AddEquipment(Equipment(id: part, name: "X", site: nowhere))))
        == .notFound(.site(nowhere.description)))
    var orphan = Equipment(id: part, name: "X", site: Town.hospital)
    orphan.parent = Equipment.ID(high: 5, low: 99)
    #expect(town.refusal(of: .addEquipment(AddEquipment(orphan)))?.code == "notFound")
    #expect(town.refusal(of: edit(.parent, nil, part.description)) == .notFound(.equipment(part.description)))
    #expect(town.refusal(of: edit(.name, nil, "X", of: part)) == .notFound(.equipment(part.description)))
  }

  @Test("what comes with a call is put on record by the same rules", .verifies("INT-08", "ADM-04"))
  func comesWithCall() throws {
    var town = try Town()
    let now = town.now
    func call(_ low: UInt64, _ thing: Equipment, isAbout: Bool = true) -> Command {
      let request = WorkRequest(
        id: WorkRequest.ID(high: 1, low: low), words: "x", urgency: .now, source: .phone, receivedAt: now)
      var work = LoggedWork(
        id: WorkOrder.ID(high: 6, low: low), number: 0, request: request, receivedAt: now, summary: "x",
        priority: .p3)
      work.site = Town.hospital
      work.equipment = isAbout ? thing.id : nil
      return .logWorkOrder(LogWorkOrder(work, provisionalEquipment: thing))
    }
    let twin = Equipment(id: part, name: "ahu-3", site: Town.hospital)
    try town.submit(call(1, twin), by: Town.helpdesk)
    #expect(town.office.order(WorkOrder.ID(high: 6, low: 1))?.equipment == Town.airHandler)
    let pump = Equipment(id: part, name: "Pump 2", site: Town.hospital)
    try town.submit(call(2, pump, isAbout: false), by: Town.helpdesk)
    #expect(town.office.equipment(part) == nil)
    try town.submit(call(3, pump), by: Town.helpdesk)
    #expect(town.office.equipment(part) == pump)
    let nameless = Equipment(id: Equipment.ID(high: 5, low: 3), name: " ", site: Town.hospital)
    #expect(town.refusal(of: call(4, nameless))?.code == "missing")
    let nowhere = Site.ID(high: 4, low: 99)
    let lost = Equipment(id: Equipment.ID(high: 5, low: 4), name: "X", site: nowhere)
    #expect(town.refusal(of: call(5, lost)) == .notFound(.site(nowhere.description)))
  }

  @Test("refuses an empty name, a twin, and values that are none", .verifies("ADM-04"))
  func values() throws {
    var town = try Town()
    #expect(
      town.refusal(of: .addEquipment(AddEquipment(Equipment(id: part, name: " ", site: nil))))?.code
        == "missing")
    let twin = Equipment(id: part, name: "ahu 3", site: Town.hospital)
    #expect(town.refusal(of: .addEquipment(AddEquipment(twin))) == .taken(.equipment("ahu 3")))
    var other = twin
    other.details[.serial] = "SN 9"
    try town.submit(.addEquipment(AddEquipment(other)))
    #expect(town.refusal(of: edit(.serial, "SN 9", nil, of: part)) == .taken(.equipment("ahu 3")))
    for (field, words) in [
      (Equipment.Field.purchased, "3 Feb 2021"), (.warranty, "2027-02-30"), (.status, "broken"),
      (.criticality, "high"),
      (.site, "hospital"), (.parent, "x")
    ] {
      let now = town.office.equipment(Town.airHandler)?.text(of: field)
      #expect(town.refusal(of: edit(field, now, words))?.code == "missing", "\(field)")
    }
  }
}
