import Domain
import TestSupport
import Testing

@testable import Verbs

@Suite("Wording")
struct WordingTests {
  static let longName = String(repeating: "Wolfeschlegelstein", count: 12)
  static let instant = Desk.morning + .days(400)

  static let subjects: [Subject] = [
    .order(0), .order(999_999_999), .technician(longName), .customer(longName), .site(longName),
    .equipment(longName),
    .person(longName), .person(""), .contract(longName), .office(longName)
  ]

  static let evidence: [BrokenRule.Evidence] = [
    .overlap(order: 999_999, TimeRange(start: instant, length: .hours(2)), freeFrom: instant + .hours(2)),
    .skill(needed: SkillRequirement(trade: Trade(longName), level: 9), held: 1, expiredOn: nil),
    .skill(needed: SkillRequirement(trade: Trade("lift"), level: 2), held: nil, expiredOn: nil),
    .skill(
      needed: SkillRequirement(trade: Trade("lift"), level: 2), held: nil,
      expiredOn: CivilDate(iso: "2026-01-01")),
    .notWorking(.off, until: instant), .notWorking(.absent(longName), until: nil),
    .notWorking(.outsideShift, until: instant),
    .notWorking(.onBreak, until: nil), .notWorking(.unavailable, until: nil),
    .notWorking(.inactive, until: nil),
    .window(TimeRange(start: Desk.morning, length: .hours(2)), arrival: Desk.morning + .hours(3)),
    .travel(.minutes(45), from: 20_404, available: .minutes(12)),
    .overBreak(TimeRange(start: Desk.morning, length: .minutes(30))),
    .overtime(until: Desk.morning, shiftEnds: Desk.morning),
    .moneyLimit(Money(hundredths: 40_000), spent: Money(hundredths: 95_000))
  ]

  static var refusals: [Refusal] {
    let hold = Hold(
      reason: .escalated, note: longName, nextStep: nil, options: nil, owner: Person.ID(high: 0, low: 1),
      since: instant,
      reviewAt: instant)
    var all: [Refusal] = subjects.flatMap { subject -> [Refusal] in
      [
        .notFound(subject), .changedSince(subject, field: "technician", now: longName),
        .changedSince(subject, field: "start", now: instant.rfc3339),
        .changedSince(subject, field: "claim", now: nil),
        .missing(subject, fields: ["reason", "note", longName]),
        .missing(subject, fields: ["accessCode"]), .taken(subject), .inUse(subject),
        .needsNewerConsole(subject)
      ]
    }
    all.append(.handoverUnread(HandoverSection.allCases))
    all.append(.personLeft(longName))
    all.append(.planMovedOn)
    for permission in Permission.allCases { all += Role.allCases.map { .notAllowed(permission, role: $0) } }
    for status in WorkOrderStatus.allCases {
      all.append(.workEnded(999_999, status))
      let wanted: [WantedState] = [
        .assigned, .unassigned, .started, .done, .ended, .planned, .another, .goingOn, .unreported,
        .justReported
      ]
      all += wanted.map {
        .wrongState(999_999, status, wanted: $0)
      }
    }
    for one in evidence {
      for severity in Severity.allCases {
        all.append(
          .broken(
            BrokenRule(rule: .overlap, severity: severity, order: 99_999, technician: longName, evidence: one)
          ))
      }
    }
    all += Rule.allCases.map { .overrideNeedsReason($0) }
    all += [
      .alreadyOnHold(999_999, hold), .notOnHold(999_999), .undoImpossible(.nothingToUndo),
      .undoImpossible(.nothingToRedo), .undoImpossible(.nothing(onOrder: 999_999)),
      .fault(FieldFault(field: "estimate", word: longName, expected: longName)),
      .fault(FieldFault(field: "name", word: "", expected: "a text that is not empty")),
      .notFound(.technician("@best"))
    ]
    return all
  }

  static let forbidden = [
    "invalid", "failed", "error", "null", "please", "sorry", "!", "the item", "entity", "operation"
  ]

  func isWellSaid(_ sentence: Sentence) -> Bool {
    let text = sentence.text.lowercased()
    return sentence.fact.count <= 78 && !sentence.fact.isEmpty
      && WordingTests.forbidden.allSatisfy { !text.contains($0) }
      && (sentence.fact.hasSuffix(".") || sentence.fact.hasSuffix("…"))
  }

  @Test(
    "says every refusal of every verb in 78 characters without a word that blames or begs", .verifies("UX-02")
  )
  func everyRefusal() throws {
    let desk = try Desk()
    let wording = desk.wording()
    for refusal in WordingTests.refusals {
      for verb in [nil, "work-order.assign", "work-order.hold", "work-order.set-priority", "office.set"] {
        let sentence = wording.refusal(refusal, verb: verb, orders: verb == nil ? [] : [20_418])
        #expect(isWellSaid(sentence), "\(refusal.code): \(sentence.text)")
      }
    }
  }

