import Domain
import TestSupport
import Testing

@testable import Verbs

@Suite("Objects for scripts")
struct JSONTests {
  @Test("a work order has the keys that scripts rely on", .verifies("TRI-13"))
  func workOrder() throws {
    let desk = try ParsingTests.desk()
    let json = Objects.workOrder(try desk.order(20_402), in: desk.office, at: desk.now)
    let wanted = [
      "number", "id", "status", "priority", "urgency", "trade", "summary", "source", "reference", "createdAt",
      "score",
      "scoreTerms", "customer", "site", "clocks", "visits", "flags"
    ]
    #expect(wanted.filter { !json.keys.contains($0) } == [])
    #expect(json["number"] == .integer(20_402) && json["status"] == "dispatched" && json["priority"] == "P3")
    #expect(json["site"]?["zone"] == "south" && json["site"]?["lat"] == .double(53.42))
    #expect(json["customer"]?["tier"] == "standard")
    let score = desk.office.score(of: try desk.order(20_402), at: desk.now)
    #expect(json["scoreTerms"]?.keys == score.terms.map(\.kind.rawValue))
    guard case .array(let clocks)? = json["clocks"], let clock = clocks.first else {
      Issue.record("no clocks")
      return
    }
    #expect(clock.keys == ["kind", "dueAt", "state", "remainingSeconds", "pausedSeconds"])
    guard case .array(let visits)? = json["visits"],
      case .array(let assignments)? = visits.first?["assignments"]
    else {
      Issue.record("no visits")
      return
    }
    #expect(visits.first?["estimateSeconds"] == .integer(5_400))
    #expect(assignments.first?["technician"] == "ana" && assignments.first?["status"] == "dispatched")
  }

