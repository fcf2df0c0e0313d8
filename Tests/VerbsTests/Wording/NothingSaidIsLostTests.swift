import Domain
import Testing
import Verbs

@Suite("Nothing that was said is lost, and what is said is so")
struct NothingSaidIsLostTests {
  private func desk() throws -> Desk {
    var desk = try Desk()
    try desk.say(#"log "lift dead" at "Quay House" P2"#)
    try desk.say(#"log "boiler cold" at "Store 9" P3"#)
    return desk
  }

  private func sentence(_ line: String, _ desk: inout Desk) throws -> String {
    let (verb, orders) = (try desk.proposal(line).verb, try desk.proposal(line).orders)
    do {
      return try desk.say(line)
    } catch let refusal as Refusal {
      return desk.wording().refusal(refusal, verb: verb, orders: orders).text
    }
  }

  @Test("a hold on site says that it is held, and so does its history")
  func holdOnSite() throws {
    var desk = try desk()
    try desk.say("assign 20401 ana 11:00 --yes")
    try desk.say("on-site 20401")
    #expect(
      try desk.say("hold 20401 parts \"belt\" --review thu")
        == "20401 held for parts, review Thu 09:00 · fix paused")
    let id = try desk.order(20_401).id
    let lines = History.lines(of: desk.entries, order: id, in: desk.office, at: desk.now).suffix(2)
    #expect(lines.map(\.words) == ["visit ended, held: parts", "held for parts: belt"])
    #expect(lines.map(\.before) == ["on site", "on site"] && lines.map(\.after) == ["held", "held"])
  }

  @Test("history says with what work was completed and who signed, and in spite of which rule it was given")
  func report() throws {
    var desk = try desk()
    try desk.say(#"assign 20401 brandt 11:00 --override "nobody else is near""#)
    try desk.say("on-site 20401")
    try desk.say(#"complete 20401 --did "belt changed" --part belt --part pulley --signed-by "Ms Osei""#)
    try desk.say("assign 20402 ana 11:00 --yes")
    try desk.say("on-site 20402")
    try desk.say(#"complete 20402 --did reset --unsigned "nobody was there""#)
    let ids = try [20_401, 20_402].map { try desk.order($0).id }
    let lines = ids.flatMap { History.lines(of: desk.entries, order: $0, in: desk.office, at: desk.now) }
    #expect(
      lines.filter { $0.event == "visitDone" }.map(\.words) == [
        "done: belt changed · parts belt, pulley · signed by: Ms Osei",
        "done: reset · unsigned: nobody was there"
      ])
    #expect(
      Set(lines.filter { $0.verb == "assign" && $0.override != nil }.map(\.override)) == [
        "nobody else is near"
      ])
    let rows = Listing.history(lines, in: desk.office, at: desk.now).table(clean: { $0 }, width: { $0.count })
    #expect(rows.contains { $0.hasSuffix("nobody else is near") }, "\(rows)")
    #expect(lines.filter { $0.verb == "complete" }.allSatisfy { $0.override == nil })
    let told = desk.entries.filter { $0.override != nil }.flatMap {
      History.words(of: $0, about: ids[0], desk.wording())
    }
    #expect(told == lines.filter { $0.override != nil }.map(\.words), "the window says it in the same words")
  }

  @Test("history says what a reopening made of an order with its new visit")
  func reopened() throws {
    var desk = try desk()
    try desk.say("assign 20401 ana 11:00 --yes")
    try desk.say("on-site 20401")
    try desk.say("complete 20401 --did well --unsigned nobody")
    try desk.say("close 20401")
    try desk.say("reopen 20401 dead again")
    let order = try desk.order(20_401)
    let lines = History.lines(of: desk.entries, order: order.id, in: desk.office, at: desk.now)
    let line = try #require(lines.first { $0.event == "workReopened" })
    #expect(line.before == "closed" && line.after == "ready" && order.status == .ready)
  }

  @Test("a new reason for the same priority is kept, and undoing brings the old one back")
  func sameReason() throws {
    var desk = try desk()
    #expect(try sentence("priority 20401 P2", &desk).contains("so already"))
    let said = try desk.say("priority 20401 P2 --reason \"the mayor lives there\"")
    #expect(said == "20401 priority stays P2, the reason now is the mayor lives there")
    #expect(try desk.order(20_401).priorityReason == "the mayor lives there")
    #expect(
      try sentence("priority 20401 P2 --reason \"the mayor lives there\"", &desk).contains("so already"))
    try desk.say("triage 20401 --trade lift --priority P2 --reason \"and his mother\"")
    #expect(try desk.order(20_401).priorityReason == "and his mother")
    let undo = try #require(desk.entries.last?.inverse)
    try desk.submit(undo, verb: "undo")
    #expect(try desk.order(20_401).priorityReason == "the mayor lives there")
  }

  @Test(
    "said again with other words is refused, not called so already",
    arguments: [
      ("hold 20401 parts belt", "hold 20401 parts belt --next \"call them\"", "it is held for parts"),
      ("hold 20401 parts belt", "hold 20401 parts \"two belts\"", "it is held for parts"),
      ("cancel 20401 customer", "cancel 20401 weather", "it is cancelled"),
      ("cancel 20401 customer \"moved away\"", "cancel 20401 customer \"did not pay\"", "it is cancelled"),
      ("close 20401 \"by phone\"", "close 20401 \"by mail\"", "it is closed"),
      ("decline 20402 \"too far\"", "decline 20402 \"too late\"", "on record already, in other words"),
      ("not-done 20402 \"no key\"", "not-done 20402 \"no ladder\"", "on record already, in other words"),
      ("not-done 20402 \"no key\"", "not-done 20402 \"no key\" --next fri", "on record already")
    ])
  func again(first: String, second: String, reason: String) throws {
    var desk = try desk()
    try desk.say("assign 20402 brandt 11:30 --yes")
    try desk.say(first)
    #expect(try sentence(first, &desk).contains("so already"))
    let said = try sentence(second, &desk)
    #expect(said.contains(reason) && said.contains(" not "), "\(said)")
  }

  @Test("a duplicate of itself or of ended work is refused for what it is")
  func duplicates() throws {
    var desk = try desk()
    #expect(
      try sentence("duplicate 20401 of 20401", &desk)
        == "20401 not merged: it is no duplicate of itself. Name the one that goes on.")
    try desk.say("close 20402 \"by phone\"")
    #expect(
      try sentence("duplicate 20401 of 20402", &desk)
        == "20402 is closed, so nothing goes on as part of it. Name an open order, or reopen reopens it first."
    )
    #expect(
      try sentence("duplicate 20402 of 20401", &desk) == "20402 not merged: it is closed. reopen reopens it.")
  }
}
