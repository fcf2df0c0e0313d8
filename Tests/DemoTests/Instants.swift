import Domain
import Testing

/// Instants at which a day is looked at: morning, noon, night, weekend, the nights on which clocks change.
enum Instants {
  struct One: Sendable, CustomTestStringConvertible {
    let text: String
    let seed: UInt64
    let zone: ZoneRules
    var now: Timestamp { Timestamp(rfc3339: text) ?? .epoch }
    var testDescription: String { "\(text) \(zone.name) seed \(seed)" }
  }

  static let tuesday = Timestamp(rfc3339: "2026-11-24T10:42:00Z") ?? .epoch

  static let all: [One] = [
    One(text: "2026-11-24T10:42:00Z", seed: 1, zone: .utc),
    One(text: "2026-11-24T10:42:00Z", seed: 99, zone: ZoneRules(fixed: -18_000, name: "America/Lima")),
    One(text: "2026-11-24T00:03:00Z", seed: 2, zone: .utc),
    One(text: "2026-11-24T06:14:59Z", seed: 3, zone: .utc),
    One(text: "2026-11-28T16:30:00Z", seed: 4, zone: ZoneRules(fixed: 20_700, name: "Asia/Kathmandu")),
    One(text: "2026-11-29T23:59:59Z", seed: 5, zone: .utc),
    One(text: "2027-02-28T03:29:30Z", seed: 6, zone: ZoneRules(fixed: 46_800, name: "Pacific/Tongatapu")),
    One(text: "2026-12-31T20:44:00Z", seed: 7, zone: .utc)
  ]
}
