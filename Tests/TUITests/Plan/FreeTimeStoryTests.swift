import DayPlan
import Domain
import TUI
import TestSupport
import Testing

@Suite("Free time and what lies together, by keys")
struct FreeTimeStoryTests {
  /// Somebody who has room for waiting work, on the made-up day.
  static func free() -> (technician: Technician.ID, answer: PlanAnswer)? {
    for technician in PlanOffice.office.technicians.inOrder {
      let answer = PlanOffice.office.answer(
        .fill(technician.id, at: nil), at: Story.now, for: .supervisor)
      if let answer, answer.options.count > 1 { return (technician.id, answer) }
    }
    return nil
  }

  @Test("fills a technician's free time with what he was shown, as one step", .verifies("REC-08"))
  func fill() throws {
    let (technician, answer) = try #require(Self.free())
    let fit = try #require(answer.options[0].kind.fit)
    var desk = FormDesk.at(technician)
    desk.type("w")
    #expect(desk.text.contains("What fits "))
    #expect(desk.text.contains("\(fit.number) (\(fit.priority.text)) at"))
    #expect(desk.text.contains("weighs"))
    desk.type("<Enter>")
    #expect(desk.top == nil, "\(desk.text)")
    #expect(desk.order(fit.number)?.technician == technician)
    #expect(desk.order(fit.number)?.openVisit?.start == fit.range.start)
    desk.type("u")
    #expect(desk.order(fit.number)?.technician == nil)
  }

  @Test("keeps the work that was chosen when the minute turns")
  func chosen() throws {
    let (technician, answer) = try #require(Self.free())
    let fit = try #require(answer.options[1].kind.fit)
    var desk = FormDesk.at(technician)
    desk.type("w2")
    #expect(desk.text.contains("▸ 2  \(fit.number) "), "\(desk.text)")
    desk.tick(1)
    let shown = try #require(desk.text.split(separator: "\n").first { $0.contains("▸") })
    #expect(shown.contains("  \(fit.number) "), "\(desk.text)")
  }

  @Test("chooses one of several free stretches by cursor, and fills that one", .verifies("REC-08"))
  func stretches() throws {
    let office = PlanOffice.office
    let index = office.scheduleIndex(at: Story.now)
    var found: (technician: Technician.ID, gaps: [TimeRange], place: Int)?
    for technician in office.technicians.inOrder where found == nil {
      let gaps = office.balance(of: technician, on: office.today(at: Story.now), in: index).gaps
      let place = gaps.indices.dropFirst().first { place in
        let question = PlanQuestion.fill(technician.id, at: gaps[place].start)
        return office.answer(question, at: Story.now, for: .supervisor)?.options.isEmpty == false
      }
      if let place { found = (technician.id, gaps, place) }
    }
    let (technician, gaps, place) = try #require(found)
    var desk = FormDesk.at(technician)
    desk.type("w")
    #expect(desk.text.contains("another free stretch"))
    for _ in 0...place { desk.type("l") }
    #expect(desk.text.contains("▌ free"), "\(desk.text)")
    let answer = try #require(
      office.answer(.fill(technician, at: gaps[place].start), at: Story.now, for: .supervisor))
    let fit = try #require(answer.options.first?.kind.fit)
    #expect(gaps[place].contains(fit.range))
    desk.type("<Enter>")
    #expect(desk.top == nil, "\(desk.text)")
    #expect(desk.order(fit.number)?.openVisit?.start == fit.range.start)
    desk.type("uw")
    for _ in gaps { desk.type("h") }
    #expect(desk.text.contains("▌ free"))
    desk.type("h")
    #expect(!desk.text.contains("▌ free"), "before the first it is all of them again")
  }

  @Test("gives an order and what waits near it to one technician, as one step")
  func together() throws {
    let office = PlanOffice.office
    let waiting = office.orders.inOrder.filter { $0.isUnassigned && $0.hold == nil }
    let order = try #require(
      waiting.first {
        office.answer(.together($0.id), at: Story.now, for: .supervisor)?.options.isEmpty == false
      })
    let option = try #require(
      office.answer(.together(order.id), at: Story.now, for: .supervisor)?.options.first)
    var desk = FormDesk.at(order: order.number)
    let entries = desk.entries.count
    desk.type("W")
    #expect(desk.text.contains("with what waits near it"))
    desk.type("<Enter>")
    #expect(desk.top == nil, "\(desk.text)")
    #expect(desk.entries.count == entries + 1)
    let technicians = Set(option.changes.map { desk.order($0.number)?.technician })
    #expect(technicians.count == 1 && technicians.first != Technician.ID?.none)
  }
}
