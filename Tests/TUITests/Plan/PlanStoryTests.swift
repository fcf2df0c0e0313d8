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
  }

  @Test("plans what nobody has, moves nobody's visit, and is undone as one step", .verifies("REC-08"))
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
    for (number, technician, start) in starts {
      guard desk.office.technician(technician)?.presence == .available else { continue }
      #expect(desk.order(number)?.technician == technician)
      #expect(desk.order(number)?.openVisit?.start == start)
    }
    desk.type("u")
    for number in given { #expect(desk.order(number)?.technician == nil) }
  }

  @Test("tells, gives away or pushes when somebody is late, by a digit", .verifies("EXC-03"))
  func late() throws {
    let lates = PlanOffice.office.technicians.inOrder.filter { technician in
      guard PlanOffice.office.trouble(of: technician.id, at: Story.now) == .late(technician.id) else {
        return false
      }
      let answer = PlanOffice.office.answer(.late(technician.id), at: Story.now)
      return (answer?.options.count ?? 0) >= 2 && answer?.question == .late(technician.id)
    }
    let late = try #require(lates.first)
    var desk = FormDesk.at(late.id)
    desk.type("r")
    #expect(desk.text.contains("is late"))
    #expect(desk.text.contains("1  tell whoever waits"))
    let first = desk.text
    desk.type("2")
    #expect(desk.text != first)
    let entries = desk.entries.count
    desk.type("<Enter>")
    #expect(desk.top == nil, "\(desk.text)")
    #expect(desk.entries.count == entries + 1)
  }

  @Test("puts a technician's visits in a better order, with what it saves", .verifies("RTE-01"))
  func route() throws {
    let better = PlanOffice.office.technicians.inOrder.first { technician in
      PlanOffice.office.answer(.route(technician.id), at: Story.now)?.options.isEmpty == false
    }
    guard let better else { return }
    var desk = FormDesk.at(better.id)
    desk.type("O")
    #expect(desk.text.contains(" km"))
    desk.type("<Enter>")
    #expect(desk.top == nil, "\(desk.text)")
  }
}
