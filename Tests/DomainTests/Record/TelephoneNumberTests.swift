import Domain
import TestSupport
import Testing

@Suite("Telephone numbers")
struct TelephoneNumberTests {
  @Test(
    "what people write for a number can be dialled",
    arguments: ["0151 496 0123", "+44 (0)151 496-0123", "0151/4960123 ext 12", "004915112345678", "123456x7"])
  func dialled(_ words: String) { #expect(TelephoneNumber.fault(words) == nil) }

  @Test("what cannot be one says why")
  func faults() {
    #expect(TelephoneNumber.fault("01") == .tooShort)
    #expect(TelephoneNumber.fault("") == .tooShort)
    #expect(TelephoneNumber.fault("Dana") == .sign("d"))
    #expect(TelephoneNumber.fault("0151 496 0123 ext 1234567") == .tooLong)
    #expect(TelephoneNumber.fault(String(repeating: "1", count: 18)) == .tooLong)
    #expect(TelephoneNumber.fault("٠١٢٣٤٥٦") == .sign("٠"), "figures of other scripts are not dialled")
  }

  @Test("an inside number can be dialled, and nobody is known by it", arguments: ["4411", "ext 4411", "0151"])
  func inside(_ words: String) {
    #expect(TelephoneNumber.fault(words) == nil && TelephoneNumber.isInside(words))
    #expect(!TelephoneNumber.isInside("0151\u{A0}496\u{2013}0123"), "as web pages write them")
  }

  @Test("a number that was erased is none that somebody mistyped")
  func erased() { #expect(TelephoneNumber.fault(PersonalText.erased) == nil) }
}
