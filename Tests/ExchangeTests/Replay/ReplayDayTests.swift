import Domain
import Exchange
import TestSupport
import Testing

@Suite("Recorded days", .verifies("ADM-10"))
struct ReplayDayTests {
  static let date = CivilDate(daysSinceEpoch: 20_781)
  static let midnight = Timestamp(seconds: 20_781 * 86_400)

  static func line(_ time: String, _ kind: String, _ call: String = "1", _ more: String = "") -> String {
    #"{"t":"2017-01-05T\#(time)","kind":"\#(kind)","call":"\#(call)"\#(more)}"#
  }

  static func unit(_ name: String) -> String { #","unit":"\#(name)","unit_type":"ENGINE""# }

  static func day(_ lines: [String]) -> ReplayDay { ReplayDay(Array(lines.joined(separator: "\n").utf8)) }

  static func placed(_ day: ReplayDay) -> [PlacedDay.Time] {
    PlacedDay(day, on: date, in: .utc, begins: midnight).times
  }

  @Test("a line that cannot be used says why, with its number; the others go on")
  func unusable() {
    let day = Self.day([
      "", Self.line("08:00:00", "call.created"), "no object", "{", #"{"t":"x","kind":"call.created"}"#,
      #"{"kind":"call.created","t":"2017-01-05T08:00:00","call":"1","kind":"x"}"#,
      #"{"t":"2017-01-05T08:00:00","kind":"unit.onscene","call":"2"}"#,
      Self.line("08:01:00", "weather.changed"),
      #"{"t":"2017-01-05T08:02:00","kind":"call.entered","call":"1\u00e9","x":[1]}"#,
      #"{"t":"2017-01-05T08:02:00","kind":"call.entered","call":"\ud83d\ude92 é","n":-1.5e3,"b":true,"z":null}"#
    ])
    let refused = day.lines.compactMap { line in
      if case .refused(let reason) = line.content { "\(line.number) \(reason)" } else { nil }
    }
    #expect(
      refused == [
        "3 it is no JSON object", "4 a name or a text does not begin with a quote",
        #"5 "t" is no local time such as 2017-01-05T08:30:00"#, #"6 "kind" stands in it twice"#,
        "7 it names no unit", "9 a value in it is itself a list or an object"
      ])
    #expect(day.lines[6].content == .skipped(kind: "weather.changed"))
    guard case .event(let event) = day.lines.last?.content else {
      Issue.record("the last line can be used")
      return
    }
    #expect(event.call == "\u{1F692} é")
    #expect(day.date.iso == "2017-01-05")
  }

  @Test("hostile lines are refused and never trap")
  func hostile() {
    let bits = [
      #"{"t":""#, #"\ud800"#, #"\u12"#, "\"", "{", "}", "[", ":", ",", "1e999", "-", "\u{0}", "é", #"\"#,
      "null",
      #""kind":"call.created""#, #""call":"1""#, " "
    ]
    var seed: UInt64 = 7
    for _ in 0..<3_000 {
      var line = ""
      for _ in 0..<8 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1
        line += bits[Int(seed >> 33) % bits.count]
      }
      _ = Self.placed(ReplayDay(Array(line.utf8)))
    }
    #expect(ReplayDay([0xFF, 0x7B, 0x22, 0xC3]).lines.count == 1)
  }

  @Test("the day is put on another date, and what was before midnight is there at once")
  func placing() {
    let times = Self.placed(
      Self.day([
        #"{"t":"2017-01-04T23:00:00","s":-3600,"kind":"call.created","call":"0"}"#,
        Self.line("08:00:00", "call.created")
      ]))
    #expect(times.map(\.at) == [Self.midnight - .hours(1), Self.midnight + .hours(8)])
    #expect(times.map(\.due) == [Self.midnight, Self.midnight + .hours(8)])
  }

  @Test("what comes late is told late, what is ahead of its time with the line before it")
  func outOfOrder() {
    var lines = (0..<10).map { Self.line("08:0\($0):00", "call.created", "\($0)") }
    lines.insert(Self.line("08:01:30", "call.entered", "3"), at: 5)
    lines.insert(#"{"t":"2099-01-05T08:00:00","kind":"call.created","call":"77"}"#, at: 8)
    let times = Self.placed(Self.day(lines))
    #expect(zip(times, times.dropFirst()).allSatisfy { $0.due <= $1.due })
    #expect(times[5].isLate && times[5].at == Self.midnight + .seconds(8 * 3_600 + 90))
    #expect(times[5].due == Self.midnight + .hours(8) + .minutes(4))
    #expect(times[8].claimed != nil && times[8].at == times[7].due)
    #expect(times.last?.due == Self.midnight + .hours(8) + .minutes(9))
  }
}
