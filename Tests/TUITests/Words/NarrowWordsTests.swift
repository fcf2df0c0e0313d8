import Domain
import TestSupport
import Testing

@testable import TUI

@Suite("Words where there is little room")
struct NarrowWordsTests {
  @Test("the site of a row gives way no further than the problem needs")
  func siteAndProblem() throws {
    let first = try #require(Story.board().queue.first)
    func made(_ site: String, _ problem: String) -> QueueRow {
      QueueRow(
        id: first.id, number: first.number, status: first.status, priority: first.priority,
        clock: first.clock, receivedAt: first.receivedAt, trade: first.trade, siteName: site,
        customerName: "", zone: nil, summary: problem, window: nil, score: first.score, claimedBy: nil,
        isFlagged: false, hold: nil, hasAnomaly: false)
    }
    let long = made("800 Block of Bay Street", "Medical incident")
    #expect(
      QueueText.fitted(long, width: 27) == "800 Block of Bay · Medical", "what is left over is the site's")
    let row = made("900 Block of Market Street", "Alarms")
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

  @Test("which office it is gives way only after how much is done")
  func bothNames() {
    var board = Story.board()
    board.counts.p1Open = 585
    board.counts.breached = 123
    let console = Console(80, 24, board: board)
    let office = console.model.office.profile.name
    #expect(console.rows[0].contains(office) && console.rows[0].contains("P1 585"), "\(console.rows[0])")
    #expect(!console.rows[0].contains("done"))
  }

  @Test("on a narrow screen help says what a key does before what that is called")
  func narrowHelp() {
    var console = Console(80, 24)
    console.type("3?/page.previous")
    #expect(console.text.contains("the page before: on the timeline the day before"))
    console.type("<C-u>otherwise")
    #expect(console.text.contains("as it was planned, where it went otherwise"))
    console.type("<enter><enter>")
    #expect(console.text.contains("Help · Timeline"), "a sign is nothing to run")
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
