import Domain
import Foundation
import Testing

/// The system's compiled zone file.
func zone(_ name: String) throws -> ZoneRules {
  let data = try Data(contentsOf: URL(fileURLWithPath: "/usr/share/zoneinfo/" + name))
  return try ZoneRules(name: name, tzif: Array(data))
}

@Suite("Zone rules")
struct ZoneRulesTests {
  static let names = [
    "Europe/London", "America/New_York", "Australia/Sydney", "Australia/Lord_Howe", "Asia/Kathmandu",
    "Pacific/Kiritimati", "America/Santiago", "Africa/Casablanca", "Europe/Dublin", "Asia/Tehran",
    "Pacific/Apia",
    "America/Nuuk", "Asia/Gaza", "Etc/UTC"
  ]

  @Test(
    "agree with Foundation every quarter of an hour around each change from 1990 to 2045", arguments: names)
  func oracle(name: String) throws {
    let rules = try zone(name)
    let oracle = try #require(TimeZone(identifier: name))
    let start = Timestamp(rfc3339: "1990-01-01T00:00:00Z")?.seconds ?? 0
    let end = Timestamp(rfc3339: "2045-01-01T00:00:00Z")?.seconds ?? 0
    var checked: [Int64] = Array(stride(from: start, to: end, by: 9 * 86_400 + 1_234))
    // Whatever changes within a day is looked at closely.
    for day in stride(from: start, to: end, by: 86_400)
    where rules.offset(at: Timestamp(seconds: day)) != rules.offset(at: Timestamp(seconds: day + 86_400))
      || oracle.offset(day) != oracle.offset(day + 86_400)
    {
      checked += stride(from: day - 3_600, to: day + 90_000, by: 900).flatMap { [$0 - 1, $0] }
    }
    let wrong = checked.filter { rules.offset(at: Timestamp(seconds: $0)) != oracle.offset($0) }
    #expect(wrong.isEmpty, "\(wrong.prefix(3)) of \(checked.count)")
  }