  @Test("cuts no sentence short that holds only numbers, states and roles")
  func uncut() throws {
    let wording = try Desk().wording()
    for refusal in WordingTests.refusals {
      switch refusal {
      case .notAllowed, .workEnded, .wrongState, .overrideNeedsReason, .notOnHold, .alreadyOnHold: break
      case .notFound, .changedSince, .broken, .missing, .fault, .taken, .inUse, .undoImpossible, .messageLeft,
        .needsNewerConsole, .handoverUnread, .personLeft, .planMovedOn:
        continue
      }
      let fact = wording.refusal(refusal, verb: "work-order.set-priority", orders: [20_418]).fact
      #expect(!fact.hasSuffix("…"), "\(fact)")
    }
  }

  @Test("what did not fit is said in people's words")
  func odd() throws {
    let wording = try Desk().wording()
    func odd(_ kind: Anomaly.Kind, _ facts: Anomaly.Facts) -> String {
      wording.odd(Anomaly(kind, facts: facts, at: now))
    }
    let now = wording.now
    let ana = wording.office.technicians.inOrder.first { $0.handle == "ana" }?.id
    #expect(
      odd(.skippedStep, Anomaly.Facts(technician: ana, step: .notDone, from: .dispatched))
        == "not done from dispatched")
    #expect(odd(.notTheirs, Anomaly.Facts(technician: ana, step: .onSite)) == "on site by ana")
    #expect(
      odd(.afterTheEnd, Anomaly.Facts(technician: ana, step: .onSite, ending: .closed))
        == "ana on site after closed")
    #expect(
      odd(.otherTime, Anomaly.Facts(told: now - .minutes(160), counted: now)) == "told 2 h 40 min too early")
    #expect(
      wording.odd(Anomaly(.contradictoryTimes, detail: "onSiteAt before createdAt", at: now))
        == "onSiteAt before createdAt", "a source's own words stay")
    #expect(CancelReason.notNeeded.spoken == "not needed")
  }

  @Test("what becomes of a conflict is said in people's words", .verifies("EXC-13"))
  func conflictWords() throws {
    var desk = try Desk()
    try desk.say(#"log "lift 2 stuck" --site "Quay House" --trade lift --priority 2"#)
    for line in ["assign 20401 ana 11:00", "accept 20401", "travel 20401", "on-site 20401"] {
      try desk.say(line)
    }
    let order = try #require(desk.office.order(number: 20_401))
    let wanted = Submission(
      id: Identifier(high: 1, low: 1), stamp: Stamp(by: desk.person, at: desk.now, console: desk.console),
      commands: [.setPriority(order.id, SetPriority(.p1, replacing: .p3))])
    let refusal = Refusal.changedSince(.order(20_401), field: "priority", now: "P2")
    let conflict = Conflict(wanted, count: 1, refusal: refusal, at: desk.now)
    let words = Wording(office: desk.office, now: desk.now).choice(.keep, of: conflict)
    #expect(words.contains("on site") && !words.contains("onSite"), "\(words)")
  }

  @Test(
    "what waits for its visit is said to wait, and what came early to have come before the order or the visit"
  )
  func earlyWords() throws {
    var desk = try Desk()
    try desk.say(#"log "lift 2 stuck" --site "Quay House" --trade lift --priority 2"#)
    let order = try #require(desk.office.order(number: 20_401))
    let ana = try #require(desk.office.technicians.inOrder.first { $0.handle == "ana" })
    let person = try #require(desk.office.people.unordered.first { $0.technician == ana.id })
    let visit = Visit.ID(high: 21, low: 77)
    let told = { (who: Person.ID, command: Command) in
      Conflict(
        Submission(
          id: Identifier(high: 1, low: 1), stamp: Stamp(by: who, at: desk.now, console: desk.console),
          commands: [command]), count: 1, refusal: .notFound(.order(0)), at: desk.now)
    }
    let step = told(person.id, .arriveOnSite(order.id, ArriveOnSite(visit: visit)))
    var wording = Wording(office: desk.office, now: desk.now)
    #expect(
      wording.conflictDone(.arose(step))
        == "Waits at the office: on-site 20401. 20401 not reached yet: its visit is not here. "
        + "It is entered as soon as the office has it.")
    let note = told(desk.person, .addNote(order.id, AddNote("dog in the yard")))
    #expect(wording.said(note).fact == "20401 was not here then. It is by now.")
    let given = Command.assignVisit(
      order.id, AssignVisit(visit: visit, technician: ana.id, start: desk.now, replacing: nil))
    let assigning = Submission(
      id: Identifier(high: 1, low: 2), stamp: Stamp(by: desk.person, at: desk.now, console: desk.console),
      commands: [given], acceptsWarnings: true)
    wording = Wording(office: try desk.office.decide(assigning).after, now: desk.now)
    #expect(wording.said(step).fact == "20401 or his visit was not here then. Both are by now.")
  }

  @Test("the shell's completion asks the office for numbers and handles")
  func completionScripts() {
    let bash = Papers.completions(for: .bash)
    #expect(bash.contains("$(_callout_column queue 2)") && bash.contains("$(_callout_column technicians 2)"))
    #expect(Papers.completions(for: .fish).contains("(callout list people --tsv"))
    #expect(!bash.contains("@orders"))
  }

  @Test("says every failure with what was done and what can be done", arguments: Failure.Code.allCases)
  func everyFailure(code: Failure.Code) {
    let short = Wording.failure(Failure(code, subject: "office.db", detail: "disk I/O"))
    let long = Wording.failure(Failure(code, subject: WordingTests.longName, detail: WordingTests.longName))
    #expect(isWellSaid(short), "\(short.text)")
    #expect(isWellSaid(long), "\(long.text)")
    #expect(short.remedy != nil)
  }

  @Test("names what was wanted: the clock, the holder, the reason")
  func examples() throws {
    let desk = try Desk()
    let wording = desk.wording()
    let off = BrokenRule(
      rule: .notWorking, severity: .block, order: 20_418, technician: "ana",
      evidence: .notWorking(.off, until: Desk.morning + .minutes(198)))
    #expect(
      wording.refusal(.broken(off), verb: "work-order.assign").fact
        == "20418 not assigned: Ruiz is off until 14:00.")
    #expect(
      wording.refusal(.notAllowed(.cancelWork, role: .helpdesk), verb: "work-order.cancel", orders: [20_418])
        .fact
        == "20418 not cancelled: that takes a dispatcher.")
    #expect(
      wording.refusal(
        .changedSince(.order(20_418), field: "technician", now: "ana"), verb: "work-order.assign"
      ).fact
        == "20418 not assigned: the technician is Ruiz by now.")
    #expect(
      wording.refusal(.workEnded(20_418, .closed), verb: "work-order.hold").text
        == "20418 not put on hold: it is closed. reopen reopens it.")
  }

  @Test("writes times as clock times of the office and lengths as people say them")
  func times() throws {
    let wording = try Desk().wording()
    #expect(wording.time(Desk.morning) == "10:42")
    #expect(wording.time(Desk.morning + .days(1)) == "Wed 10:42")
    #expect(wording.time(Desk.morning + .days(9)) == "3 Dec 10:42")
    #expect(wording.time(Desk.morning + .days(60)) == "23 Jan 10:42")
    #expect(TimeWords.clock(.minutes(38)) == "0:38" && TimeWords.clock(-Span.minutes(12)) == "-0:12")
    #expect(TimeWords.clock(.days(6)) == "6 d" && TimeWords.clock(.seconds(-30)) == "0:00")
    #expect(
      TimeWords.length(.minutes(45)) == "45 min" && TimeWords.length(.minutes(90)) == "1 h 30"
        && TimeWords.length(.hours(2)) == "2 h")
    #expect(
      TimeWords.lateness(.seconds(20)) == "less than a minute" && TimeWords.lateness(.minutes(65)) == "1:05")
    _ = TimeWords.length(Span(seconds: .min))
    _ = TimeWords.clock(Span(seconds: .min))
  }

  @Test("says that a list is empty, whether that is good, and what is next", arguments: ListKind.allCases)
  func empty(kind: ListKind) throws {
    let said = try Desk().wording().empty(kind)
    #expect(said.count > 8 && said.hasSuffix("."))
  }

  @Test(
    "knows what every changing verb does to an order",
    arguments: Verbs.catalogue.filter { $0.permission != nil }.map { $0.name })
  func participles(name: String) { #expect(Wording.participle(name) != "done") }

  @Test("a rule that was passed is a fact and no refusal", .verifies("TML-04"))
  func passed() throws {
    let desk = try ParsingTests.desk()
    let rule = BrokenRule(
      rule: .refused, severity: .block, order: 20_402, technician: "ana", evidence: .refused(by: "Quay Ltd"))
    #expect(desk.wording().passed(rule) == "20402: Quay Ltd does not want Ruiz.")
  }

  @Test("a technician's number is on no sheet as it is", .verifies("AST-15"))
  func phone() throws {
    var desk = try ParsingTests.desk()
    try desk.say("technician edit ana phone=01514960177")
    let ana = try desk.technician("ana")
    let sheet = desk.office.daySheet(of: ana, on: desk.office.today(at: desk.now), at: desk.now)
    let lines =
      Sheets.technician(ana, in: desk.office, at: desk.now) + Sheets.day(sheet, in: desk.office, at: desk.now)
    #expect(!lines.contains { $0.contains("01514960177") })
    #expect(lines.count { $0.contains("••••77: show-phone ana shows it, recorded") } == 2)
    #expect(!Objects.record(ana, in: desk.office).text.contains("01514960177"))
  }
}
