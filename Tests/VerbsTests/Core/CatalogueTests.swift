import Domain
import TestSupport
import Testing

@testable import Verbs

@Suite("The catalogue of verbs")
struct CatalogueTests {
  @Test("names and words are said once, help fits a line and has no full stop")
  func once() {
    let names = Verbs.catalogue.map { $0.name }
    #expect(Set(names).count == names.count)
    let spoken = Verbs.catalogue.map { $0.spoken }
    #expect(Set(spoken).count == spoken.count)
    for verb in Verbs.catalogue {
      #expect((8...72).contains(verb.help.count) && !verb.help.hasSuffix("."), "\(verb.name)")
      #expect((1...2).contains(verb.words.count))
      let alone = Verbs.catalogue.filter { $0.words == [verb.words[0]] }
      // A second word of a verb that takes orders, or nothing, cannot be meant for it, so nothing hides.
      let hidesNothing = alone.allSatisfy { verb in
        (verb.parameters.first { $0.place == .turn }?.kind ?? .orders) == .orders
      }
      #expect(verb.words.count == 1 || hidesNothing, "\(verb.name) hides behind \(alone)")
    }
  }

  @Test("what the issue names is there")
  func complete() {
    let wanted = """
      init demo log edit triage priority flag claim assign unassign move dispatch accept decline travel on-site hold
      release complete not-done close reopen cancel duplicate note attach status shift absence technician person customer
      site equipment contract office on-call day find show history ledger maps list import export check rebuild backup
      restore keys themes config health may i-am help quit
      """
    #expect(
      wanted.split(whereSeparator: \.isWhitespace).map(String.init).filter { !Verbs.groups.contains($0) }
        == [])
  }

  @Test("a form's arguments make the same command as the line", .verifies("UX-02"))
  func forms() throws {
    let desk = try ParsingTests.desk()
    let context = desk.context()
    let arguments = Arguments([
      "order": ["20401"], "reason": ["parts"], "note": ["BLT-22"], "review": ["2026-11-26"]
    ])
    guard
      case .submit(let proposal) = try Verbs.verb(named: "work-order.hold", arguments, in: context).act(
        in: context)
    else { return }
    #expect(
      proposal.commands.first
        == (try desk.proposal(#"hold 20401 parts BLT-22 --review 2026-11-26"#).commands.first))
    #expect(throws: UsageFault.self) { try Verbs.verb(named: "work-order.hold", Arguments(), in: context) }
  }

  @Test("every paper names every verb")
  func papers() {
    let papers = Verbs.documentation(version: "1.0")
    #expect(
      papers.map(\.path) == [
        "docs/verbs.md", "docs/callout.1", "docs/roles.md", "completions/callout.bash",
        "completions/callout.zsh",
        "completions/callout.fish"
      ])
    for verb in Verbs.catalogue {
      #expect(papers[0].text.contains("### \(verb.spoken)\n"))
      for paper in papers.dropFirst(2) {
        #expect(verb.words.allSatisfy { paper.text.contains($0) }, "\(paper.path): \(verb.name)")
      }
      #expect(!Papers.help(of: verb).isEmpty)
    }
    #expect(papers[1].text.hasPrefix(".TH CALLOUT 1") && papers[1].text.contains("on\\-site"))
  }

  @Test("help of a topic is its verb or its group, and says the nearest for none")
  func help() throws {
    #expect(
      try Papers.help(topic: "hold").first
        == "callout hold ORDER… REASON NOTE [--review REVIEW] [--part-due PART-DUE] [--next NEXT] [--options OPTIONS] [--owner OWNER] [--quiet]"
    )
    #expect(try Papers.help(topic: "contract").filter { $0.hasPrefix("callout contract") }.count == 3)
    #expect(try Papers.help(topic: nil).count > Verbs.catalogue.count)
    #expect(throws: UsageFault.self) { try Papers.help(topic: "hodl me") }
  }

  @Test("every term of a contract can be set", .verifies("SLA-01"))
  func contracts() throws {
    var desk = try Desk()
    try desk.say(
      #"contract add Platinum tier=silver response=assigned hours="Mon-Sat 06:00-20:00" zone=Europe/Paris holidays=2026-12-25 pauses=vendor:both,parts:none P1=30m/2h/24x7 P2.inspection=2d/9d"#
    )
    let contract = try #require(desk.office.contracts.inOrder.first { $0.name == "Platinum" })
    #expect(contract.tier == .silver && contract.response == .assigned && contract.timeZone == "Europe/Paris")
    #expect(contract.hours.holidays == [try #require(CivilDate(iso: "2026-12-25"))])
    #expect(
      contract.pauses[.vendor] == .both && contract.pauses[.parts] == nil && contract.pauses[.access] == .both
    )
    #expect(
      contract.levels.count == 2 && contract.level(priority: .p1, service: .planned)?.isRoundTheClock == true)
    #expect(contract.level(priority: .p2, service: .inspection)?.fix == .hours(9 * 14))
    try desk.say("contract edit Platinum P1=none tier=none")
    #expect(
      desk.office.contract(contract.id)?.levels.count == 1 && desk.office.contract(contract.id)?.tier == nil)
    #expect(desk.office.zones["Europe/Paris"] != nil)
    try desk.say("office set atRisk=30 fee.customer=45 rule.overlap=warn")
    #expect(
      desk.office.limits.atRiskPercent == 30
        && desk.office.limits.cancelFees[.customer] == Money(hundredths: 4_500))
    #expect(desk.office.limits.severity(of: .overlap) == .warn)
  }
}
