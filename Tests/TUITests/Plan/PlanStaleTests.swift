import DayPlan
import Domain
import TUI
import TestSupport
import Testing
import Verbs

@Suite("A plan of an office that has moved on")
struct PlanStaleTests {
  @Test("is asked about again when it changed while a yes was asked for", .verifies("REC-10"))
  func asked() throws {
    var office = PlanOffice.office
    let waiting = try #require(PlanOffice.waiting(in: office).first)
    let somebody = PlanOffice.somebody(in: office)
    office.orders.change(waiting.id) { $0.claim = Claim(by: somebody, at: Story.now) }
    var desk = FormDesk(120, 40, office: office)
    desk.type("P<Enter>")
    #expect(desk.top?.hasSuffix("a warning") ?? false, "\(desk.text)")
    let entries = desk.entries.count
    // Another console gives the best technician away meanwhile.
    let answer = try #require(
      office.answer(.waiting([]), at: Story.now, for: .supervisor, rules: FormDesk.quickRules))
    let given = try #require(answer.options.first?.changes.first { $0.id == waiting.id }?.to.technician)
    var other = desk.office
    other.technicians.change(given) { $0.presence = .off }
    desk.send(.officeChanged(other, BoardKeeper(office: other, now: Story.now).board))
    desk.type("1")
    #expect(desk.entries.count == entries, "an older plan is not carried out")
    #expect(desk.text.contains("The office has moved on while you were asked"))
    desk.type("<Enter>1")
    #expect(desk.entries.count == entries + 1, "\(desk.text)")
    #expect(desk.order(waiting.number)?.technician != given)
  }

  @Test("passes with the yes where the plan is still the same")
  func same() throws {
    var office = PlanOffice.office
    let waiting = try #require(PlanOffice.waiting(in: office).first)
    let somebody = PlanOffice.somebody(in: office)
    office.orders.change(waiting.id) { $0.claim = Claim(by: somebody, at: Story.now) }
    var desk = FormDesk(120, 40, office: office)
    desk.type("P<Enter>")
    desk.send(.officeChanged(office, BoardKeeper(office: office, now: Story.now).board))
    desk.type("1")
    #expect(desk.top == nil, "\(desk.text)")
    #expect(desk.entries.count == 1)
  }

  @Test("keeps the way that was chosen when the minute turns", .verifies("REC-10"))
  func chosen() throws {
    let technician = try #require(PlanOffice.lateOne)
    var desk = FormDesk.at(technician, in: PlanOffice.late(technician))
    desk.type("r2")
    let before = try #require(desk.text.split(separator: "\n").first { $0.contains("▸ 2") })
    desk.tick(1)
    let after = try #require(desk.text.split(separator: "\n").first { $0.contains("▸") })
    #expect(after.contains("▸ 2"), "\(desk.text)")
    #expect(before.contains("give") == after.contains("give"))
  }

  @Test("goes back to the first way where the one that was chosen is gone, and says so", .verifies("REC-10"))
  func gone() throws {
    var looked = 0
    for office in PlanOffice.several {
      for order in PlanOffice.waiting(in: office).prefix(8) where looked == 0 {
        guard let (number, other) = Self.lost(order, in: office) else { continue }
        looked += 1
        var desk = FormDesk(160, 60, office: office)
        desk.type(":replan \(order.number)<Enter>\(number + 1)")
        #expect(desk.text.contains("▸ \(number + 1)"), "\(desk.text)")
        desk.send(.officeChanged(other, BoardKeeper(office: other, now: Story.now).board))
        #expect(desk.text.contains("▸ 1"), "\(desk.text)")
        #expect(desk.text.contains("The way that you chose is gone"), "\(desk.text)")
      }
    }
    #expect(looked > 0)
  }

  /// Another way than the first, and the office in which its technician has gone, while somebody else could still come
  /// in the same way.
  private static func lost(_ order: WorkOrder, in office: Office) -> (Int, Office)? {
    func answer(_ office: Office) -> [PlanOption] {
      office.answer(.urgent(order.id), at: Story.now, for: .supervisor, rules: FormDesk.quickRules)?.options
        ?? []
    }
    for (number, option) in answer(office).enumerated().dropFirst() {
      guard let holder = option.changes.first(where: { $0.id == order.id })?.to.technician else { continue }
      var other = office
      other.technicians.change(holder) { $0.presence = .off }
      let same = answer(other).firstIndex { $0.kind.sort == option.kind.sort }
      if let same, same > 0 { return (number, other) }
    }
    return nil
  }

  @Test("says why a key does nothing")
  func deadKeys() throws {
    var desk = FormDesk(120, 40, office: PlanOffice.office)
    desk.isStalled = true
    desk.type("P2")
    #expect(desk.text.contains("nothing to choose from yet"))
    desk.type("<Enter>")
    #expect(desk.text.contains("nothing can be done yet"))
    var shown = FormDesk(120, 40, office: PlanOffice.office)
    shown.type("P9")
    #expect(shown.text.contains("no 9"))
  }
}
