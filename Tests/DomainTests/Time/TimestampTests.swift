import Domain
import Foundation
import Testing

@Suite("Timestamp")
struct TimestampTests {
  @Test(
    "reads and writes RFC 3339",
    arguments: [
      ("2026-11-24T10:42:00Z", 1_795_516_920), ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59Z", -1),
      ("0000-01-01T00:00:00Z", -62_167_219_200), ("9999-12-31T23:59:59Z", 253_402_300_799),
      ("2024-02-29T12:00:00Z", 1_709_208_000)
    ])
  func known(text: String, seconds: Int64) {
    #expect(Timestamp(rfc3339: text)?.seconds == seconds)
    #expect(Timestamp(seconds: seconds).rfc3339 == text)
  }

  @Test("takes offsets and drops fractions")
  func offsets() {
    let noon = Timestamp(rfc3339: "2026-06-01T12:00:00Z")
    #expect(Timestamp(rfc3339: "2026-06-01T13:30:00+01:30") == noon)
    #expect(Timestamp(rfc3339: "2026-06-01T07:00:00-05:00") == noon)
    #expect(Timestamp(rfc3339: "2026-06-01t12:00:00.999z") == noon)
  }

  @Test(
    "refuses what is no instant",
    arguments: [
      "", "2026-02-30T00:00:00Z", "2026-13-01T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z",
      "2026-01-01T00:00:00", "2026-01-01", "2026-01-01T00:00:00.Z", "2026-01-01T00:00:00Zx",
      "２026-01-01T00:00:00Z"
    ])
  func refused(text: String) {
    #expect(Timestamp(rfc3339: text) == nil)
  }

  @Test("writes what Foundation writes")
  func oracle() {
    var numbers = SeededNumbers(seed: 7)
    let formatter = ISO8601DateFormatter()
    for _ in 0..<2_000 {
      let seconds = Int64.random(in: -62_000_000_000...253_000_000_000, using: &numbers)
      // Foundation's calendar is Julian before 1582.
      guard seconds > -12_000_000_000 else { continue }
      let text = formatter.string(from: Date(timeIntervalSince1970: Double(seconds)))
      #expect(Timestamp(seconds: seconds).rfc3339 == text)
      #expect(Timestamp(rfc3339: text)?.seconds == seconds)
    }
  }

  @Test("travels as none outside the years that there are, and a length as none beyond them")
  func travels() throws {
    func travelled<Value: Codable>(_ value: Value) throws -> Value {
      try CompactDecoder().decode(Value.self, from: CompactEncoder().encode(value))
    }
    #expect(try travelled(Timestamp(seconds: .max)).rfc3339 == "9999-12-31T23:59:59Z")
    #expect(try travelled(Timestamp(seconds: .min)).rfc3339 == "0000-01-01T00:00:00Z")
    #expect(try travelled(Timestamp(seconds: .max)).seconds < 1 << 40)
    #expect(try travelled(Span(seconds: .min)) == -(try travelled(Span(seconds: .max))))
    #expect(try travelled(Span.days(3)) == .days(3) && travelled(Timestamp.epoch) == .epoch)
    // A number that was written by somebody else.
    let odd = try CompactEncoder().encode(Int64.max)
    #expect(try CompactDecoder().decode(Timestamp.self, from: odd).seconds < 1 << 40)
    #expect(try CompactDecoder().decode(Span.self, from: odd).seconds < 1 << 40)
  }

  @Test("stays in range at the ends of the numbers")
  func ends() {
    #expect(Timestamp(seconds: .max).rfc3339 == "9999-12-31T23:59:59Z")
    #expect(Timestamp(seconds: .min).rfc3339 == "0000-01-01T00:00:00Z")
    #expect(Timestamp(seconds: .max) + .days(1) == Timestamp(seconds: .max))
    #expect(Timestamp(seconds: .min) - Timestamp(seconds: .max) == Span(seconds: .min))
    #expect(Span.days(.max) == Span(seconds: .max))
    #expect(Span.hours(.min) == Span(seconds: .min))
    #expect(-Span(seconds: .min) == Span(seconds: .max))
    #expect(Span(seconds: .min) / -1 == Span(seconds: .max))
    #expect(Span(seconds: 5) / 0 == .zero)
  }

  @Test("travels as one integer")
  func json() throws {
    let data = try JSONEncoder().encode([Timestamp(seconds: 5)])
    #expect(String(decoding: data, as: UTF8.self) == "[5]")
    #expect(try JSONDecoder().decode([Timestamp].self, from: data) == [Timestamp(seconds: 5)])
  }
}
