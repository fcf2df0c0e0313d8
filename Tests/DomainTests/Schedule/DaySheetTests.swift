import Domain
import TestSupport
import Testing

@Suite("Day sheet")
struct DaySheetTests {
  private func town() throws -> Town {
    var town = try Town()
    var changes: [FieldChange<Site.Field>] = []
    for (field, words) in [
      (Site.Field.address, "1 Quay Street"), (.contact, "Porter"), (.phone, "0151 496 0123"),
      (.access, "east gate"),
      (.accessCode, "4711#"), (.parking, "bay 3"), (.hazards, "asbestos"), (.hours, "Mon-Fri 08:00-18:00")
    ] {
      changes.append(FieldChange(field, from: nil, to: .plain(words)))
    }
    try town.submit(.editSite(Town.hospital, EditSite(changes)))
    let unit = [
      FieldChange(Equipment.Field.serial, from: nil, to: .plain("SN 5")),
      FieldChange(Equipment.Field.floor, from: nil, to: .plain("2nd floor"))
    ]
    try town.submit(.editEquipment(Town.airHandler, EditEquipment(unit)))
    return town
  }

  @Test("of a technician has his hours, his visits in order and what he must know", .verifies("TML-16"))
  func technician() throws {
    var town = try town()
    let second = try town.assigned(from: Town.at(13), at: Town.library)
    let first = try town.log("hvac") { $0.equipment = Town.airHandler }
    try town.submit(Town.assign(first, Town.ana, Town.at(11)))
    try town.submit(.holdWorkOrder(first.id, HoldWorkOrder(reason: .parts, note: "belt")))
    let sheet = town.office.daySheet(of: try town.technician(), on: Town.day, at: town.now)
    #expect(sheet.name == "Ana Ruiz")
    #expect(sheet.working == [Town.range(Town.at(7), Town.at(15, 30))])
    #expect(sheet.away.map(\.range) == [Town.range(Town.at(12), Town.at(12, 30))])
    #expect(sheet.visits.map(\.number) == [first.number, second.number])
    let visit = try #require(sheet.visits.first)
    #expect(visit.range == Town.range(Town.at(11), Town.at(12)))
    #expect(visit.travel.span == .minutes(13))
    #expect(visit.problem == "no air")
    #expect(visit.hold == .parts)
    #expect(visit.equipment?.serial == "SN 5")
    #expect(visit.equipment?.location == ["2nd floor"])
    let place = try #require(visit.place)
    #expect(place.name == "Mercy Hospital")
    #expect(place.customer == "Mercy Trust")
    #expect([place.address, place.contact, place.access] == ["1 Quay Street", "Porter", "east gate"])
    #expect([place.phone, place.parking, place.hazards] == ["0151 496 0123", "bay 3", "asbestos"])
    #expect(place.hours?.text == "Mon-Fri 08:00-18:00")
  }

  @Test("says that there is an access code and not which")
  func code() throws {
    var town = try town()
    _ = try town.assigned(from: Town.at(11))
    let sheet = town.office.daySheet(of: try town.technician(), on: Town.day, at: town.now)
    #expect(sheet.visits.first?.place?.hasAccessCode == true)
    #expect(!String(reflecting: sheet).contains("4711"))
  }

  @Test("of a site has everybody's visits there", .verifies("TML-16"))
  func site() throws {
    var town = try town()
    let second = try town.assigned(Town.bo, from: Town.at(13))
    let first = try town.assigned(Town.ana, from: Town.at(9))
    _ = try town.assigned(Town.ana, from: Town.at(11), at: Town.library)
    let site = try #require(town.office.site(Town.hospital))
    let sheet = town.office.daySheet(of: site, on: Town.day, at: town.now)
    #expect(sheet.visits.map(\.number) == [first.number, second.number])
    #expect(sheet.visits.map(\.technician) == ["ana", "bo"])
    #expect(sheet.place.hazards == "asbestos")
  }

  @Test("of a free day is empty, with the turns on call")
  func free() throws {
    var town = try town()
    let turn = OnCallTurn(technician: Town.ana, trade: nil, from: Town.at(96), to: Town.at(120))
    try town.submit(.setOnCall(SetOnCall(turn)), by: Town.supervisor)
    let sheet = town.office.daySheet(of: try town.technician(), on: Town.day.adding(days: 4), at: town.now)
    #expect(sheet.visits.isEmpty)
    #expect(sheet.working.isEmpty)
    #expect(sheet.onCall == [turn])
  }
}
