import Demo
import Domain

/// A made-up office in the middle of a working day.
enum SampleDay {
  /// Tuesday 24 November 2026, 10:42 in UTC.
  static let now = Timestamp(seconds: 20_781 * 86_400 + 10 * 3_600 + 42 * 60)

  static let offices: [Office] = [1, 7].map { office(seed: $0) }
  static let several: [Office] = offices + [2, 3, 11].map { office(seed: $0) }

  static func office(seed: UInt64, at now: Timestamp = now) -> Office {
    office(DemoDay(seed: seed, now: now, zone: .utc))
  }

  static func office(seed: UInt64, open: Int, closed: Int, technicians: Int) -> Office {
    office(DemoDay(seed: seed, now: now, zone: .utc, open: open, closed: closed, technicians: technicians))
  }

  private static func office(_ day: DemoDay) -> Office {
    var office = Office.unfounded
    for submission in day.submissions {
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
}
