import DayPlan
import Demo
import Domain
import TestSupport
import Testing
import Verbs

@Suite("Options of a plan")
struct PlanOptionsTests {
  private static let rules: PlanRules = {
    var rules = PlanRules.usual
    rules.tries = 150
    return rules
  }()

  @Test(
    "are all taken by the office, with no warning that was not shown", .verifies("REC-10"),
    arguments: PlanOffice.several)
  func taken(office: Office) throws {
    let waiting = office.orders.unordered.filter { $0.isUnassigned && $0.hold == nil }
      .sorted { ($0.priority, $0.number) < ($1.priority, $1.number) }
    var questions = [PlanQuestion.waiting([])]
    questions += waiting.prefix(4).map { .urgent($0.id) }
    let busy = office.technicians.inOrder.filter {
      $0.isActive && PlanOffice.ahead($0.id, in: office).count > 1
    }
    questions += busy.prefix(6).flatMap { [.away($0.id), .late($0.id), .route($0.id)] }
    questions += busy.prefix(6).map { .fill($0.id, at: nil) } + waiting.prefix(6).map { .together($0.id) }
    var count = 0
    for question in questions {
      let answer = office.answer(question, at: Story.now, for: .dispatcher, rules: Self.rules)
      for option in answer?.options ?? [] {
        try take(option, question, office)
        count += 1
      }
    }
    #expect(count > 8)
  }

  private func take(_ option: PlanOption, _ question: PlanQuestion, _ office: Office) throws {
    #expect(option.changes.flatMap(\.broken).allSatisfy { $0.severity == .warn }, "\(option.kind)")
    let context = PlanOffice.context(office)
    let proposal = option.proposal(verb: question.verb, in: context)
    let stamp = Stamp(by: Story.bea, at: Story.now, console: ConsoleID(high: 1, low: 1))
    let decision: Decision
    do throws(Refusal) {
      decision = try office.decide(
        Submission(
          id: .init(high: 1, low: 7), stamp: stamp, commands: proposal.commands, acceptsClaims: true,
          acceptedWarnings: proposal.acceptedWarnings, isJudgedTogether: proposal.isJudgedTogether))
    } catch {
      Issue.record("\(option.kind) is refused: \(error)")
      return
    }
    let shown = Set(option.changes.flatMap { change in change.broken.map { "\(change.number) \($0.rule)" } })
    for warning in decision.warnings where warning.rule != .claimed {
      #expect(shown.contains("\(warning.order) \(warning.rule)"), "\(option.kind): \(warning)")
    }
    for change in option.changes {
      let order = decision.after.order(change.id)
      #expect(order?.technician == change.to.technician, "\(change.number)")
      if change.to.technician != nil {
        #expect(order?.openVisit?.start == change.to.start, "\(change.number)")
      }
    }
  }
}
