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

  @Test("a visit over a break puts it off to its end, as far as a break may move", .verifies("TML-04"))
  func putsOff() throws {
    var town = try Town()
    let order = try town.log()
    for start in [Town.at(11, 30), Town.at(12), Town.at(12, 20)] {
      #expect(try broken(town, order, start, minutes: 60).isEmpty)
      #expect(town.refusal(of: Town.assign(order, Town.ana, start)) == nil)
    }
    #expect(try broken(town, order, Town.at(11), minutes: 150).isEmpty)
    let over = try broken(town, order, Town.at(11), minutes: 151)
    #expect(over.map(\.evidence) == [.overBreak(Self.pause)])
    #expect(over.map(\.rule) == [.breaks] && over.map(\.severity) == [.warn])
  }

  @Test(
    "a break that must be kept to the minute lets nothing run over it or begin in it", .verifies("TML-04"))
  func runsOver() throws {
    var town = try Town()
    try town.keepBreaks()
    let order = try town.log()
    #expect(
      try broken(town, order, Town.at(11, 30), minutes: 31).map(\.evidence) == [.overBreak(Self.pause)])
    #expect(
      try broken(town, order, Town.at(12, 10), minutes: 60).map(\.evidence) == [.overBreak(Self.pause)])
    #expect(try broken(town, order, Town.at(11), minutes: 60).isEmpty)
    #expect(try broken(town, order, Town.at(12, 30), minutes: 60).isEmpty)
    #expect(town.refusal(of: Town.assign(order, Town.ana, Town.at(11, 30)))?.code == "breaks")
    #expect(town.refusal(of: Town.assign(order, Town.ana, Town.at(11, 30)), yes: true) == nil)
  }

  @Test("a break goes between visits only where there is room for it and the way on", .verifies("TML-04"))
  func between() throws {
    var town = try Town()
    _ = try town.assigned(from: Town.at(13), at: Town.hospital)
    let order = try town.log(at: Town.library)
    // The way on takes twelve minutes, and may be short by five.
    #expect(try broken(town, order, Town.at(11, 10), minutes: 73).isEmpty)
    #expect(
      try broken(town, order, Town.at(11, 10), minutes: 74).map(\.evidence) == [.overBreak(Self.pause)])
    _ = try town.assigned(from: Town.at(11, 30), at: Town.hospital)
    let room = try town.log(at: Town.hospital)
    #expect(
      try broken(town, room, Town.at(12, 30), minutes: 30).map(\.evidence) == [.overBreak(Self.pause)])
    #expect(try broken(town, room, Town.at(14), minutes: 60).isEmpty)
  }

  @Test("whoever is in his break by now is asked to begin after it")
  func present() throws {
    var town = try Town()
    town.now = Town.at(12, 5)
    let order = try town.log()
    #expect(
      try broken(town, order, Town.at(12, 10), minutes: 30).map(\.evidence) == [
        .notWorking(.onBreak, until: Town.at(12, 30))
      ])
    #expect(try broken(town, order, Town.at(12, 30), minutes: 30).isEmpty)
  }

  @Test("whoever has worked through his break takes it when he is done")
  func workedThrough() throws {
    var town = try Town()
    let done = try town.assigned(from: Town.at(11, 30))
    town.now = Town.at(11, 30)
    try town.submit(.arriveOnSite(done.id, ArriveOnSite()), by: Town.anaPerson)
    town.now = Town.at(12, 40)
    try town.submit(
      .completeVisit(done.id, CompleteVisit(CompletionReport(did: "reset"))), by: Town.anaPerson)
    let order = try town.log()
    #expect(
      try broken(town, order, Town.at(12, 41), minutes: 30).map(\.evidence) == [
        .notWorking(.onBreak, until: Town.at(13, 10))
      ])
    #expect(try broken(town, order, Town.at(13, 10), minutes: 30).isEmpty)
  }

  @Test("a break that is still put off is guarded after its usual time")
  func stillPutOff() throws {
    var town = try Town()
    let running = try town.assigned(from: Town.at(11, 30), minutes: 90)
    town.now = Town.at(11, 30)
    try town.submit(.arriveOnSite(running.id, ArriveOnSite()), by: Town.anaPerson)
    town.now = Town.at(12, 45)
    let order = try town.log()
    #expect(
      try broken(town, order, Town.at(13), minutes: 120).map(\.evidence) == [.overBreak(Self.pause)])
    #expect(try broken(town, order, Town.at(13, 30), minutes: 60).isEmpty)
  }

  @Test("the day shows a break where it is put off to")
  func shown() throws {
    var town = try Town()
    _ = try town.assigned(from: Town.at(11, 30))
    let away = town.office.daySheet(of: try town.technician(), on: Town.day, at: town.now).away
    #expect(away.map(\.range) == [Town.range(Town.at(12, 30), Town.at(13))])
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
    try town.keepBreaks()
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
    try town.keepBreaks()
    town.now = Town.at(7)
    let order = try town.log(minutes: 6 * 60)
    let best = try #require(town.office.candidates(for: order, at: town.now).best)
    #expect(best.arrival < Town.at(9) && best.warnings.map(\.rule) == [.breaks])
  }

  @Test("a visit over a break stands among what is too much", .verifies("TML-05"))
  func balance() throws {
    var town = try Town()
    try town.keepBreaks()
    let order = try town.assigned(from: Town.at(11, 30))
    let day = try #require(town.office.balance(of: Town.day, at: town.now).first { $0.id == Town.ana })
    #expect(day.excess == [.overBreak(order.number, Self.pause)])
  }
}

extension Town {
  /// Breaks are taken when they usually are.
  fileprivate mutating func keepBreaks() throws {
    var limits = office.limits
    limits.breakMoves = .zero
    try submit(.changeOffice(ChangeOffice(limits: limits)), by: Town.owner)
  }
}
