import Domain
import TestSupport
import Testing

@Suite("Promised windows")
struct AppointmentWindowTests {
  @Test("half days and the time after hours are the site's own", .verifies("TML-07"))
  func resolved() throws {
    var town = try Town()
    let plain = try #require(town.office.site(Town.hospital))
    func range(_ kind: AppointmentWindow.Kind, at site: Site? = nil) -> TimeRange? {
      town.office.appointment(kind, on: Town.day, at: site ?? plain).range
    }
    #expect(range(.morning) == Town.range(Town.at(8), Town.at(12)))
    #expect(range(.afternoon) == Town.range(Town.at(12), Town.at(18)))
    #expect(range(.afterHours) == Town.range(Town.at(18), Town.at(24)))
    #expect(range(.flexible) == nil)
    var shop = plain
    shop.hours = try OpeningHours("Mon-Sun 09:30-21:00")
    #expect(range(.morning, at: shop) == Town.range(Town.at(9, 30), Town.at(12)))
    #expect(range(.afternoon, at: shop) == Town.range(Town.at(12), Town.at(21)))
    #expect(range(.afterHours, at: shop) == Town.range(Town.at(21), Town.at(24)))
    shop.hours = .always
    #expect(range(.afterHours, at: shop) == Town.range(Town.at(18), Town.at(24)))
    town.now = Town.at(11)
  }

  @Test("an order keeps the kind of its promise, and an edit says what it replaces", .verifies("TML-07"))
  func kept() throws {
    var town = try Town()
    let order = try town.log()
    let range = Town.range(Town.at(12), Town.at(14))
    var before: String?
    for promise in [
      AppointmentWindow(.hours, range), .exact(Town.at(10)), AppointmentWindow(.morning, range),
      AppointmentWindow(.afternoon, range), AppointmentWindow(.afterHours, range), .flexible
    ] {
      #expect(AppointmentWindow(text: promise.text) == promise)
      let change = FieldChange(
        WorkOrder.Field.window, from: before.map { .plain($0) }, to: .plain(promise.text))
      try town.submit(.editWorkOrder(order.id, EditWorkOrder([change])))
      #expect(try town.order(order).appointment == promise)
      #expect(try town.order(order).window == promise.range)
      before = promise.text
    }
    let stale = FieldChange(WorkOrder.Field.window, from: nil, to: .plain("flexible x"))
    #expect(town.refusal(of: .editWorkOrder(order.id, EditWorkOrder([stale])))?.code == "changedSince")
  }

  @Test("an exact time is kept for a quarter of an hour", .verifies("TML-07"))
  func exact() throws {
    var town = try Town()
    let order = try town.log { $0.promise(.exact(Town.at(13))) }
    for (minute, isKept) in [(0, true), (15, true), (16, false)] as [(Int64, Bool)] {
      let rules = town.office.brokenRules(
        order: order, technician: try town.technician(), start: Town.at(13, minute), length: .minutes(30),
        at: town.now)
      #expect(rules.contains { $0.rule == .outsideWindow } == !isKept)
    }
  }

  @Test(
    "no kind is made of words that mean nothing", arguments: ["", "am", "later 2026", "flexible 1/2", "a/b"])
  func nothing(text: String) {
    #expect(AppointmentWindow(text: text) == nil)
  }
}
