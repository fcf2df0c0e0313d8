import Domain
import TestSupport
import Testing

@testable import TUI

@Suite("Words where there is little room")
struct NarrowWordsTests {
  @Test("the site of a row gives way no further than the problem needs")
  func siteAndProblem() throws {
    let first = try #require(Story.board().queue.first)
    let row = QueueRow(
      id: first.id, number: first.number, status: first.status, priority: first.priority, clock: first.clock,
      receivedAt: first.receivedAt, trade: first.trade, siteName: "900 Block of Market Street",
      customerName: "", zone: nil, summary: "Alarms", window: nil, score: first.score, claimedBy: nil,
      isFlagged: false, hold: nil, hasAnomaly: false)
    #expect(QueueText.fitted(row, width: 40) == "900 Block of Market Street · Alarms")
    #expect(QueueText.fitted(row, width: 30) == "900 Block of Market · Alarms")
    #expect(QueueText.fitted(row, width: 24) == "900 Block of · Alarms")
  }

  @Test("who acts stands in the narrowest header, rather than which office it is", .verifies("USR-06"))
  func whoActs() {
    let console = Console(80, 24)
    let name = console.model.office.person(console.model.person)?.name.words ?? "nobody"
    #expect(console.rows[0].contains(name), "\(console.rows[0])")
  }

  @Test("a word with letters of its own is found where it is, whatever its case")
  func otherLetters() {
    let word = ByteSearch("müll")
    #expect(word.rank(in: "Müllerstraße 4") == 0)
    #expect(word.rank(in: "Haus MÜLLER") == 1)
    #expect(word.rank(in: "Neumüller") == 2)
    #expect(word.rank(in: "Mullion House") == nil)
    #expect(ByteSearch("house").rank(in: "Mullion House") == 1)
  }
}
