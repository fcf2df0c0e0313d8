import Domain
import TestSupport
import Testing

@Suite("A night shift over the office's day end")
struct NightTests {
  /// Ana works from 22:00 to 06:00; a visit of hers before midnight and one after it are done and closed.
  private func night() throws -> (town: Town, early: WorkOrder, late: WorkOrder) {
    var town = try Town()
    let hours = EditTechnician(hours: try OpeningHours("Mon-Sun 22:00-06:00"))
    try town.submit(.editTechnician(Town.ana, hours), by: Town.owner)
    let early = try town.assigned(from: Town.at(22, 30), minutes: 60)
    let late = try town.assigned(from: Town.at(26), minutes: 60)
    for (order, begins) in [(early, Town.at(22, 30)), (late, Town.at(26))] {
      town.now = begins
      try town.submit(.arriveOnSite(order.id, ArriveOnSite()), by: Town.anaPerson)
      town.now = begins + .hours(1)
      try town.submit(
        .completeVisit(order.id, CompleteVisit(CompletionReport(did: "reset"))), by: Town.anaPerson)
      try town.submit(.closeWorkOrder(order.id, CloseWorkOrder()), yes: true)
    }
    return (town, early, late)
  }

  private func numbers(_ town: Town) throws -> (lane: [Int], sheet: [Int]) {
    let lane = Board(town.office, now: town.now).lanes.first { $0.id == Town.ana }
    let today = town.office.today(at: town.now)
    let sheet = town.office.daySheet(of: try town.technician(), on: today, at: town.now)
    return (try #require(lane).bars.map(\.number), sheet.visits.map(\.number))
  }

  @Test(
    "what was done in it stays on the timeline and the day sheet of the day it ends on",
    .verifies("TML-01", "TEC-02"))
  func stays() throws {
    var (town, early, late) = try night()
    for now in [Town.at(29), Town.at(30, 10), Town.at(40)] {
      town.now = now
      if let due = town.office.dayEndDue(at: now) { try town.submit(.closeDay(CloseDay(due: due))) }
      let shown = try numbers(town)
      #expect(shown.lane == [early.number, late.number], "\(now.rfc3339)")
      #expect(shown.sheet == [early.number, late.number], "\(now.rfc3339)")
    }
    town.now = Town.at(54, 10)
    try town.submit(.closeDay(CloseDay(due: Town.at(54))))
    #expect(town.office.order(early.id) == nil && town.office.order(late.id) == nil)
    #expect(town.office.keptFrom == Town.at(46), "from the beginning of the night that just ended")
  }

  @Test("the day sheet has the whole of a shift that goes on after midnight", .verifies("TEC-02"))
  func sheet() throws {
    let (town, early, late) = try night()
    let sheet = town.office.daySheet(of: try town.technician(), on: Town.day, at: Town.at(21))
    #expect(sheet.visits.map(\.number) == [early.number, late.number])
    #expect(sheet.working.last == Town.range(Town.at(22), Town.at(30)))
  }

  @Test("what a day shift has done leaves with the day's end as ever")
  func dayShift() throws {
    var (town, _, _) = try night()
    town.now = Town.at(33)
    let order = try town.assigned(Town.bo, from: Town.at(33), minutes: 60)
    try town.submit(.arriveOnSite(order.id, ArriveOnSite()), by: Town.boPerson)
    town.now = Town.at(34)
    try town.submit(
      .completeVisit(order.id, CompleteVisit(CompletionReport(did: "reset"))), by: Town.boPerson)
    try town.submit(.closeWorkOrder(order.id, CloseWorkOrder()), yes: true)
    town.now = Town.at(54, 10)
    try town.submit(.closeDay(CloseDay(due: Town.at(54))))
    #expect(town.office.order(order.id) == nil)
  }

  @Test("a day's end of an older ledger keeps what it kept then")
  func older() throws {
    var (town, _, late) = try night()
    town.office.apply(
      .office(.dayClosed),
      Stamp(by: Town.dispatcher, at: Town.at(30), console: ConsoleID(high: 7, low: 1)))
    #expect(town.office.keptFrom == nil && town.office.order(late.id) == nil)
  }

  @Test(
    "one load: technicians, gaps and whoever is to take it say the same, before midnight and after it",
    .verifies("BRD-02"))
  func load() throws {
    var (town, _, _) = try night()
    let wanted = try town.log()
    let moved = try town.assigned(Town.bo, from: Town.at(34), minutes: 60)
    let technician = try town.technician()
    for now in [Town.at(23, 40), Town.at(27, 30), Town.at(28, 30)] {
      town.now = now
      let card = Board(town.office, now: now).technicians.first { $0.id == Town.ana }
      #expect(card?.utilisationPercent == 25, "two of eight hours, \(now.rfc3339)")
      let date = town.office.shiftDate(at: now)
      #expect(date == Town.day)
      let balance = town.office.balance(of: date, at: now).first { $0.id == Town.ana }
      #expect(balance?.loadPercent == 25, "\(now.rfc3339)")
      let candidate = town.office.candidates(for: wanted, at: now).eligible.first { $0.id == Town.ana }
      #expect(candidate?.loadBefore == 25, "\(now.rfc3339)")
      #expect(candidate?.loadAfter == 38, "\(now.rfc3339)")
      let move = town.office.preview(
        moved, to: MovePreview.Spot(technician: Town.ana, start: now + .minutes(10), length: .hours(1)),
        for: .dispatcher, at: now)
      let own = move?.loads.first { $0.technician == Town.ana }
      #expect(own?.before == 25 && own?.after == 38, "\(now.rfc3339)")
    }
    let load = town.office.load(of: technician, on: Town.day, in: town.office.scheduleIndex(at: town.now))
    #expect(load.duty.open == .hours(8) && load.percent == 25)
  }

  @Test("a break in the small hours is none of the time for work")
  func breakAtNight() throws {
    var (town, _, _) = try night()
    town.change { $0.breaks = [OpenInterval("02:00-04:00")].compactMap(\.self) }
    town.now = Town.at(29)
    let card = Board(town.office, now: town.now).technicians.first { $0.id == Town.ana }
    #expect(card?.utilisationPercent == 33, "two of six hours")
  }

  @Test("whoever comes along to a visit makes no second one of it in the figures", .verifies("BRD-10"))
  func helpers() throws {
    var town = try Town()
    let order = try town.assigned(from: Town.at(12), minutes: 60)
    try town.submit(
      .crewVisit(order.id, CrewVisit([Town.bo], replacing: [])), override: "for the test", yes: true)
    let counts = Board(town.office, now: town.now).counts
    #expect(counts.plannedToday == 1)
  }
}
