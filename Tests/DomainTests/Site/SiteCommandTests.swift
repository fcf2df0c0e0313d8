import Domain
import TestSupport
import Testing

@Suite("Site's record")
struct SiteCommandTests {
  private let new = Site.ID(high: 4, low: 9)

  private func edit(
    _ field: Site.Field, _ from: String?, _ to: String?, of id: Site.ID = Town.hospital
  ) -> Command {
    .editSite(id, EditSite([FieldChange(field, from: from.map { .plain($0) }, to: to.map { .plain($0) })]))
  }

  @Test(
    "has what somebody must know to get in and out, each set and shown", .verifies("AST-15"),
    arguments: [
      (Site.Field.accessCode, "4711#"), (.access, "east gate"), (.hours, "Mon-Fri 08:00-18:00"),
      (.contact, "Porter"), (.phone, "0151 496 0123"), (.parking, "bay 3"), (.hazards, "asbestos"),
      (.region, "North"), (.standard, "client badge"), (.address, "1 Quay Street"), (.zone, "north"),
      (.timeZone, "Europe/London")
    ])
  func fields(field: Site.Field, words: String) throws {
    var town = try Town()
    try town.submit(edit(field, nil, words))
    #expect(town.office.site(Town.hospital)?.text(of: field) == words)
    try town.submit(edit(field, words, nil))
    #expect(town.office.site(Town.hospital)?.text(of: field) == nil)
  }

  @Test("the access code is shown to who may see it, and that is on record", .verifies("AST-15"))
  func secret() throws {
    var town = try Town()
    #expect(try town.submit(.showSecret(Town.hospital, ShowSecret(.accessCode))).events.isEmpty)
    try town.submit(edit(.accessCode, nil, "4711#"))
    let shown = try town.submit(.showSecret(Town.hospital, ShowSecret(.accessCode)))
    #expect(shown.events == [.site(Town.hospital, .secretShown(.accessCode))])
    let show = Command.showSecret(Town.hospital, ShowSecret(.accessCode))
    #expect(town.refusal(of: show, by: Town.anaPerson) == .notAllowed(.seeSecrets, role: .technician))
    _ = try town.assigned(from: Town.at(11))
    #expect(town.refusal(of: show, by: Town.anaPerson) == nil, "the site of his own work")
    #expect(town.refusal(of: show, by: Town.boPerson)?.code == "notAllowed")
    #expect(town.refusal(of: show, by: Town.helpdesk)?.code == "notAllowed")
  }

  @Test("refuses hours, places, zones and customers that are none", .verifies("ADM-04"))
  func values() throws {
    let town = try Town()
    let wrong: [(Site.Field, String)] = [
      (.hours, "Mon-Fri"), (.at, "91,0"), (.at, "north"), (.at, "nan,0"), (.timeZone, "Mars/Olympus"),
      (.customer, "Mercy"), (.customer, Customer.ID(high: 3, low: 99).description), (.name, " ")
    ]
    for (field, words) in wrong {
      let now = town.office.site(Town.hospital)?.text(of: field)
      #expect(town.refusal(of: edit(field, now, words)) != nil, "\(field) \(words)")
    }
    var lost = Site(id: new, name: "New", customer: Town.mercy)
    lost.timeZone = "Mars/Olympus"
    #expect(town.refusal(of: .addSite(AddSite(lost)))?.code == "missing")
  }

  @Test("refuses an empty name, one that the customer has already, and customers that are not there")
  func names() throws {
    let town = try Town()
    #expect(town.refusal(of: .addSite(AddSite(Site(id: new, name: "", customer: nil))))?.code == "missing")
    let twin = Site(id: new, name: "mercy hospital", customer: Town.mercy)
    #expect(town.refusal(of: .addSite(AddSite(twin))) == .taken(.site("mercy hospital")))
    #expect(town.refusal(of: .addSite(AddSite(Site(id: new, name: "mercy hospital", customer: nil)))) == nil)
    let nobodys = Site(id: new, name: "X", customer: Customer.ID(high: 3, low: 99))
    #expect(town.refusal(of: .addSite(AddSite(nobodys)))?.code == "notFound")
    #expect(
      town.refusal(of: edit(.name, "Central Library", "Mercy Hospital", of: Town.library))?.code
        == "wrongState")
    #expect(town.refusal(of: edit(.name, nil, "X", of: new)) == .notFound(.site(new.description)))
  }

  @Test("made with a call it is incomplete until its customer is named, and again without")
  func provisional() throws {
    var town = try Town()
    let site = Site(id: new, name: "Unknown yard", customer: nil, isProvisional: true)
    try town.submit(.addSite(AddSite(site)))
    #expect(town.office.site(new)?.isProvisional == true)
    let decision = try town.submit(edit(.customer, nil, Town.mercy.description, of: new))
    #expect(town.office.site(new)?.isProvisional == false)
    for command in decision.inverse { try town.submit(command) }
    #expect(town.office.site(new) == site)
  }

  @Test("a call does not overwrite a site that is known")
  func overwrite() throws {
    var town = try Town()
    let before = town.office.site(Town.hospital)
    let request = WorkRequest(
      id: WorkRequest.ID(high: 1, low: 1), words: "x", urgency: .now, source: .phone, receivedAt: town.now)
    var work = LoggedWork(
      id: WorkOrder.ID(high: 6, low: 1), number: 0, request: request, receivedAt: town.now, summary: "x",
      priority: .p3)
    work.site = Town.hospital
    let forged = Site(id: Town.hospital, name: "Forged", customer: nil)
    try town.submit(.logWorkOrder(LogWorkOrder(work, provisionalSite: forged)), by: Town.helpdesk)
    #expect(town.office.site(Town.hospital) == before)
  }
}
