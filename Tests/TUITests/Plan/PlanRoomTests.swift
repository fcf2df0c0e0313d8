import DayPlan
import Domain
import TUI
import TestSupport
import Testing

@Suite("Decisions on a small screen")
struct PlanRoomTests {
  @Test(
    "a plan says how much of it is seen, and stands at its first line until somebody goes down",
    .verifies("REC-10"))
  func place() throws {
    var desk = FormDesk(80, 24, office: PlanOffice.office)
    desk.type("P")
    #expect(desk.text.contains(" 1–"), "\(desk.text)")
    #expect(desk.text.contains(" lines"))
    desk.tick(1)
    let rows = desk.text.split(separator: "\n").map(String.init)
    let marked = try #require(rows.first { $0.contains("▌") && $0.contains("→") }, "\(desk.text)")
    let answer = try #require(
      desk.office.answer(.waiting([]), at: desk.model.now, for: .supervisor, rules: FormDesk.quickRules))
    let first = try #require(answer.options.first?.changes.first)
    #expect(marked.contains(String(first.number)), "\(desk.text)")
    desk.type("<End>")
    #expect(!desk.text.contains(" 1–"), "\(desk.text)")
  }

  @Test("the hints of a fill still say how to leave", .verifies("REC-08"))
  func fill() throws {
    let technician = try #require(FreeTimeStoryTests.free()).technician
    var desk = FormDesk.at(technician)
    desk.type("w")
    desk.resize(80, 24)
    #expect(desk.text.contains("leave it"), "\(desk.text)")
  }

  @Test("the morning shows all that it would put off, the most urgent first", .verifies("QUE-13", "QUE-14"))
  func morning() throws {
    var office = PlanOffice.office
    for technician in office.technicians.inOrder.dropFirst(4) {
      office.technicians.change(technician.id) { $0.isActive = false }
    }
    let day = office.today(at: Story.now)
    let left = office.capacity(on: day, at: Story.now).left.compactMap { office.order($0) }
    #expect(left.count > 16)
    #expect(zip(left, left.dropFirst()).allSatisfy { $0.priority <= $1.priority })
    var desk = FormDesk(80, 24, office: office)
    desk.type(":morning<Enter>")
    var seen: Set<Int> = []
    for _ in 0..<12 {
      for order in left where desk.text.contains("\(order.number) \(order.priority.text)") {
        seen.insert(order.number)
      }
      desk.type("<PageDown>")
    }
    #expect(Set(left.map(\.number)).subtracting(seen).isEmpty, "\(desk.text)")
    desk.type("<PageUp><PageUp><PageUp><PageUp><PageUp><PageUp>1")
    #expect(desk.top == nil, "\(desk.text)")
    #expect(left.allSatisfy { desk.order($0.number)?.postponedTo != nil })
  }

  @Test("a line goes to somebody else before any of it is done", .verifies("EXC-05"))
  func toSomebodyElse() throws {
    let answer = try #require(
      PlanOffice.office.answer(.waiting([]), at: Story.now, for: .supervisor, rules: FormDesk.quickRules))
    let option = try #require(answer.options.first)
    let place = try #require(
      option.changes.firstIndex { $0.from.technician == nil && option.takers(of: $0.id).count > 1 })
    let change = option.changes[place]
    var desk = FormDesk(160, 60, office: PlanOffice.office)
    desk.type("P1" + String(repeating: "j", count: place) + "a")
    desk.tick(1)
    desk.type("<Enter>")
    #expect(desk.top == nil, "\(desk.text)")
    let order = try #require(desk.office.order(change.id))
    #expect(order.technician != nil && order.technician != change.to.technician)
    for other in option.changes where other.id != change.id && other.from.technician != nil {
      #expect(desk.office.order(other.id)?.technician == other.to.technician)
    }
  }

  @Test(
    "a line that only moves for what is struck out falls with it, and comes back by a word",
    .verifies("REC-10"))
  func fallen() throws {
    for seed: UInt64 in 1...20 {
      let office = PlanOffice.made(seed: seed)
      let answer = try #require(
        office.answer(.waiting([]), at: Story.now, for: .supervisor, rules: FormDesk.quickRules))
      let option = try #require(answer.options.first)
      for (place, change) in option.changes.enumerated() where change.from.technician == nil {
        let fallen = option.fallen(with: [change.id])
        guard let other = option.changes.firstIndex(where: { fallen[$0.id] == .needless }) else { continue }
        var desk = FormDesk(160, 60, office: office)
        desk.type("P1" + String(repeating: "j", count: place) + " ")
        #expect(desk.text.contains("it would only move for what is struck out"), "\(desk.text)")
        desk.type("<Home>" + String(repeating: "j", count: other) + " ")
        let row = desk.text.split(separator: "\n").first { $0.contains("+ \(option.changes[other].number)") }
        #expect(row != nil, "\(desk.text)")
        desk.type("<Home>" + String(repeating: "j", count: other) + " ")
        desk.type("<Enter>")
        let moved = desk.office.order(option.changes[other].id)
        #expect(moved?.openVisit?.start == office.order(option.changes[other].id)?.openVisit?.start)
        return
      }
    }
    Issue.record("no plan makes room for anything")
  }
}
