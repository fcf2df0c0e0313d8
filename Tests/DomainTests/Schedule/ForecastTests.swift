import Domain
import TestSupport
import Testing

@Suite("The coming days' work against the time for it")
struct ForecastTests {
  @Test("counts what is planned and what falls due, a day and a trade at a time", .verifies("TML-13"))
  func counts() throws {
    var town = try Town()
    let today = town.office.today(at: town.now)
    let before = town.office.forecast(from: today, days: 7, at: town.now)
    #expect(before.days.map(\.id) == (0..<7).map { today.adding(days: $0) })
    let order = try town.assigned(from: Town.at(13))
    let length = try #require(order.openVisit?.estimate)
    let planned = town.office.forecast(from: today, days: 7, at: town.now)
    #expect(planned.days[0].whole.planned - before.days[0].whole.planned == length)
    let trade = try #require(order.trade)
    let line = try #require(planned.days[0].trades.first { $0.trade == trade })
    let old = before.days[0].trades.first { $0.trade == trade }?.figures.planned ?? .zero
    #expect(line.figures.planned - old == length)
    #expect(planned.days[1] == before.days[1])
    let able = town.office.technicians.inOrder.filter { technician in
      technician.isActive && technician.level(in: trade, on: today) != nil
        && !town.office.workingRanges(of: technician, on: today).isEmpty
    }
    #expect(line.figures.technicians == able.count)
  }

  @Test("work that nobody has counts on the day on which it falls due, once")
  func waiting() throws {
    var town = try Town()
    let today = town.office.today(at: town.now)
    let order = try town.log()
    for offset in [0, 1, 3, 9] {
      town.office.orders.change(order.id) {
        $0.window = nil
        $0.postponedTo = today.adding(days: offset)
      }
      let now = try #require(town.office.order(order.id))
      let due = town.office.fallsDue(now, at: town.now)
      #expect(today.adding(days: offset) <= due)
      let forecast = town.office.forecast(from: today, days: 5, at: town.now)
      let days = forecast.days.filter { $0.whole.orders == 1 }
      let inReach = today.days(to: due) < 5
      #expect(days.map(\.id) == (inReach ? [due] : []))
      #expect(forecast.later == (inReach ? 0 : 1))
      #expect(forecast.days.map(\.whole.waiting).reduce(.zero, +) == (inReach ? now.estimate : .zero))
    }
  }

  @Test("who is away adds no time, and a day with more work than time says so")
  func short() throws {
    var town = try Town()
    let today = town.office.today(at: town.now)
    _ = try town.assigned(from: Town.at(10))
    for id in [Town.ana, Town.bo, Town.cy] { town.change(id) { $0.isActive = id == Town.ana } }
    let whole = town.office.forecast(from: today, days: 1, at: town.now).days[0].whole
    #expect(whole.technicians == 1 && whole.open > .zero)
    let ill = Absence(from: town.now, to: town.now + .days(2), reason: "ill")
    town.change(Town.ana) { $0.absences = [ill] }
    let away = town.office.forecast(from: today, days: 1, at: town.now).days[0].whole
    #expect(away.technicians == 0 && away.open == .zero && away.percent == nil)
    #expect(away.isShort == (away.needed > .zero))
  }
}
