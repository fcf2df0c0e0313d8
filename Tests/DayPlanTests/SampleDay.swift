import Demo
import Domain

@testable import DayPlan

/// A made-up office in the middle of a working day.
enum SampleDay {
  /// Tuesday 24 November 2026, 10:42 in UTC.
  static let now = Timestamp(seconds: 20_781 * 86_400 + 10 * 3_600 + 42 * 60)

  static let offices: [Office] = [1, 7].map { office(seed: $0) }
  static let several: [Office] = offices + [2, 3, 11].map { office(seed: $0) }

  static func office(seed: UInt64, at now: Timestamp = now) -> Office {
    var office = Office.unfounded
    for submission in DemoDay(seed: seed, now: now, zone: .utc).submissions {
      guard let decision = try? office.decide(submission) else { continue }
      office = decision.after
      office.letGo(submission.commands.flatMap(\.orders))
    }
    return office
  }

  /// Work that nobody has, by number.
  static func waiting(in office: Office) -> [WorkOrder] {
    office.orders.unordered.filter { $0.isUnassigned && $0.hold == nil }.sorted { $0.number < $1.number }
  }

  /// The same with the hours of somebody's visits dealt out so that he drives to and fro; nil where nobody has enough
  /// of them.
  static func madeWorse(_ office: Office) -> (Office, Technician.ID)? {
    guard let day = RunningDay(office, at: now) else { return nil }
    for member in day.crew.indices {
      let own = day.jobs.filter { job in
        guard job.holder == member, let order = job.order, let pin = order.openVisit else { return false }
        return order.window == nil && pin.pin == nil && order.priority >= .p3
          && office.site(order.site)?.coordinates != nil
      }.compactMap(\.order)
      guard own.count >= 4, own.count == day.crew[member].ahead.count else { continue }
      let length = own.compactMap { $0.openVisit?.estimate }.max() ?? .hours(1)
      var place = day.crew[member].place
      var left = own
      var worse = office
      var start = day.crew[member].free + .minutes(40)
      while !left.isEmpty {
        func way(_ order: WorkOrder) -> Span {
          office.travelTime(from: place, to: office.site(order.site)?.coordinates)
        }
        guard let farthest = left.max(by: { (way($0), $0.number) < (way($1), $1.number) }) else { break }
        left.removeAll { $0.id == farthest.id }
        worse.orders.change(farthest.id) { $0.visits[$0.visits.count - 1].start = start }
        start = start + min(length, .hours(1)) + .minutes(30)
        place = office.site(farthest.site)?.coordinates
      }
      return (worse, day.crew[member].technician.id)
    }
    return nil
  }
}