  @Test("results, refusals, faults, failures, checks and reports have their keys")
  func answers() throws {
    let desk = try ParsingTests.desk()
    let result = Objects.result(
      verb: "work-order.assign", orders: [20_402], isConfirmed: true, events: desk.entries.last?.events ?? [],
      message: "m", warnings: [])
    #expect(
      result.text
        == #"{"ok":true,"verb":"assign","orders":[20402],"state":"confirmed","events":["visitPlanned","visitAssigned"],"message":"m","warnings":[]}"#
    )
    let refusal = Objects.refusal(.workEnded(5, .closed), message: "m")
    #expect(
      refusal.text
        == #"{"ok":false,"refusal":{"code":"workEnded","message":"m","detail":{"order":5,"status":"closed"}}}"#
    )
    #expect(
      Objects.usage(UsageFault("m", word: "w", nearest: ["n"])).text
        == #"{"ok":false,"usage":{"message":"m","word":"w","nearest":["n"]}}"#)
    #expect(
      Objects.failure(Failure(.officeExists, subject: "f", detail: ""))["failure"]?["code"] == "officeExists")
    #expect(
      Objects.check(CheckReport(entries: 1, head: .zero, digest: .zero, problems: [])).keys == [
        "ok", "entries", "head", "digest", "problems"
      ])
    #expect(
      Objects.check(CheckReport(entries: 1, head: .zero, digest: .zero, problems: ["p"]))["ok"] == false)
    var report = ImportReport()
    (report.read, report.created, report.updated, report.refused) = (3, 1, 1, 1)
    report.reasons = ["badDate": 1]
    #expect(
      Objects.importReport(report).text
        == #"{"ok":true,"read":3,"created":1,"updated":1,"skipped":0,"refused":1,"flagged":0,"reasons":{"badDate":1}}"#
    )
    for refusal in WordingTests.refusals {
      #expect(Objects.refusal(refusal, message: "")["refusal"]?["code"] == .string(refusal.code))
    }
  }

  @Test("may answers as the refusal would", .verifies("USR-03"))
  func may() throws {
    let desk = try ParsingTests.desk()
    let hel = try #require(desk.office.people.inOrder.first { $0.handle == "hel" })
    let no = MayAnswer(hel.id, verb: "work-order.cancel", order: nil, in: desk.office, at: desk.now)
    #expect(no.reason?.contains("takes a dispatcher") == true)
    #expect(
      MayAnswer(hel.id, verb: "work-order.log", order: nil, in: desk.office, at: desk.now).reason == nil)
    let ana = try #require(desk.office.people.inOrder.first { $0.handle == "ana" })
    let (theirs, other) = (try desk.order(20_402).id, try desk.order(20_401).id)
    #expect(
      MayAnswer(ana.id, verb: "work-order.complete", order: theirs, in: desk.office, at: desk.now).reason
        == nil)
    #expect(
      MayAnswer(ana.id, verb: "work-order.complete", order: other, in: desk.office, at: desk.now).reason
        != nil)
    #expect(Objects.may(no).keys == ["ok", "allowed", "reason"])
    var more = desk
    for role in ["billing", "quality"] { try more.say("person add \(role) --handle \(role) --role \(role)") }
    let edits = more.office.people.inOrder.filter { ["billing", "quality"].contains($0.handle) }.map {
      MayAnswer($0.id, verb: "work-order.edit", order: other, in: more.office, at: more.now).reason == nil
    }
    #expect(edits.count(where: \.self) == 1, "billing sets the money limit, quality nothing")
  }

  @Test("escapes what would end a line or steer a terminal, and keeps the order of its keys")
  func escaping() {
    let value = JSONValue.object([
      .init("b", "a\"\\\n\t\u{1B}[2J\u{9B}\u{202E}é\u{2028}"), .init("a", .double(1.0)),
      .init("c", .array([.null, false]))
    ])
    #expect(value.text == #"{"b":"a\"\\\n\t\u001b[2J\u009b\u202eé\u2028","a":1,"c":[null,false]}"#)
  }

  @Test("history tells who, when, from where, before and after", .verifies("USR-05"))
  func history() throws {
    var desk = try ParsingTests.desk()
    desk.now = desk.now + .minutes(3)
    try desk.say("move 20402 16:00 --yes")
    try desk.say(#"hold 20402 parts "no belt""#)
    let order = try desk.order(20_402)
    let entries = desk.entries.filter { $0.events.contains { $0.order == order.id } }
    let lines = History.lines(of: entries, order: order.id, in: desk.office, at: desk.now)
    #expect(lines.map(\.verb) == ["log", "assign", "assign", "move", "hold"])
    #expect(lines.map(\.event) == ["workLogged", "visitPlanned", "visitAssigned", "visitMoved", "putOnHold"])
    #expect(lines.last { $0.verb == "move" }?.words.hasSuffix("and told anew") == true)
    #expect(lines.last { $0.verb == "assign" }?.before == "nobody 15:00")
    #expect(lines.last { $0.verb == "assign" }?.after == "Ana Ruiz 15:00")
    #expect(
      lines.last { $0.verb == "move" }.map { [$0.before, $0.after] } == ["Ana Ruiz 15:00", "Ana Ruiz 16:00"])
    #expect(lines.last.map { [$0.before, $0.after] } == ["dispatched", "held"])
    #expect(lines.allSatisfy { $0.person == "bea" && $0.console == "00000000" })
    #expect(lines.last?.at == desk.now)
    #expect(
      lines[0].json.keys == ["seq", "at", "person", "console", "from", "verb", "event", "after", "words"])
    let entry = try #require(entries.last)
    #expect(Objects.entry(entry, in: desk.office).keys.starts(with: ["seq", "hash", "previous", "at"]))
  }

  @Test(
    "to a technician history tells what he did and what was said, as it tells the desk", .verifies("USR-03"))
  func ownHistory() throws {
    var desk = try ParsingTests.desk()
    let ana = try #require(desk.office.people.inOrder.first { $0.handle == "ana" }).id
    let bea = desk.person
    try desk.say(#"note 20402 "he haggles""#)
    desk.person = ana
    try desk.say(#"note 20402 "at the gate""#)
    desk.person = bea
    try desk.say(#"say 20402 "mind the dog""#)
    let order = try desk.order(20_402).id
    let part = desk.office.scoped(to: ana, console: desk.console)
    let own = History.lines(of: desk.entries, order: order, for: ana, in: part, at: desk.now)
    let whole = History.lines(of: desk.entries, order: order, for: bea, in: desk.office, at: desk.now)
    #expect(own.map(\.person) == ["ana", "bea"])
    #expect(own.first?.words.contains("at the gate") == true)
    #expect(own.last?.words.contains("mind the dog") == true)
    #expect(whole.count > own.count && own.allSatisfy(whole.contains))
  }
}
