import Domain
import TestSupport
import Testing

@Suite("How full a day is")
struct DayBalanceTests {
  private func balance(_ town: Town, _ id: Technician.ID = Town.ana) throws -> DayBalance {
    try #require(town.office.balance(of: Town.day, at: town.now).first { $0.id == id })
  }

  @Test("what is free from now on, less breaks, visits and the way to them", .verifies("TML-05"))
  func gaps() throws {
    var town = try Town()
    town.now = Town.at(9, 40)
    #expect(
      try balance(town).gaps == [
        Town.range(Town.at(9, 40), Town.at(12)), Town.range(Town.at(12, 30), Town.at(15, 30))
      ])
    _ = try town.assigned(from: Town.at(13), minutes: 60)
    let gaps = try balance(town).gaps
    #expect(
      gaps.count == 2 && gaps[0].start == Town.at(9, 40)
        && gaps[1] == Town.range(Town.at(14), Town.at(15, 30)))
    #expect(try balance(town).excess.isEmpty && balance(town).loadPercent == 13)
  }

  @Test("what is too much: at the same time, out of hours, more than the day holds", .verifies("TML-05"))
  func excess() throws {
    var town = try Town()
    let first = try town.assigned(from: Town.at(11), minutes: 240)
    let second = try town.assigned(from: Town.at(14), minutes: 300)
    let excess = try balance(town).excess
    #expect(excess.contains(.overlap(first.number, second.number, Town.range(Town.at(14), Town.at(15)))))
    #expect(excess.contains(.outsideHours(second.number, Town.range(Town.at(15, 30), Town.at(19)))))
    #expect(excess.contains(.overload(by: .minutes(60))))
    #expect(try balance(town, Town.bo).excess.isEmpty)
  }

  @Test("work that goes on past midnight is within a shift that does, until that ends", .verifies("TML-05"))
  func overMidnight() throws {
    var town = try Town()
    let night = EditTechnician(hours: try OpeningHours("Mon-Fri 17:00-02:00"))
    try town.submit(.editTechnician(Town.ana, night), by: Town.owner)
    _ = try town.assigned(from: Town.at(23, 30), minutes: 60)
    #expect(try balance(town).excess.isEmpty)
    let late = try town.assigned(from: Town.at(23, 30), minutes: 240)
    #expect(
      try balance(town).excess.contains(.outsideHours(late.number, Town.range(Town.at(26), Town.at(27, 30)))))
  }

  @Test(
    "work over its estimate counts in the load as it does in the gaps, minute by minute", .verifies("TML-05"))
  func overrun() throws {
    var town = try Town()
    let order = try town.assigned(from: Town.at(8), minutes: 60)
    town.now = Town.at(8)
    try town.submit(.arriveOnSite(order.id, ArriveOnSite()), by: Town.anaPerson)
    town.now = Town.at(8, 30)
    var keeper = BoardKeeper(office: town.office, now: town.now)
    for minute in [Int64(30), 90, 150, 240] {
      town.now = Town.at(8, minute) + .seconds(50)
      keeper.update(office: town.office, now: town.now)
      let shown = keeper.board.technicians.first { $0.id == Town.ana }?.utilisationPercent
      #expect(try shown == balance(town).loadPercent)
    }
    #expect(try balance(town).loadPercent == 50)
  }

  @Test("what was planned stays beside what happened", .verifies("TML-10"))
  func actual() throws {
    var town = try Town()
    let order = try town.assigned(from: Town.at(9), minutes: 60)
    town.now = Town.at(9, 20)
    try town.submit(.arriveOnSite(order.id, ArriveOnSite()), by: Town.anaPerson)
    func bar() throws -> TimelineBar {
      let lane = Board(town.office, now: town.now).lanes.first { $0.id == Town.ana }
      return try #require(lane?.bars.first)
    }
    #expect(try bar().planned == Town.range(Town.at(9), Town.at(10)))
    #expect(try bar().range == Town.range(Town.at(9, 20), Town.at(10, 20)) && bar().overrun == nil)
    town.now = Town.at(10, 50)
    try town.submit(
      .completeVisit(order.id, CompleteVisit(CompletionReport(did: "reset"))), by: Town.anaPerson)
    #expect(try bar().range == Town.range(Town.at(9, 20), Town.at(10, 50)))
    #expect(try bar().overrun == Town.range(Town.at(10, 20), Town.at(10, 50)))
    #expect(try bar().block == Town.range(Town.at(9, 20), Town.at(10, 20)))
  }
}
