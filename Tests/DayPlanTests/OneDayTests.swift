import Domain
import TestSupport
import Testing

@testable import DayPlan

@Suite("Figures and lateness of one day")
struct OneDayTests {
  @Test("are the same before every plan, whatever is asked", arguments: SampleDay.offices)
  func before(office: Office) throws {
    var rules = PlanRules.usual
    rules.tries = 120
    let waiting = SampleDay.waiting(in: office)
    let technicians = office.technicians.inOrder.filter { $0.presence == .available }.map(\.id)
    var questions = [PlanQuestion.waiting([]), .waiting([waiting[0].id]), .urgent(waiting[0].id)]
    questions += technicians.flatMap { [.away($0), .late($0), .route($0), .fill($0, at: nil)] }
    let answers = questions.compactMap { office.answer($0, at: SampleDay.now, rules: rules) }
    let figures = answers.compactMap { $0.options.first?.before }
    #expect(figures.count > 5)
    #expect(Set(figures).count == 1)
  }

  @Test("mean by late what the board means by it", .verifies("EXC-03"), arguments: SampleDay.several)
  func late(office: Office) {
    let board = Board(office, now: SampleDay.now)
    #expect(board.technicians.contains { $0.isLate })
    for card in board.technicians {
      let lateness = office.lateness(of: card.id, at: SampleDay.now)
      #expect((lateness != nil) == card.isLate, "\(card.handle)")
      guard card.isLate, case .late = office.trouble(of: card.id, at: SampleDay.now),
        let answer = office.answer(.late(card.id), at: SampleDay.now)
      else { continue }
      #expect(answer.nothing != .notLate(card.id), "\(card.handle)")
      #expect(answer.question == .late(card.id), "\(card.handle)")
    }
  }

  @Test("count somebody who is over his estimate as still at work, for as long by every list and plan")
  func overEstimate() throws {
    var found = 0
    for office in SampleDay.several {
      let index = office.scheduleIndex(at: SampleDay.now)
      let over = office.technicians.inOrder.filter { index.overrun(of: $0.id) != nil }
      for order in SampleDay.waiting(in: office).prefix(12) {
        for candidate in office.exactCandidates(for: order, at: SampleDay.now).eligible
        where over.contains(where: { $0.id == candidate.id }) {
          found += 1
          #expect(!candidate.facts.contains(.freeNow))
          let until = office.answer(.late(candidate.id), at: SampleDay.now)?.staying?.until
          #expect(until.map { $0 <= candidate.arrival } ?? true, "\(candidate.handle)")
        }
      }
    }
    #expect(found > 0)
  }

  @Test("change by what is accepted, and by what is struck out not")
  func dropping() throws {
    let office = SampleDay.offices[0]
    let answer = try #require(office.answer(.waiting([]), at: SampleDay.now))
    let option = try #require(answer.options.first)
    #expect(option.after(dropping: Set(option.changes.map(\.id))) == option.before)
    #expect(option.after().open < option.before.open)
    for number in option.changes.indices {
      let kept = option.changes.enumerated().filter { $0.offset != number }.map(\.element)
      let anew = option.whole.shares(with: kept).reduce(into: DayFigures()) { $0 += $1 }
      #expect(option.after(dropping: [option.changes[number].id]) == anew)
    }
  }
}
