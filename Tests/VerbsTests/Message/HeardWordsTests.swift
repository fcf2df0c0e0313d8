import Domain
import TestSupport
import Testing
import Verbs

@Suite("What a technician has said by the end of the work")
struct HeardWordsTests {
  private func desk() throws -> Desk {
    var desk = try ParsingTests.desk()
    for line in ["unassign 20402", "assign 20401 ana 16:00"] { try desk.say(line) }
    return desk
  }

  private func say(_ words: String, at desk: inout Desk, _ instant: Timestamp) throws {
    let (person, now) = (desk.person, desk.now)
    desk.person = try #require(desk.office.people.unordered.first { $0.handle == "ana" }?.id)
    desk.now = instant
    try desk.say("say 20401 \"\(words)\"")
    (desk.person, desk.now) = (person, now)
  }

  private func unheard(_ desk: Desk) -> Int {
    Board(desk.office, now: desk.now).alerts.count { $0.id.kind == .unread }
  }

  @Test(
    "is no alert any more where whoever ended it had it before him, and is one again where that is undone")
  func heard() throws {
    var desk = try desk()
    try say("the gate is shut", at: &desk, desk.now)
    #expect(unheard(desk) == 1)
    try desk.say("cancel 20401 customer no need")
    #expect(unheard(desk) == 0)
    let action = try #require(desk.entries.last)
    #expect(desk.wording().action(action) == "cancel 20401")
    try desk.submit(action.inverse, verb: "ledger.undo")
    #expect(unheard(desk) == 1)
  }

  @Test("stays an alert where it is entered after the end, whenever it was said", .verifies("MSG-13"))
  func enteredLater() throws {
    var desk = try desk()
    try say("on my way", at: &desk, desk.now)
    let before = desk.now
    desk.now = before + .minutes(30)
    try desk.say("cancel 20401 customer no need")
    #expect(unheard(desk) == 0)
    try say("gas smell, nobody in", at: &desk, before)
    #expect(unheard(desk) == 1)
  }

  @Test("stays an alert where whoever ended it had no line and could not know of it", .verifies("MSG-13"))
  func endedElsewhere() throws {
    var desk = try desk()
    try say("on my way", at: &desk, desk.now)
    let proposal = try desk.proposal("cancel 20401 customer no need")
    try say("gas smell, nobody in", at: &desk, desk.now + .minutes(5))
    try desk.submit(proposal.commands, verb: proposal.verb)
    #expect(try desk.order(20_401).isEnded && unheard(desk) == 1)
  }

  @Test("is hidden by no second end that changes nothing")
  func endedAlready() throws {
    var desk = try desk()
    try desk.say("cancel 20401 customer no need")
    try say("gas smell, nobody in", at: &desk, desk.now)
    try desk.say("cancel 20401 customer no need")
    #expect(unheard(desk) == 1)
  }

  @Test("stands in the answer to the end, where nobody had read it")
  func told() throws {
    var desk = try desk()
    try say("the gate is shut", at: &desk, desk.now)
    #expect(try desk.say("cancel 20401 customer no need").contains("Ana Ruiz had said: \"the gate is shut\""))
    desk = try self.desk()
    try say("the gate is shut", at: &desk, desk.now)
    try desk.say("read 20401")
    #expect(try !desk.say("cancel 20401 customer no need").contains("had said"))
  }
}
