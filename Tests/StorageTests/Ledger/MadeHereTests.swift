import Domain
import Storage
import TestSupport
import Testing

@Suite("What was made here")
struct MadeHereTests {
  @Test("goes on after a restart, and what is no such text is nothing", .verifies("UX-05"))
  func text() throws {
    var here = MadeHere()
    here.add(Submission.ID(high: 1, low: 7), entry: 12)
    here.add(Submission.ID(high: 1, low: 9), entry: 11)
    let again = try #require(MadeHere(here.text))
    #expect(again.text.split(separator: " ").sorted() == here.text.split(separator: " ").sorted())
    #expect(again.text.hasPrefix("11 "))
    #expect(MadeHere("") == nil && MadeHere("x y") == nil)
    #expect(MadeHere(MadeHere().text) != nil)
  }
}
