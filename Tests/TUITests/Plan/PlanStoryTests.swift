import DayPlan
import Domain
import TUI
import TestSupport
import Testing
import Verbs

@Suite("A day that breaks")
struct PlanStoryTests {
  @Test("finds homes for the rest of a sick technician's day in four keys", .verifies("REC-10", "EXC-05"))
  func sick() throws {
    let sick = try #require(PlanOffice.busiest)
    var desk = FormDesk.at(sick)
    let before = PlanOffice.ahead(sick, in: desk.office)
    #expect(before.count > 1)
    desk.type("su")
    #expect(desk.office.technician(sick)?.presence == .unavailable)
    let entries = desk.entries.count
    desk.type("r")
    #expect(desk.top == "Plan")
    #expect(desk.text.contains("cannot: the rest of the day"))
    #expect(desk.text.contains("clocks missed"))
    #expect(desk.entries.count == entries, "nothing is done before somebody says so")
    desk.type("<Enter>")
    #expect(desk.top == nil, "\(desk.text)")
    #expect(desk.entries.count == entries + 1, "one step")
    for order in before { #expect(desk.order(order.number)?.technician != sick) }
    desk.type("u")
    for order in before {
      #expect(desk.order(order.number)?.technician == sick)
      #expect(desk.order(order.number)?.openVisit?.start == order.openVisit?.start)
    }
  }

  @Test("leaves a line that is struck out as it is", .verifies("REC-10"))
  func struckOut() throws {
    let sick = try #require(PlanOffice.busiest)
    var desk = FormDesk.at(sick)
    let before = PlanOffice.ahead(sick, in: desk.office).map(\.number)
    desk.type("su")
    desk.type("r ")
    desk.type("<Enter>")
    #expect(desk.top == nil)
    let left = before.filter { desk.order($0)?.technician == sick }
    #expect(left.count == 1)
  }

  @Test("drops an answer about an office that has moved on, and works it out again")
  func movedOn() throws {
    let sick = try #require(PlanOffice.busiest)
    var desk = FormDesk.at(sick)
    desk.type("su")
    desk.isStalled = true
    desk.type("r")
    #expect(desk.reckoned == 1)
    #expect(desk.text.contains("working it out"))
    desk.tick(1)
    #expect(desk.reckoned == 2)
    let sent = desk.submitted.count
    desk.type("<Enter>")
    #expect(desk.submitted.count == sent, "nothing unseen is done")
    desk.type("<Esc>")
    #expect(desk.top == nil)
  }

  @Test("says what gives way to an emergency, and what that costs", .verifies("REC-09", "EXC-04"))
  func emergency() throws {
    let waiting = PlanOffice.office.orders.unordered.filter { order in
      order.isUnassigned && order.hold == nil && order.priority == .p1
    }
    let order = try #require(waiting.min { $0.number < $1.number })
    var desk = FormDesk.at(order: order.number)
    let entries = desk.entries.count
    desk.type("r")
    #expect(desk.text.contains("\(order.number) (P1) cannot wait"))
    #expect(desk.text.contains("late "))
    #expect(desk.text.contains(" km"))
    desk.type("<Enter>")
    #expect(desk.top == nil, "\(desk.text)")
    #expect(desk.order(order.number)?.technician != nil)
    #expect(desk.entries.count == entries + 1)
    desk.type("u")
    #expect(desk.order(order.number)?.technician == nil)
  }

  @Test("plans what nobody has, takes nobody's visit away, and is undone as one step", .verifies("REC-08"))
  func waiting() throws {
    var desk = FormDesk(120, 40, office: PlanOffice.office)
    let waiting = desk.office.orders.unordered.filter { $0.isUnassigned && $0.hold == nil }.map(\.number)
    let starts = desk.office.orders.unordered.filter { $0.technician != nil }
      .map { ($0.number, $0.technician, $0.openVisit?.start) }
    desk.type("P")
    #expect(desk.text.contains("Plan what nobody has"))
    desk.type("<Enter>")
    #expect(desk.top == nil, "\(desk.text)")
    let given = waiting.filter { desk.order($0)?.technician != nil }
    #expect(given.count > 3)
    for (number, technician, _) in starts {
      guard desk.office.technician(technician)?.presence == .available else { continue }
      #expect(desk.order(number)?.technician == technician)
    }
    desk.type("u")
    for number in given { #expect(desk.order(number)?.technician == nil) }
    for (number, technician, start) in starts {
      #expect(desk.order(number)?.technician == technician)
      #expect(desk.order(number)?.openVisit?.start == start)
    }
  }

  @Test(
    "tells, gives away or pushes when somebody is late, in three keys, and takes it back with one",
    .verifies("EXC-03"), arguments: ["tell whoever waits", "give ", "push all of"])
  func late(way: String) throws {
    let technician = try #require(PlanOffice.lateOne)
    var desk = FormDesk.at(technician, in: PlanOffice.late(technician))
    let before = PlanOffice.ahead(technician, in: desk.office)
    desk.type("r")
    #expect(desk.text.contains("is late"))
    let line = try #require(
      desk.text.split(separator: "\n").first { $0.contains("  \(way)") }, "\(desk.text)")
    let digit = try #require(line.first { $0.isNumber })
    desk.type("\(digit)")
    #expect(desk.text.contains("▸ \(digit)"))
    let entries = desk.entries.count
    desk.type("<Enter>")
    #expect(desk.top == nil, "\(desk.text)")
    #expect(desk.entries.count == entries + 1)
    let moved = before.filter { order in
      let after = desk.order(order.number)
      return after?.openVisit?.start != order.openVisit?.start || after?.technician != order.technician
    }
    #expect(!moved.isEmpty)
    if way.hasPrefix("give") { #expect(moved.contains { desk.order($0.number)?.technician != technician }) }
    if way.hasPrefix("push") { try pushed(technician, before, desk) }
    desk.type("u")
    for order in before {
      #expect(desk.order(order.number)?.technician == order.technician)
      #expect(desk.order(order.number)?.openVisit?.start == order.openVisit?.start)
    }
  }

  @Test("sends somebody after his current visit, and says so", .verifies("EXC-04"))
  func afterTheCurrentJob() throws {
    let order = try #require(PlanOffice.waiting(in: PlanOffice.office).first { $0.priority == .p1 })
    var desk = FormDesk.at(order: order.number)
    desk.type("r")
    #expect(desk.text.contains("after the current visit"), "\(desk.text)")
    desk.type("<Enter>u")
    #expect(desk.order(order.number)?.technician == nil)
  }

  @Test("does not say of work that can wait that it cannot")
  func canWait() throws {
    let order = try #require(PlanOffice.waiting(in: PlanOffice.office).last { $0.priority == .p4 })
    var desk = FormDesk(120, 40, office: PlanOffice.office)
    desk.type(":replan \(order.number)<Enter>")
    #expect(desk.text.contains("Who comes to \(order.number) (P4)"), "\(desk.text)")
  }

  @Test(
    "puts visits in a better order where they send somebody to and fro, says what that saves, and back again",
    .verifies("RTE-01"))
  func route() throws {
    let (office, technician) = try #require(PlanOffice.zigzag)
    var desk = FormDesk.at(technician, in: office)
    let before = PlanOffice.ahead(technician, in: office)
    desk.type("O")
    #expect(desk.text.contains("drives in another order"), "\(desk.text)")
    let option = try #require(
      office.answer(.route(technician), at: Story.now, for: .supervisor, rules: FormDesk.quickRules)?.options
        .first)
    let saved = option.before.driving - option.after().driving
    #expect(saved > .minutes(10))
    #expect(option.after().metres < option.before.metres)
    #expect(desk.text.contains("saves \(TimeWords.length(saved)) of driving and "), "\(desk.text)")
    desk.type("<Enter>")
    #expect(desk.top == nil, "\(desk.text)")
    let after = PlanOffice.ahead(technician, in: desk.office)
    #expect(after.map(\.number) == before.map(\.number), "they are his own visits still")
    func hours(_ orders: [WorkOrder]) -> [Int] {
      orders.sorted { ($0.openVisit?.start ?? Story.now) < ($1.openVisit?.start ?? Story.now) }.map(\.number)
    }
    #expect(hours(after) != hours(before))
    desk.type("u")
    #expect(
      PlanOffice.ahead(technician, in: desk.office).map { $0.openVisit?.start }
        == before.map { $0.openVisit?.start }, "\(desk.text)")
  }