  @Test("name the two hours that clocks show twice, and no other")
  func shownTwice() throws {
    let london = try zone("Europe/London")
    let first = try #require(Timestamp(rfc3339: "2026-10-25T00:15:00Z"))
    #expect(london.clock(at: first) == "01:15 BST" && london.clock(at: first + .hours(1)) == "01:15 GMT")
    #expect(
      london.clock(at: first - .minutes(16)) == "00:59" && london.clock(at: first + .minutes(105)) == "02:00")
    #expect(london.clock(at: first + .days(30)) == "00:15")
    let spring = try #require(Timestamp(rfc3339: "2026-03-29T01:15:00Z"))
    #expect(london.clock(at: spring) == "02:15")
    let shown = london.civil(at: first)
    #expect(london.timestamp(of: shown, by: "bst") == first)
    #expect(london.timestamp(of: shown, by: "GMT") == first + .hours(1))
    #expect(london.timestamp(of: shown, by: "CET") == nil)
    let kiritimati = try zone("Pacific/Kiritimati")
    #expect(kiritimati.shorthand(at: first) == "UTC+14")
  }

  @Test("lead from the wall clock back to the instant", arguments: names)
  func roundTrip(name: String) throws {
    let rules = try zone(name)
    var numbers = SeededNumbers(seed: 11)
    for _ in 0..<3_000 {
      let instant = Timestamp(seconds: .random(in: 600_000_000...2_400_000_000, using: &numbers))
      let civil = rules.civil(at: instant)
      let back = rules.timestamp(of: civil)
      #expect(rules.civil(at: back) == civil)
      #expect(back <= instant)
      let start = rules.startOfDay(civil.date)
      #expect(rules.date(at: start) >= civil.date)
      #expect(rules.date(at: start - .seconds(1)) < civil.date)
    }
  }

  @Test("move a skipped time forward and take the earlier of two")
  func gaps() throws {
    let london = try zone("Europe/London")
    let spring = try #require(CivilDate(iso: "2026-03-29"))
    let autumn = try #require(CivilDate(iso: "2026-10-25"))
    let half = try #require(TimeOfDay("01:30"))
    #expect(london.timestamp(spring, half).rfc3339 == "2026-03-29T01:30:00Z")
    #expect(london.civil(at: london.timestamp(spring, half)).text == "2026-03-29 02:30")
    #expect(london.timestamp(autumn, half).rfc3339 == "2026-10-25T00:30:00Z")
    let howe = try zone("Australia/Lord_Howe")
    let howeSpring = try #require(CivilDate(iso: "2026-10-04"))
    let quarter = try #require(TimeOfDay("02:15"))
    #expect(howe.civil(at: howe.timestamp(howeSpring, quarter)).text == "2026-10-04 02:45")
    // Samoa had no 30 December 2011.
    let apia = try zone("Pacific/Apia")
    let lost = try #require(CivilDate(iso: "2011-12-30"))
    #expect(apia.date(at: apia.startOfDay(lost)).iso == "2011-12-31")
    // Santiago's midnight is skipped.
    let santiago = try zone("America/Santiago")
    let skipped = try #require(CivilDate(iso: "2026-09-06"))
    #expect(santiago.civil(at: santiago.startOfDay(skipped)).text == "2026-09-06 01:00")
  }

  @Test(
    "read the forms of a footer",
    arguments: [
      ("EST5EDT,M3.2.0,M11.1.0", "2040-07-01T00:00:00Z", -14_400),
      ("IST-1GMT0,M10.5.0,M3.5.0/1", "2040-01-01T00:00:00Z", 0),
      ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2040-07-01T00:00:00Z", -3_600),
      ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2040-01-01T00:00:00Z", 39_600),
      ("XXX3EDT4,0/0,J365/23", "2040-01-01T00:00:00Z", -14_400),
      ("AAA0BBB,J60/0,J61/0", "2040-03-01T12:00:00Z", 3_600),
      ("<+0545>-5:45", "2040-01-01T00:00:00Z", 20_700)
    ])
  func footers(text: String, instant: String, offset: Int) throws {
    let footer = try #require(ZoneFooter(text))
    let json = #"{"name":"Test","initialOffsetSeconds":0,"transitions":[[0,0]],"footer":"\#(footer.text)"}"#
    let rules = try JSONDecoder().decode(ZoneRules.self, from: Data(json.utf8))
    #expect(rules.offset(at: try #require(Timestamp(rfc3339: instant))) == offset)
  }

  @Test(
    "refuse what is no footer",
    arguments: [
      "", "GMT", "GM0", "GMT0BST", "GMT0BST,M3.5.0", "GMT0BST,M13.5.0,M10.5.0", "GMT25", "<>0", "GMT0x"
    ])
  func refusedFooters(text: String) {
    #expect(ZoneFooter(text) == nil)
  }

  @Test("survive any bytes and any instant")
  func garbage() throws {
    let good = Array(try Data(contentsOf: URL(fileURLWithPath: "/usr/share/zoneinfo/Europe/London")))
    var numbers = SeededNumbers(seed: 3)
    var refused = 0
    for _ in 0..<3_000 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...6, using: &numbers) {
        bytes[Int.random(in: 0..<bytes.count, using: &numbers)] = .random(in: 0...255, using: &numbers)
      }
      if Bool.random(using: &numbers) { bytes.removeLast(.random(in: 0..<bytes.count, using: &numbers)) }
      guard let rules = try? ZoneRules(name: "Mutant", tzif: bytes) else {
        refused += 1
        continue
      }
      for seconds in [Int64.min, -1 << 59, 0, 1_795_000_000, 1 << 59, .max] {
        _ = rules.timestamp(of: rules.civil(at: Timestamp(seconds: seconds)))
      }
    }
    #expect(refused > 500)
    #expect(throws: ZoneError.notAZoneFile) { try ZoneRules(name: "None", tzif: []) }
  }

  @Test("travel whole, and only in order")
  func codable() throws {
    let london = try zone("Europe/London")
    let bytes = try CompactEncoder().encode(london)
    #expect(try CompactDecoder().decode(ZoneRules.self, from: bytes) == london)
    #expect(bytes.count < 3_000)
    let disorder = #"{"name":"X","initialOffsetSeconds":0,"transitions":[[5,0],[4,0]]}"#
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(ZoneRules.self, from: Data(disorder.utf8))
    }
    let wide = #"{"name":"X","initialOffsetSeconds":-9223372036854775808,"transitions":[]}"#
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(ZoneRules.self, from: Data(wide.utf8)) }
  }
}

extension TimeZone {
  fileprivate func offset(_ seconds: Int64) -> Int {
    secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
  }
}
