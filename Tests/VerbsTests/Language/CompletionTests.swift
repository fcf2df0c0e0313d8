import Domain
import TestSupport
import Testing

@testable import Verbs

@Suite("Completion")
struct CompletionTests {
  func offers(_ line: String) throws -> [String] {
    let desk = try ParsingTests.desk()
    return Verbs.completions(of: line, at: line.count, in: desk.context()).map(\.text)
  }

  @Test("verbs, second words, names, choices and options come from the catalogue", .verifies("UX-02"))
  func all() throws {
    #expect(try offers("ass") == ["assign"])
    #expect(try offers("technician ") == ["add", "edit", "deactivate", "show"])
    #expect(try offers("technician e") == ["edit"])
    #expect(try offers("assign 20401 ") == ["@best", "ana", "brandt", "--length", "--tentative"])
    #expect(try offers("assign 20401 br") == ["brandt"])
    #expect(try offers("hold 20401 pa") == ["parts"])
    #expect(try offers("hold 20401 parts x --ow") == ["--owner"])
    #expect(try offers("status ana b") == ["break"])
    #expect(try offers("assign 204") == ["20402", "20401"])
    #expect(try offers("log x at Qu") == ["\"Quay House\""])
    #expect(try offers("move 20402 +30m t").contains("to"))
    #expect(try offers("edit 20401 sum") == ["summary="])
  }

  @Test("orders are offered by number, so that nothing is done to one that was not seen")
  func orders() throws {
    let desk = try ParsingTests.desk()
    let order = try desk.order(20_401)
    let context = VerbContext(
      office: desk.office, now: desk.now, person: nil, last: order.id, identifiers: desk.identifiers)
    let found = Verbs.completions(of: "triage ", at: 7, in: context)
    #expect(found.first?.text == "20401" && found.dropFirst().first?.text == "20402")
    #expect(Verbs.completions(of: "triage -", at: 8, in: context).first?.help.hasPrefix("20401") == true)
  }

  @Test("replaces the word under the cursor and nothing else")
  func range() throws {
    let desk = try ParsingTests.desk()
    let offer = try #require(Verbs.completions(of: "assign 20401 br 11:00", at: 15, in: desk.context()).first)
    #expect(offer.range == 13..<15 && offer.text == "brandt")
  }

  @Test("an empty line offers every verb's first word")
  func empty() throws { #expect(try offers("").count == Verbs.groups.count) }
}