  @Test(
    "offers all three ways for somebody who does not get done, and says how long he is taken to stay",
    .verifies("EXC-03"), arguments: ["tell whoever waits", "give ", "push all of"])
  func overEstimate(way: String) throws {
    let chen = try #require(PlanOffice.office.technicians.inOrder.first { $0.handle == "wei" })
    var desk = FormDesk.at(chen.id)
    let before = PlanOffice.ahead(chen.id, in: desk.office)
    desk.type("r")
    #expect(desk.text.contains("Chen is late"))
    #expect(desk.text.contains("Chen is counted as busy until "), "\(desk.text)")
    let line = try #require(
      desk.text.split(separator: "\n").first { $0.contains("  \(way)") }, "\(desk.text)")
    desk.type("\(try #require(line.first { $0.isNumber }))<Enter>")
    #expect(desk.top == nil, "\(desk.text)")
    #expect(desk.entries.count == 1)
    let next = try #require(before.first { $0.number == 20_404 })
    let after = try #require(desk.order(20_404))
    if way.hasPrefix("give") {
      #expect(after.technician != chen.id)
    } else {
      #expect(after.technician == chen.id)
      #expect(try #require(after.openVisit?.start) > #require(next.openVisit?.start))
    }
    desk.type("u")
    #expect(desk.order(20_404)?.openVisit?.start == next.openVisit?.start)
    #expect(desk.order(20_404)?.technician == chen.id)
  }

  /// All but what is promised or pinned moves by as much as was said, or to when he can be there.
  private func pushed(_ technician: Technician.ID, _ before: [WorkOrder], _ desk: FormDesk) throws {
    let answer = PlanOffice.late(technician).answer(
      .late(technician), at: Story.now, for: .supervisor, rules: FormDesk.quickRules)
    let spans = answer?.options.compactMap { option -> Span? in
      if case .pushed(_, let by) = option.kind { by } else { nil }
    }
    let by = try #require(spans?.first)
    #expect(by > .zero)
    var exact = 0
    for order in before where !order.holdsItsTime {
      let (was, after) = (try #require(order.openVisit?.start), try #require(desk.order(order.number)))
      let start = try #require(after.openVisit?.start)
      #expect(start >= was + by, "\(order.number)")
      #expect(after.technician == technician)
      exact += start == was + by ? 1 : 0
    }
    #expect(exact > 0)
  }
}
