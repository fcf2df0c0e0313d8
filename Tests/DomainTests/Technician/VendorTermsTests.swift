import Domain
import TestSupport
import Testing

@Suite("Technicians of other companies")
struct VendorTermsTests {
  private func town(
    rate: String? = "65.00", callOut: String? = "40", insured: String? = "2026-11-24"
  ) throws -> (Town, WorkOrder) {
    var town = try Town()
    let changes = [
      (Technician.Field.company, "Acme"), (.rate, rate), (.callOut, callOut), (.insured, insured)
    ].compactMap { field, text in
      text.map { FieldChange(field, from: nil, to: .plain($0)) }
    }
    try town.submit(.editTechnician(Town.bo, EditTechnician(changes)), by: Town.owner)
    let order = try town.log(minutes: 90) { $0.moneyLimit = Money("120") }
    return (town, order)
  }

  @Test(
    "stand among the office's own, with what they cost and until when they are insured", .verifies("REC-12"))
  func inOneList() throws {
    let (town, order) = try town()
    let found = town.office.candidates(for: order, at: town.now).eligible
    let bo = try #require(found.first { $0.id == Town.bo }?.vendor)
    #expect(bo.company == "Acme" && bo.price == Money("137.50") && bo.limit == Money("120"))
    #expect(bo.isInsured && bo.insuredUntil == CivilDate(iso: "2026-11-24"))
    #expect(found.first { $0.id == Town.ana }.map { $0.vendor == nil } ?? false)
  }

  @Test("an insurance counts on the day of the visit, and no price is no price", .verifies("REC-12"))
  func insurance() throws {
    let (town, order) = try town(rate: nil, callOut: nil)
    let bo = try town.technician(Town.bo)
    let today = try #require(
      town.office.vendorTerms(of: bo, for: order, in: Town.range(Town.at(13), Town.at(14))))
    #expect(today.isInsured && today.price == nil && today.limit == nil)
    let tomorrow = town.office.vendorTerms(
      of: bo, for: order, in: Town.range(Town.at(13, days: 1), Town.at(14, days: 1)))
    #expect(tomorrow?.isInsured == false && tomorrow?.insuredUntil != nil)
    let (other, _) = try self.town(insured: nil)
    let unknown = other.office.vendorTerms(
      of: try other.technician(Town.bo), for: order, in: Town.range(Town.at(13), Town.at(14)))
    #expect(unknown?.isInsured == false && unknown?.insuredUntil == nil)
  }

  @Test(
    "amounts and days that are none are refused, and what is greater than can be reckoned with stops nothing")
  func refused() throws {
    let (town, order) = try town(rate: "9999999999999.99")
    for (field, text) in [(Technician.Field.rate, "much"), (.callOut, "-4"), (.insured, "next year")] {
      var technician = try town.technician(Town.bo)
      #expect(throws: FieldFault.self) { try technician.set(field, to: text) }
    }
    let terms = town.office.vendorTerms(
      of: try town.technician(Town.bo), for: order, in: Town.range(Town.at(13), Town.at(13, days: 30)))
    #expect(terms?.limit == order.moneyLimit)
  }
}
