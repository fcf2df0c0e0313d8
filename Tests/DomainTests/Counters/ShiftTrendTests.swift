import TestSupport
import Testing

@testable import Domain

@Suite("The hours of the shift", .verifies("REP-01"))
struct ShiftTrendTests {
  @Test("add up to the counters, whatever the day brings", arguments: 0..<12)
  func sums(_ seed: UInt64) throws {
    var day = try RandomDay(seed: seed)
    for _ in 0..<120 {
      day.pass()
      _ = try day.act()
    }
    let (office, now) = (day.sample.office, day.sample.now)
    let counters = Counters(office, Board(office, now: now), at: now)
    let hours = ShiftTrend(office, at: now).hours
    #expect(hours.reduce(0) { $0 + $1.assigned } == counters[.assignedAfter]?.basis.count)
    #expect(hours.reduce(0) { $0 + $1.done } == counters[.doneAfter]?.basis.count)
    for (name, kept) in [(Counter.Name.responseMet, \ShiftTrend.Hour.response), (.fixMet, \.fix)] {
      #expect(
        hours.reduce(0) { $0 + $1[keyPath: kept].met } == counters[name]?.basis.count { $0.part == .met })
      #expect(
        hours.reduce(0) { $0 + $1[keyPath: kept].missed }
          == counters[name]?.basis.count { $0.part == .missed })
    }
  }

  @Test("run from the end of the last day to the hour that runs, 25 at most")
  func hours() throws {
    var sample = try SampleOffice()
    _ = try sample.log(priority: .p3)
    let trend = ShiftTrend(sample.office, at: sample.now)
    let shift = BoardDay(sample.office, at: sample.now).shift
    #expect(trend.hours.first?.begins == shift.start)
    #expect(trend.hours.last.map { $0.begins <= sample.now && sample.now < $0.begins + .hours(1) } == true)
    #expect(trend.hours.last?.received == 1)
    for minutes in stride(from: Int64(0), to: 3 * 1_440, by: 7) {
      let hours = ShiftTrend(sample.office, at: sample.now + .minutes(minutes)).hours
      #expect((1...25).contains(hours.count))
    }
  }

  @Test("tell nothing from none")
  func none() {
    #expect(ShiftTrend.Kept().percent == nil)
    var kept = ShiftTrend.Kept()
    kept.count(false)
    #expect(kept.percent == 0)
    kept.count(true)
    #expect(kept.percent == 50)
  }
}
