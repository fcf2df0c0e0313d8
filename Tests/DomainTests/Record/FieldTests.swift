import Domain
import TestSupport
import Testing

@Suite("Fields of records")
struct FieldTests {
  @Test(
    "stored text is the text that came", .verifies("ADM-04"),
    arguments: [
      "  padded ", "\u{1B}]0;title\u{7}", "=1+1", "naïve 日本 👩‍🔧", "tel: 0151/496 ext 4", "a\tb\nc", "e\u{301}"
    ])
  func asItCame(words: String) throws {
    var town = try Town()
    let site = FieldChange(Site.Field.phone, from: nil, to: .plain(words))
    try town.submit(.editSite(Town.hospital, EditSite([site])))
    let stored = town.office.site(Town.hospital)?.text(of: .phone)
    #expect(stored.map { Array($0.unicodeScalars) } == Array(words.unicodeScalars))
    let owner = FieldChange(Equipment.Field.owner, from: nil, to: .plain(words))
    try town.submit(.editEquipment(Town.airHandler, EditEquipment([owner])))
    let kept = town.office.equipment(Town.airHandler)?.text(of: .owner)
    #expect(kept.map { Array($0.unicodeScalars) } == Array(words.unicodeScalars))
  }

  @Test("every field of every record reads back as it was set", .verifies("ADM-04"))
  func roundTrips() throws {
    var town = try Town()
    try town.change {
      $0.phone = Town.name("0151", 70)
      try $0.set(.rate, to: "65.5")
      try $0.set(.insured, to: "2027-01-31")
    }
    let technician = try town.technician()
    for field in Technician.Field.allCases {
      var copy = technician
      try copy.set(field, to: technician.text(of: field))
      #expect(copy.text(of: field) == technician.text(of: field), "\(field)")
    }
    let person = try #require(town.office.person(Town.anaPerson))
    for field in Person.Field.allCases {
      var copy = person
      try copy.set(field, to: person.text(of: field))
      #expect(copy.text(of: field) == person.text(of: field), "\(field)")
    }
    let order = try town.log { $0.skills = [SkillRequirement(trade: Trade("hvac"), level: 2)] }
    for field in WorkOrder.Field.allCases {
      var copy = order
      try copy.set(field, to: order.text(of: field))
      #expect(copy == order, "\(field)")
    }
  }

  @Test("an edit that fails in one field changes none")
  func allOrNothing() throws {
    var town = try Town()
    let before = town.office
    let good = FieldChange(Site.Field.parking, from: nil, to: .plain("bay 3"))
    let bad = FieldChange(Site.Field.hours, from: nil, to: .plain("sometimes"))
    #expect(throws: Refusal.self) { try town.submit(.editSite(Town.hospital, EditSite([good, bad]))) }
    #expect(town.office == before)
  }

  @Test(
    "coordinates lie on the earth", .verifies("ADM-04"),
    arguments: ["90.1,0", "0,180.1", "inf,0", "1", "1,2,3", ""])
  func coordinates(text: String) {
    #expect(Coordinates(text) == nil)
  }
}
