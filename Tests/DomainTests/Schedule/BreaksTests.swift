import Domain
import TestSupport
import Testing

@Suite("Breaks")
struct BreaksTests {
  /// From noon to half past, as everybody in town.
  private static let pause = Town.range(Town.at(12), Town.at(12, 30))

  private func broken(
    _ town: Town, _ order: WorkOrder, _ start: Timestamp, minutes: Int64
  ) throws -> [BrokenRule] {
    town.office.brokenRules(
      order: order, technician: try town.technician(), start: start, length: .minutes(minutes), at: town.now)
  }

  @Test("a visit that runs over a break says so, one that ends as it begins does not", .verifies("TML-04"))
  func runsOver() throws {
    var town = try Town()
    let order = try town.log()
    let over = try broken(town, order, Town.at(11, 30), minutes: 31)
    #expect(over.map(\.evidence) == [.overBreak(Self.pause)])
    #expect(over.map(\.rule) == [.breaks] && over.map(\.severity) == [.warn])
    #expect(try broken(town, order, Town.at(11), minutes: 60).isEmpty)
    #expect(try broken(town, order, Town.at(12, 30), minutes: 60).isEmpty)
    #expect(town.refusal(of: Town.assign(order, Town.ana, Town.at(11, 30)))?.code == "breaks")
    #expect(town.refusal(of: Town.assign(order, Town.ana, Town.at(11, 30)), yes: true) == nil)
  }

  @Test("a visit on the last day that there is comes to an end too")
  func lastDay() throws {
    var town = try Town()
    let order = try town.log()
    let last = town.office.zone.startOfDay(try #require(CivilDate(iso: "9999-12-31")))
    #expect(try broken(town, order, last + .hours(11), minutes: 60 * 24).contains { $0.rule == .breaks })
  }

  @Test("an absence around the break is said instead of it")
  func absence() throws {
    var town = try Town()
    let order = try town.log()
    try town.submit(
      .addAbsence(Town.ana, AddAbsence(Absence(from: Town.at(11, 45), to: Town.at(13), reason: "dentist"))))
    #expect(try broken(town, order, Town.at(11, 30), minutes: 60).map(\.rule) == [.notWorking])
  }

  @Test(
    "a move shows it before it is dropped, with a time that keeps the break", .verifies("TML-03", "TML-04"))
  func ghost() throws {
    var town = try Town()
    town.change(Town.bo) { $0.isActive = false }
    let order = try town.assigned(from: Town.at(13))
    let preview = try #require(
      town.office.preview(
        order, to: MovePreview.Spot(technician: Town.ana, start: Town.at(11, 30), length: .minutes(60)),
        for: .dispatcher, at: town.now))
    #expect(preview.broken.map(\.rule) == [.breaks])
    #expect(preview.waysOut == [.later(Town.at(12, 30))])
    #expect(
      town.office.preview(
        order, to: MovePreview.Spot(technician: Town.ana, start: Town.at(14), length: .minutes(60)),
        for: .dispatcher, at: town.now)?.kept.contains(.breaks) == true)
  }

  @Test("nobody is proposed for work over his break that fits before or after it", .verifies("REC-01"))
  func proposed() throws {
    var town = try Town()
    town.now = Town.at(11, 10)
    let order = try town.log(minutes: 60)
    let best = try #require(town.office.candidates(for: order, at: town.now).best)
    #expect(best.arrival == Town.at(12, 30) && best.warnings.isEmpty)
  }

  @Test("work longer than any spell between breaks goes over one, and says so")
  func longWork() throws {
    var town = try Town()
    town.now = Town.at(7)
    let order = try town.log(minutes: 6 * 60)
    let best = try #require(town.office.candidates(for: order, at: town.now).best)
    #expect(best.arrival < Town.at(9) && best.warnings.map(\.rule) == [.breaks])
  }

  @Test("a visit over a break stands among what is too much", .verifies("TML-05"))
  func balance() throws {
    var town = try Town()
    let order = try town.assigned(from: Town.at(11, 30))
    let day = try #require(town.office.balance(of: Town.day, at: town.now).first { $0.id == Town.ana })
    #expect(day.excess == [.overBreak(order.number, Self.pause)])
  }
}
