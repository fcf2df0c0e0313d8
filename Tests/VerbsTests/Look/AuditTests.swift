import Domain
import TestSupport
import Testing

@testable import Verbs

@Suite("Audit", .verifies("USR-05"))
struct AuditTests {
  /// A morning of three people, from the office's first entry on.
  private static func desk() throws -> Desk {
    var desk = try Desk()
    try desk.say(#"log "lift 2 stuck" --site "Quay House" --trade lift --priority 2"#)
    try desk.say("assign 20401 ana 11:00")
    try desk.say("technician edit ana phone=01514960123")
    try desk.say(#"site edit "Store 9" zone=north"#)
    try desk.say(#"site edit "Quay House" accessCode=9931"#)
    desk.person = try #require(desk.office.people.inOrder.first { $0.handle == "sam" }).id
    try desk.say("move 20401 12:00 --override \"customer asked\"")
    return desk
  }

  private func lines(_ filter: String, _ desk: Desk) throws -> [AuditLine] {
    var audit = Audit(over: .unfounded, filter: try AuditFilter(filter), in: desk.office, at: desk.now)
    return desk.entries.flatMap { audit.lines(of: $0) }
  }

  @Test("tells of every record who did what, from where, before and after")
  func everything() throws {
    let desk = try Self.desk()
    let all = try lines("", desk)
    #expect(Set(all.map(\.line.seq)) == Set(desk.entries.map(\.seq)))
    let moved = try #require(all.last { $0.line.verb == "move" })
    #expect((moved.about, moved.line.person, moved.line.override) == ("20401", "sam", "customer asked"))
    #expect(moved.line.before?.contains("11:00") == true && moved.line.after?.contains("12:00") == true)
    #expect(try lines("sam", desk).contains { $0.line.verb == "move" }, "plain words find who did it")
    let zone = try #require(all.last { $0.about == "Store 9" })
    #expect((zone.line.before, zone.line.after) == ("zone=south", "zone=north"))
    #expect(moved.json.text.contains("\"about\":\"20401\""))
  }

  @Test("shows no telephone number and no access code")
  func secrets() throws {
    let text = try lines("", Self.desk()).map(\.json.text).joined()
    for secret in ["4711", "9931", "01514960123"] { #expect(!text.contains(secret), "\(secret)") }
    #expect(text.contains("accessCode"))
  }

  @Test(
    "is narrowed by who, verb, order, console, rule, mark and word, and turned round by a dash",
    arguments: [
      ("by:sam", 1), ("by:sam verb:assign", 0), ("verb:assign,move", 2), ("order:20401 -by:sam -verb:log", 1),
      ("override", 1), ("console:ffff", 0), ("rule:", 0), ("verb:site -\"Store 9\"", 2), ("undo", 0),
      ("assign", 1)
    ])
  func narrowed(_ filter: String, _ count: Int) throws {
    let desk = try Self.desk()
    #expect(Set(try lines(filter, desk).map(\.line.seq)).count == count, "\(filter)")
    #expect(throws: UsageFault.self) { try AuditFilter("whom:sam") }
  }

  @Test(
    "what the office says by itself stands under the verb that it is about: refusals, and who lets consoles in"
  )
  func byItself() throws {
    var desk = try Self.desk()
    let order = try #require(desk.office.order(number: 20_401))
    let stamp = Stamp(by: desk.person, at: desk.now, console: desk.console)
    let wanted = Submission(
      id: Identifier(high: 9, low: 9), stamp: stamp, commands: [.addNote(order.id, AddNote("rings first"))])
    let conflict = Conflict(
      wanted, count: 1, refusal: .workEnded(20_401, .closed), at: desk.now)
    let events: [Event] = [
      .office(.conflict(.arose(conflict))),
      .office(.console(.enrolled(desk.person, until: desk.now + .hours(1)))),
      .office(.console(.joined(desk.console, of: desk.person, with: .account))),
      .office(.console(.revoked(desk.console, of: desk.person)))
    ]
    for event in events {
      desk.office.apply(event, stamp)
      let last = try #require(desk.entries.last)
      desk.entries.append(
        Entry(
          seq: last.seq + 1, submission: Identifier(high: 9, low: UInt64(last.seq)), person: desk.person,
          console: desk.console, count: last.count + 1, at: desk.now, recordedAt: desk.now, commands: [],
          events: [event], inverse: [], override: nil, previous: .zero, hash: .zero))
    }
    let all = try lines("", desk).suffix(4)
    #expect(all.map(\.line.verb) == ["note", "enrol", "join", "consoles revoke"])
    #expect(all.first?.about == "20401")
    #expect(try lines("verb:note", desk).count == 1 && lines("verb:enrol,consoles", desk).count == 2)
  }

  @Test("a verb that nobody knows is said to be none, with the nearest; one that nobody types is known")
  func verbs() throws {
    #expect(throws: UsageFault.self) { try AuditFilter("verb:nonsense") }
    let fault = #expect(throws: UsageFault.self) { try AuditFilter("verb:asign") }
    #expect(fault?.nearest.contains("assign") == true)
    for word in ["verb:office.close", "verb:ass", "verb:site,log"] { _ = try AuditFilter(word) }
  }

  @Test("a call that ended at once was logged, whatever it ended for")
  func endedCall() throws {
    var desk = try Desk()
    try desk.say(#"log "asks for a price" at "Nowhere Road" --ended advice"#)
    #expect(Set(try lines("", desk).filter { $0.about == "20401" }.map(\.line.verb)) == ["log"])
  }

  @Test("goes on from an office of later, and asks for the orders that it has let go of")
  func later() throws {
    let desk = try Self.desk()
    let last = try #require(desk.entries.last)
    var empty = Audit(over: .unfounded, filter: try AuditFilter(""), in: desk.office, at: desk.now)
    let order = try #require(desk.office.order(number: 20_401))
    #expect(empty.lacking(for: last) == [order.id])
    var before = Office.unfounded
    for entry in desk.entries.dropLast() { for event in entry.events { before.apply(event, entry.stamp) } }
    empty.restore(try #require(before.order(order.id)))
    #expect(empty.lacking(for: last).isEmpty)
    #expect(empty.lines(of: last).last?.line.before?.contains("11:00") == true)
  }

  @Test("is for whoever may see all work, over a stretch that begins before it ends")
  func verb() throws {
    var desk = try Self.desk()
    guard case .ask(.audit(let question)) = try desk.act("audit by:sam --since 10:00 --until 10:30") else {
      Issue.record("no audit")
      return
    }
    #expect(question.filter == "by:sam" && question.since < (question.until ?? .epoch))
    #expect(throws: UsageFault.self) { try desk.act("audit --since 10:30 --until 10:00") }
    #expect(throws: UsageFault.self) { try desk.act("audit whom:sam") }
    desk.person = try #require(desk.office.people.inOrder.first { $0.role == .technician }).id
    #expect(throws: Refusal.self) { try desk.act("audit") }
  }
}
