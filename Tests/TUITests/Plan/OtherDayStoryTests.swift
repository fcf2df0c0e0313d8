import DayPlan
import Domain
import TUI
import TestSupport
import Testing
import Verbs

@Suite("Planning the day that the timeline shows")
struct OtherDayStoryTests {
  private static let tomorrow = PlanOffice.office.today(at: Story.now).adding(days: 1)

  @Test("plans tomorrow in four keys, and undo takes it back whole", .verifies("REC-08"))
  func tomorrow() throws {
    let order = try #require(PlanOffice.waiting(in: PlanOffice.office).first)
    var desk = FormDesk.at(order: order.number)
    let entries = desk.entries.count
    desk.type("3]P")
    #expect(desk.top == "Plan")
    #expect(desk.text.contains("Plan what nobody has, \(Self.tomorrow.weekday.short)"), "\(desk.text)")
    #expect(desk.entries.count == entries)
    desk.type("<Enter>")
    #expect(desk.top == nil, "\(desk.text)")
    #expect(desk.entries.count == entries + 1)
    let given = PlanOffice.waiting(in: PlanOffice.office).filter { desk.order($0.number)?.technician != nil }
    #expect(!given.isEmpty)
    for order in given {
      let start = try #require(desk.order(order.number)?.openVisit?.start)
      #expect(desk.office.zone.date(at: start) == Self.tomorrow)
    }
    desk.type("u")
    for order in given { #expect(desk.order(order.number)?.technician == nil) }
  }

  @Test(
    "the assign popup leads to what could give way, and sends nobody along where nobody goes",
    .verifies("REC-09"))
  func fromTheList() throws {
    let order = try #require(PlanOffice.waiting(in: PlanOffice.office).first)
    var desk = FormDesk.at(order: order.number)
    desk.type("a")
    #expect(desk.top == "Assign")
    desk.type("+")
    #expect(desk.text.contains("Nobody has \(order.number)"), "\(desk.text)")
    #expect(desk.order(order.number)?.openVisit?.helpers == nil)
    desk.type("r")
    #expect(desk.top == "Plan")
    #expect(desk.text.contains("\(order.number) (\(order.priority.text))"), "\(desk.text)")
  }

  @Test("the line plans any day to come, and none that is over")
  func line() throws {
    let context = PlanOffice.context(PlanOffice.office, isScript: false)
    func question(_ line: String) throws -> PlanQuestion? {
      let act = try Verbs.parse(words: line.split(separator: " ").map(String.init), in: context).act(
        in: context)
      guard case .ask(.plan(let question, _)) = act else { return nil }
      return question
    }
    #expect(try question("plan day tomorrow") == .waiting([], on: Self.tomorrow))
    #expect(try question("plan day today") == .waiting([]))
    let order = try #require(PlanOffice.waiting(in: PlanOffice.office).first)
    #expect(try question("plan day \(order.number) tomorrow") == .waiting([order.id], on: Self.tomorrow))
    let technician = try #require(PlanOffice.office.technicians.inOrder.first)
    #expect(
      try question("optimise \(technician.handle) tomorrow") == .route(technician.id, on: Self.tomorrow))
    #expect(try question("replan \(technician.handle) tomorrow") == .away(technician.id, on: Self.tomorrow))
    #expect(throws: UsageFault.self) { try question("plan day yesterday") }
    #expect(try question("replan \(order.number) tomorrow") == .urgent(order.id, on: Self.tomorrow))
    #expect(try question("together \(order.number) tomorrow") == .together(order.id, on: Self.tomorrow))
    let handle = technician.handle
    #expect(
      try question("replan \(handle) tomorrow --because late") == .late(technician.id, on: Self.tomorrow))
    #expect(
      try question("replan \(handle) tomorrow --by 45m")
        == .late(technician.id, on: Self.tomorrow, by: .minutes(45)))
    #expect(try question("replan \(handle) --by 20m") == .late(technician.id, by: .minutes(20)))
    #expect(throws: UsageFault.self) { try question("replan \(handle) --because away --by 20m") }
    #expect(throws: UsageFault.self) { try question("replan \(order.number) --by 20m") }
  }

  @Test("a preview in the shell leaves out what is struck out, and says how to do the rest")
  func dropped() throws {
    let office = PlanOffice.office
    let answer = try #require(office.answer(.waiting([]), at: Story.now, for: .supervisor))
    let option = try #require(answer.options.first)
    let change = try #require(option.changes.first { $0.from.technician == nil })
    let wording = Wording(office: office, now: Story.now)
    let lines = wording.plan(answer, dropping: [change.number, 99_999])
    #expect(lines.first == "Plan what nobody has")
    #expect(lines.contains("   \(change.number)  stays as it is: struck out"))
    #expect(lines.contains { $0.contains("99999  is not changed by this way") })
    #expect(
      lines.contains { $0.contains("--take 1 --drop \(change.number) --seen \(option.name(at: Story.now))") })
    #expect(!lines.contains { $0.hasPrefix("   \(change.number)  nobody →") })
  }
}
