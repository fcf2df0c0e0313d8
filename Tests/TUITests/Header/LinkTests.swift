import Domain
import TestSupport
import Testing

@testable import TUI

@Suite("How a joined console stands with its office")
struct LinkTests {
  @Test(
    "is said in the header, with what waits",
    .verifies("UX-06"),
    arguments: [
      (OfficeLink.live, 0, "● live"), (.live, 2, "● live, 2 waiting"), (.behind, 0, "◐ behind"),
      (.full, 3, "✗ the office's disk is full, 3 waiting"),
      (.offline(since: Timestamp(seconds: 37_320)), 1, "○ offline since 10:22, 1 waiting"),
      (.stopped(Failure(.turnedAway, subject: "", detail: "")), 0, "✗ turned away"),
      (.stopped(Failure(.parted, subject: "", detail: "")), 3, "✗ apart from its office, 3 waiting")
    ])
  func words(link: OfficeLink, waiting: Int, wanted: String) {
    #expect(Sentences.link(link, waiting: waiting, in: .utc) == wanted)
  }
}
