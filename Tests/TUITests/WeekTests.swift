import Domain
import TUI
import Terminal
import TestSupport
import Testing

@Suite("The week, the gaps and what really happened")
struct WeekTests {
  @Test("a week shows each day's load and visits, and leads to the day", .verifies("TML-01", "TML-05"))
  func week() {
    var desk = FormDesk()
    desk.run("work-order.assign", ["order": ["20418"], "technician": ["ana"], "time": ["tomorrow 9:00"]])
    desk.type("3vvvv")
    #expect(!desk.text.contains("week from"))
    desk.type("v")
    #expect(desk.text.contains("week from 23 Nov"))
    let row = desk.canvas.rows.first { $0.contains("Ruiz, Ana") && $0.contains("visit") }
    #expect(row?.contains("15% 1 visit") == true && row?.contains("off") == true, "\(row ?? "")")
    #expect(desk.text.contains("▸Tue 24"))
    desk.type("l")
    #expect(desk.text.contains("▸Wed 25"))
    desk.type("]")
    #expect(desk.text.contains("week from 30 Nov") && desk.text.contains("▸Wed 2"))
    desk.type("[v")
    #expect(desk.model.timeline.day == Story.day.adding(days: 1))
    #expect(desk.text.contains("Wed 25 Nov"), "the hours of the day that was chosen")
  }

  @Test("a day that holds too much is marked in the week, and where it does in the day", .verifies("TML-05"))
  func overbooked() throws {
    var desk = FormDesk()
    func loads() throws -> Substring {
      let row = try #require(desk.canvas.rows.first { $0.contains("Ruiz, Ana") && $0.contains("% ") })
      return row.drop { $0 != "a" }
    }
    let first = ["order": ["20418"], "technician": ["ana"], "time": ["tomorrow 9:00"], "length": ["2h"]]
    desk.run("work-order.assign", first)
    desk.type("3vvvvv")
    #expect(try !loads().contains("▲"), "\(desk.text)")
    desk.run("work-order.assign", first.merging(["order": ["20421"]]) { $1 })
    desk.type("1")
    let marks = try loads().indices.filter { try loads()[$0] == "▲" }
    #expect(marks.count == 1, "\(desk.text)")
    let after = try loads()[try #require(marks.first)...]
    #expect(after.firstMatch(of: /^▲\d+% 2/) != nil, "\(desk.text)")
    desk.type("lv")
    #expect(desk.text.contains("Wed 25 Nov"))
    let day = try #require(desk.canvas.rows.last { $0.contains("Ruiz, Ana") })
    #expect(day.contains("▲"), "\(desk.text)")
  }

  @Test("opens the sheet of the day that is chosen", .verifies("TML-01"))
  func sheet() {
    var desk = FormDesk()
    desk.type("3vvvvvll<Enter>")
    #expect(desk.top == "Day" && desk.canvas.rows.contains { $0.contains("· Thu 26 Nov") }, "\(desk.text)")
  }

  @Test("is pictured", arguments: [(120, 36), (80, 24)])
  func pictured(_ width: Int, _ height: Int) {
    var desk = FormDesk(width, height)
    desk.run("work-order.assign", ["order": ["20418"], "technician": ["ana"], "time": ["tomorrow 15:00"]])
    desk.type("3v")
    expectScreen(desk.canvas, "week-\(width)x\(height)", roleNames: ConsoleScreenTests.roleName)
  }

  @Test("what was planned lies beside what happened, and what ran over behind it", .verifies("TML-10"))
  func actual() throws {
    var office = FormOffice.made()
    var done = Assignment(
      technician: Story.technician(0), status: .done, assignedAt: Story.at(7, 0), assignedBy: Story.bea)
    done.onSiteAt = Story.at(8, 30)
    done.endedAt = Story.at(10, 15)
    let visit = Visit(
      id: .init(high: 9, low: 1), start: Story.at(8, 0), estimate: .minutes(60), assignments: [done])
    office.orders.change(Story.order(20_418)) { $0.visits = [visit] }
    var desk = FormDesk(office: office)
    let row = desk.canvas.rows.first { $0.contains("Ruiz, Ana") && $0.contains("]") }
    #expect(row?.contains("▁▁▁·[20418=]▓▓▓▓▓▓") == true, "\(row ?? "")")
    desk.type("3G")
    desk.type("l<Enter>]]")
    #expect(desk.text.contains("began 08:30, 30 min late · took 1 h 45 of 1 h, 45 min over"))
  }

  @Test("an order without a visit is promised a window by the same key", .verifies("TML-07"))
  func window() {
    var desk = FormDesk()
    desk.type("t")
    #expect(desk.top == "Promise for 20418")
    desk.type("tomorrow am<Enter>")
    #expect(desk.order(20_418)?.appointment?.kind == .morning)
    desk.type("t<Esc><Enter>")
    #expect(desk.text.contains("customer was promised am, Wed 08:00–12:00"))
  }
}
