import DayPlan
import Domain
import TestSupport
import Testing
import Verbs

@Suite("A plan taken from the shell")
struct PlanTakingTests {
  private let office = PlanOffice.office
  private let line: String
  private let question: PlanQuestion

  init() throws {
    let waiting = try #require(PlanOffice.waiting(in: PlanOffice.office).first)
    (line, question) = ("replan \(waiting.number) --because urgent", .urgent(waiting.id))
  }

  @Test("is the one that was shown, as long as nothing has changed that matters to it", .verifies("REC-08"))
  func asShown() throws {
    let name = try shown()
    let first = try proposal("\(line) --take 1 --seen \(name)")
    let later = try proposal("\(line) --take 1 --seen \(name)", at: Story.now + .minutes(4))
    #expect(first.orders == later.orders)
    #expect(starts(first) == starts(later))
    #expect(
      !first.acceptsWarnings && first.acceptedWarnings.isEmpty, "a yes has to be said in the shell")
  }

  @Test("is refused when the office has moved on, or after a quarter of an hour")
  func movedOn() throws {
    let name = try shown()
    #expect(throws: Refusal.planMovedOn) {
      try self.proposal("\(line) --take 1 --seen \(name)", at: Story.now + .minutes(20))
    }
    let answer = try #require(office.answer(question, at: Story.now, for: .supervisor))
    let given = try #require(answer.options.first?.changes.first)
    var other = office
    other.technicians.change(try #require(given.to.technician)) { $0.presence = .off }
    #expect(throws: Refusal.planMovedOn) {
      try self.proposal("\(line) --take 1 --seen \(name)", in: other)
    }
    #expect(throws: Refusal.self) { try self.proposal("\(line) --take 2 --seen \(name)") }
  }

  @Test("says which plan it means, or that any will do")
  func which() throws {
    #expect(throws: UsageFault.self) { try self.proposal("\(line) --take 1") }
    #expect(try proposal("\(line) --take 1 --seen now").commands.isEmpty == false)
    #expect(throws: UsageFault.self) { try self.proposal("\(line) --take 1 --seen banana!") }
  }

  @Test("leaves out what it would do, and nothing that it would not")
  func dropped() throws {
    let all = try proposal("\(line) --take 1 --seen now")
    let one = try #require(all.orders.first)
    let rest = try proposal("\(line) --take 1 --seen now --drop \(one)")
    #expect(!rest.orders.contains(one))
    #expect(throws: Refusal.self) { try self.proposal("\(line) --take 1 --seen now --drop 99999") }
    #expect(throws: UsageFault.self) { try self.proposal("\(line) --drop \(one)") }
  }

  @Test("knows its causes")
  func causes() throws {
    let handle = try #require(office.technicians.inOrder.first?.handle)
    #expect(throws: UsageFault.self) { try self.proposal("replan \(handle) --because banana") }
    #expect(throws: UsageFault.self) { try self.proposal("replan \(handle) --because urgent") }
  }

  @Test("plans no order that is under way or with somebody")
  func underWay() throws {
    let onSite = try #require(
      office.orders.unordered.first { $0.openVisit?.activeAssignment?.status == .onSite && !$0.isEnded })
    let answer = office.answer(.waiting([onSite.id]), at: Story.now)
    #expect(answer?.nothing == .underWay(onSite.id))
    let ahead = try #require(
      office.orders.unordered.first { $0.openVisit?.activeAssignment?.status == .accepted && !$0.isEnded })
    let holder = try #require(ahead.technician)
    #expect(office.answer(.waiting([ahead.id]), at: Story.now)?.nothing == .taken(ahead.id, holder))
  }

  @Test("is chosen and struck out already where the line of the console says so")
  func onTheScreen() throws {
    let pick = PlanPick(option: 2, dropped: [20_404])
    let act = try Verbs.parse(
      words: words("plan day --take 2 --drop 20404"), in: PlanOffice.context(office, isScript: false)
    ).act(in: PlanOffice.context(office, isScript: false))
    guard case .ask(.plan(.waiting([], on: nil), pick)) = act else {
      Issue.record("\(act)")
      return
    }
  }

  @Test("gives a line to somebody else where the shell says so", .verifies("EXC-05"))
  func given() throws {
    let answer = try #require(office.answer(.waiting([]), at: Story.now, for: .supervisor))
    let option = try #require(answer.options.first)
    let change = try #require(
      option.changes.first { $0.from.technician == nil && option.takers(of: $0.id).count > 1 })
    let other = try #require(option.takers(of: change.id).first { $0 != change.to.technician })
    let handle = try #require(office.technician(other)?.handle)
    let line = "plan day --take 1 --seen \(option.name(at: Story.now)) --give \(change.number)=\(handle)"
    let found = try proposal(line).commands.contains { command in
      if case .assignVisit(change.id, let rule) = command { rule.technician == other } else { false }
    }
    #expect(found)
    #expect(throws: UsageFault.self) { try self.proposal("plan day --give 20404=\(handle)") }
    #expect(throws: UsageFault.self) { try self.proposal("plan day --take 1 --seen now --give 20404") }
  }

  private func words(_ line: String) -> [String] { line.split(separator: " ").map(String.init) }

  private func shown() throws -> String {
    let answer = try #require(office.answer(question, at: Story.now, for: .supervisor))
    return try #require(answer.options.first).name(at: Story.now)
  }

  @discardableResult
  private func proposal(
    _ line: String, in office: Office? = nil, at now: Timestamp = Story.now
  ) throws -> Proposal {
    let context = PlanOffice.context(office ?? self.office, at: now, isScript: true)
    let act = try Verbs.parse(words: words(line), in: context).act(in: context)
    guard case .submit(let proposal) = act else { throw UsageFault("not submitted: \(act)") }
    return proposal
  }

  private func starts(_ proposal: Proposal) -> [Timestamp?] {
    proposal.commands.map { command in
      if case .assignVisit(_, let rule) = command { return rule.start }
      if case .moveVisit(_, let rule) = command { return rule.start }
      return nil
    }
  }
}
