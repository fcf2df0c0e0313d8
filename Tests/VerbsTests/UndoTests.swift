import Domain
import TestSupport
import Testing

@testable import Verbs

@Suite("Undo in words")
struct UndoTests {
  private func takenBack(_ line: String) throws -> TakingBack? {
    let desk = try ParsingTests.desk()
    return try desk.proposal(line).takingBack
  }

  @Test("names the last action, an order's or an entry")
  func wishes() throws {
    let desk = try ParsingTests.desk()
    let order = try desk.order(20_401)
    #expect(try takenBack("undo") == .last)
    #expect(try takenBack("undo last") == .last)
    #expect(try takenBack("undo 20401") == .order(order.id, number: 20_401))
    #expect(try takenBack("undo --entry 17") == .entry(17))
    #expect(try takenBack("redo") == .undone)
    #expect(desk.fault("undo 20401 --entry 17")?.word == "20401")
    #expect(desk.fault("undo everything") != nil)
  }

  @Test("says by name what was undone and how it is now", .verifies("UX-05"))
  func names() throws {
    var desk = try ParsingTests.desk()
    try desk.say("priority 20401 P1 --reason boss")
    let action = try #require(desk.entries.last)
    let before = desk.office
    let events = try desk.submit(action.inverse, verb: "ledger.undo")
    let proposal = Proposal(verb: "ledger.undo", takingBack: .last)
    let sentence = desk.wording().tookBack(action, isRedo: false, proposal, events: events, before: before)
    #expect(sentence.hasPrefix("undone: priority 20401 P1 · 20401 "), "\(sentence)")
    let again = Proposal(verb: "ledger.redo", takingBack: .undone)
    #expect(
      desk.wording().tookBack(action, isRedo: true, again, events: events, before: before)
        .hasPrefix("redone: priority"))
  }

  @Test("says of a fact that it is one, and of an action that it is undone already", .verifies("UX-05"))
  func obstacles() throws {
    var desk = try ParsingTests.desk()
    try desk.say("note 20401 \"second floor\"")
    let fact = try #require(desk.entries.last)
    let wording = desk.wording()
    let refused = wording.refusal(.undoImpossible(.fact(fact)), verb: "ledger.undo", orders: [20_401])
    #expect(refused.fact == "20401: \"second floor\" is a fact: it is not undone.", "\(refused.text)")
    try desk.say("priority 20401 P1 --reason boss")
    let action = try #require(desk.entries.last)
    let twice = wording.refusal(.undoImpossible(.alreadyUndone(action)))
    #expect(twice.fact == "priority 20401 P1 is taken back already.", "\(twice.text)")
    let since = Refusal.changedSince(.order(20_401), field: "priority", now: "P2")
    #expect(
      wording.refusal(since, verb: "ledger.undo").fact == "20401 not undone: the priority is P2 by now.")
  }
}
