import DayPlan
import Domain
import TUI
import TestSupport
import Testing
import Verbs

@Suite("A plan of which lines are struck out")
struct PlanStrikesTests {
  private static let rules: PlanRules = {
    var rules = PlanRules.usual
    rules.tries = 150
    return rules
  }()

  private static func submission(_ proposal: Proposal) -> Submission {
    Submission(
      id: .init(high: 1, low: 7),
      stamp: Stamp(by: Story.bea, at: Story.now, console: ConsoleID(high: 1, low: 1)),
      commands: proposal.commands, acceptsClaims: true, acceptedWarnings: proposal.acceptedWarnings,
      isJudgedTogether: proposal.isJudgedTogether)
  }

  /// Ways in which visits give room to one another.
  private static func options(_ office: Office) -> [(PlanQuestion, PlanOption)] {
    var questions = PlanOffice.waiting(in: office).prefix(4).map { PlanQuestion.urgent($0.id) }
    questions += office.technicians.inOrder.filter { PlanOffice.ahead($0.id, in: office).count > 1 }.prefix(4)
      .flatMap { [.route($0.id), .away($0.id)] }
    return questions.flatMap { question in
      let answer = office.answer(question, at: Story.now, for: .supervisor, rules: rules)
      return (answer?.options ?? []).map { (question, $0) }
    }
  }

  @Test(
    "is judged anew, and the office takes exactly the warnings that are shown then", .verifies("REC-10"))
  func judgedAnew() throws {
    var struck = 0
    var new = 0
    for office in PlanOffice.several {
      for (question, option) in Self.options(office) where option.changes.count > 1 {
        for change in option.changes {
          let kept = option.judged(dropping: [change.id])
          let proposal = option.proposal(
            dropping: [change.id], verb: question.verb, in: PlanOffice.context(office))
          struck += 1
          let shown = kept.flatMap(\.broken)
          if shown != option.changes.filter({ $0.id != change.id }).flatMap(\.broken) { new += 1 }
          do throws(Refusal) {
            let decision = try office.decide(Self.submission(proposal))
            #expect(shown.allSatisfy { $0.severity == .warn })
            for warning in decision.warnings where warning.rule != .claimed {
              #expect(shown.contains { $0.isSame(as: warning) }, "\(option.kind): \(warning)")
            }
          } catch {
            #expect(shown.contains { $0.severity != .warn }, "\(option.kind): \(error)")
          }
        }
      }
    }
    #expect(struck > 10)
    #expect(new > 0, "a line that is struck out leaves another one in the way of something")
  }

  @Test(
    "writes to technicians who hear by message, of work that they get and of visits that change hands",
    .verifies("MSG-02"))
  func messages() throws {
    var office = PlanOffice.office
    for technician in office.technicians.inOrder {
      office.technicians.change(technician.id) { one in
        one.toldBy = .message
        one.phone = PersonalText(id: Identifier(high: 99, low: one.id.low), words: "01514960177")
      }
    }
    let answer = try #require(
      office.answer(.waiting([]), at: Story.now, for: .supervisor, rules: FormDesk.quickRules))
    let option = try #require(answer.options.first)
    let proposal = option.proposal(verb: "plan", in: PlanOffice.context(office))
    let decision = try office.decide(Self.submission(proposal))
    var told = 0
    for change in option.changes where change.from.technician != change.to.technician {
      guard let technician = change.to.technician, let order = decision.after.order(change.id),
        office.canBeWritten(to: technician, about: order)
      else { continue }
      told += 1
      #expect(order.openVisit?.activeAssignment?.toldBy == .message)
      #expect(order.messages.contains { $0.template == "visit" && $0.to == .technician(technician) })
    }
    #expect(told > 2)
  }
}
