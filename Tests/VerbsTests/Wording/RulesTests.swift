import Domain
import TestSupport
import Testing

@testable import Verbs

@Suite("Rules in words")
struct RulesTests {
  @Test("lists every rule with its limits and what it does, and switches one", .verifies("AUT-05"))
  func listed() throws {
    var desk = try Desk()
    let rows = Listing.rules(in: desk.office).rows
    #expect(rows.map { $0.cells[0] } == AutomaticRule.allCases.map(\.rawValue))
    #expect(
      rows.allSatisfy {
        $0.cells[1] == "on" && !$0.cells[2].hasSuffix("=")
          && !$0.cells[3].isEmpty
      })
    try desk.say("rules clock-escalation off")
    #expect(!desk.office.limits.isOn(.clockEscalation) && desk.office.limits.isOn(.ageEscalation))
    try desk.say("office set auto.clock-escalation=on riseAfter=3d")
    #expect(desk.office.limits.isOn(.clockEscalation) && desk.office.limits.riseAfter == .days(3))
    #expect(desk.fault("rules clock-escalation maybe") != nil && desk.fault("office set auto.clock=1") != nil)
  }

  @Test("history names the rule, not the person at whose console it acted", .verifies("AUT-05"))
  func history() throws {
    var desk = try Desk()
    try desk.say(#"log "lift dead" at "Quay House" P3"#)
    let id = try desk.order(20_401).id
    desk.now += .days(14)
    let step = try #require(desk.office.automaticSteps(at: desk.now).due.first)
    let before = desk.office
    let events = try desk.submit(step)
    let lines = History.lines(of: desk.entries, order: id, in: desk.office, at: desk.now)
    let line = try #require(lines.first { $0.event == "priorityRaised" })
    #expect(line.who == "rule age-escalation" && line.person == "bea" && line.after == "P2")
    #expect(line.words.contains("SLA escalation"))
    let said = desk.wording().acted(step.automation, entry: 2, events: events, before: before)
    #expect(said.contains("20401 priority P2 (was P3)") && said.contains("rule age-escalation"))
  }
}
