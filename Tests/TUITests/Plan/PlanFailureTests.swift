import DayPlan
import Domain
import TUI
import TestSupport
import Testing
import Verbs

@Suite("A plan that could not be carried out")
struct PlanFailureTests {
  /// A desk whose plan is handed in and not answered yet, with where the answer belongs.
  private static func sending(isFirst: Bool = false) throws -> (FormDesk, Proposal, Origin) {
    var desk = FormDesk(120, 40, office: PlanOffice.office)
    desk.type("P")
    desk.isStalled = true
    if isFirst {
      var answer = try #require(
        desk.office.answer(.waiting([]), at: Story.now, for: .supervisor, rules: FormDesk.quickRules))
      answer.isFirst = true
      let origin = try #require(
        desk.effects.compactMap { effect -> Origin? in
          if case .reckon(_, let origin) = effect { origin } else { nil }
        }.last)
      desk.send(.answered(.reckoned(answer, number: desk.reckoned), origin))
      #expect(desk.text.contains("looking for better"))
    }
    desk.type("<Enter>")
    for effect in desk.effects.reversed() {
      if case .submit(let proposal, let origin) = effect { return (desk, proposal, origin) }
    }
    throw PlanFailureTests.failure
  }

  private static let failure = Failure(.diskFull, subject: "callout.db", detail: "no space")

  @Test("is asked for again where the office changed meanwhile, and not carried out as it was")
  func changedMeanwhile() throws {
    var (desk, proposal, origin) = try Self.sending()
    let asked = desk.reckoned
    var other = desk.office
    let given = try #require(
      proposal.commands.lazy.compactMap { command -> Technician.ID? in
        if case .assignVisit(_, let rule) = command { rule.technician } else { nil }
      }.first)
    other.technicians.change(given) { $0.presence = .off }
    desk.send(.officeChanged(other, BoardKeeper(office: other, now: Story.now).board))
    desk.send(.finished(.failed(Self.failure, proposal), origin))
    #expect(desk.reckoned == asked + 1)
    let sent = desk.submitted.count
    desk.type("<Enter>")
    #expect(desk.submitted.count == sent, "\(desk.text)")
    #expect(desk.text.contains("working it out again"))
  }

  @Test("goes on being looked for where it was handed in before the best was found")
  func firstAnswer() throws {
    var (desk, proposal, origin) = try Self.sending(isFirst: true)
    let asked = desk.reckoned
    desk.send(.finished(.failed(Self.failure, proposal), origin))
    #expect(desk.reckoned == asked + 1, "somebody looks")
    #expect(desk.text.contains("looking for better"))
    desk.send(.finished(.failed(Self.failure, proposal), origin))
    let sent = desk.submitted.count
    desk.type("<Enter>")
    #expect(desk.submitted.count == sent + 1, "what is shown is of the office as it is")
  }

  @Test("is not asked for where nothing is better any more")
  func last() throws {
    var (desk, proposal, origin) = try Self.sending()
    let asked = desk.reckoned
    desk.send(.finished(.failed(Self.failure, proposal), origin))
    #expect(desk.reckoned == asked)
  }
}
