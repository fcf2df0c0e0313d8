import TestSupport
import Testing

@testable import TUI

@Suite("What a wall does not show", .verifies("BRD-10"))
struct MaskedTests {
  @Test(
    "is a telephone number in any of its shapes",
    arguments: [
      "0151 496 0123", "01514960123", "+44 151 496 0123", "(0151) 496-0123", "617 555 0123", "617.555.0123",
      "555-0123 4", "0151/4960123"
    ])
  func numbers(_ number: String) {
    for text in [number, "ring \(number) at gate B", "Osei, \(number)", "\(number): no answer"] {
      let shown = Masked.numbers(in: text)
      #expect(shown.contains("(hidden)"), "\(shown)")
      #expect(!shown.contains { $0.isWholeNumber }, "\(shown)")
    }
  }

  @Test(
    "are not orders, times, dates, money and sizes",
    arguments: [
      "20404 20421 20418", "respond by 11:20, 0:38", "Tue 24 Nov 10:42", "2026-11-24", "NTE 1250.00",
      "BLT-22 x 1", "4 of 90", "10:30–11:15 and 14:00", "", " ", "(", "a + b", "unit 4B, 12 Water St",
      "24.11.2026"
    ])
  func others(_ text: String) { #expect(Masked.numbers(in: text) == text) }

  @Test("is a code that somebody has written down elsewhere")
  func codes() {
    #expect(Masked.numbers(in: "gate is 4711#, knock", and: "4711#") == "gate is (hidden), knock")
    #expect(Masked.numbers(in: "gate", and: nil) == "gate")
  }

  @Test("keeps every other character in its place")
  func whole() {
    #expect(
      Masked.numbers(in: "call +44 151 496 0123 (Dana), lift 2")
        == "call (hidden) (Dana), lift 2")
  }
}
