import DayPlan
import Domain
import TUI
import Terminal
import TestSupport
import Testing
import Verbs

@Suite("Assign popup")
struct AssignPopupTests {
  @Test("gives the best one the order in two keys", .verifies("REC-01", "UX-01"))
  func best() {
    var desk = FormDesk()
    desk.type("a")
    #expect(desk.text.contains("Assign 20418 · P1 HVAC · Quay House"))
    #expect(desk.text.contains("Told at once (starts today)."))
    let arrival = desk.office.order(number: 20_418).map {
      desk.office.exactCandidates(for: $0, at: Story.now)
    }?
    .best
    desk.type("<Enter>")
    #expect(desk.order(20_418)?.technician == arrival?.id)
    #expect(desk.order(20_418)?.openVisit?.start == arrival?.arrival)
    #expect(desk.order(20_418)?.openVisit?.activeAssignment?.dispatchedAt == Story.now)
    #expect(desk.top == nil)
  }

  @Test("says of everybody who cannot why", .verifies("REC-01"))
  func reasons() {
    var desk = FormDesk()
    desk.type("a")
    #expect(
      desk.canvas.rows.contains { $0.contains("Evans, Rhys") && $0.contains("no:") && $0.contains("lacks") })
  }

  @Test("lists everybody as he is at the hour that is typed", .verifies("REC-01"))
  func typedHour() {
    var desk = FormDesk()
    desk.type("a")
    let row = { (desk: FormDesk) in
      desk.canvas.rows.first { $0.contains("Ruiz, Ana") && ($0.contains(" min") || $0.contains("no:")) } ?? ""
    }
    #expect(!row(desk).contains("14:30"))
    desk.type("t14:30<Enter>")
    #expect(row(desk).contains("14:30"), "\(desk.text)")
    desk.type("t<C-u>23:30<Enter>")
    #expect(row(desk).contains("no:"), "\(desk.text)")
    desk.type("t<C-u>noon?<Enter>")
    #expect(desk.text.contains("is no time"), "\(desk.text)")
    desk.type("t<C-u><Enter>")
    #expect(!row(desk).contains("no:"), "\(desk.text)")
  }

  @Test("keeps the mark on whom it stood when an hour is typed", .verifies("REC-01"))
  func keepsMark() throws {
    var desk = FormDesk()
    desk.type("aj")
    let order = try #require(desk.order(20_418))
    let second = try #require(
      desk.office.exactCandidates(for: order, at: Story.now).eligible.dropFirst().first)
    desk.type("t14:30<Enter>")
    #expect(desk.canvas.rows.contains { $0.contains("▌2") && $0.contains(second.name) }, "\(desk.text)")
  }

  @Test("says of what was sent back who did it and why")
  func sentBack() throws {
    var office = FormOffice.made()
    office.orders[Story.order(20_418)]?.reworks = [
      Rework(
        visit: Visit.ID(high: 1, low: 1), reason: "photo missing", by: Story.bea, at: Story.now - .minutes(3))
    ]
    var desk = FormDesk(office: office)
    desk.tick(0)
    #expect(desk.canvas.rows.contains { $0.contains("20418") && $0.contains("R") }, "\(desk.text)")
    desk.type("a")
    #expect(desk.text.contains("sent back 10:39 by Bea Long: photo missing"), "\(desk.text)")
  }

  @Test("says of what was left undone by whom, why and what was to come next")
  func leftUndone() throws {
    var office = try PocketDesk.office()
    try PocketDesk.decide(
      .reportNotDone(
        Story.order(20_418), ReportNotDone(reason: "needs a new pump", nextStep: "return visit, with pump")),
      by: PocketDesk.ana, &office)
    var desk = FormDesk(office: office)
    desk.type(":20418<Enter>a")
    let words = "Ruiz left it undone 10:37: needs a new pump · next: return visit, with pump"
    #expect(desk.text.contains(words), "\(desk.text)")
  }

  @Test("says of whoever would come too late what is missed, and by how much")
  func tooLate() {
    var desk = FormDesk()
    desk.type("a")
    #expect(!desk.text.contains("missed by"))
    desk.type("t13:30")
    #expect(desk.text.contains("✗ At that time: response 11:20 missed by 2:10"))
    desk.type("<Esc><Esc>")
    desk.tick(37)
    desk.type("a")
    #expect(
      desk.canvas.rows.contains {
        $0.contains("Ruiz") && $0.contains("✗") && $0.contains("response 11:20 missed")
      })
  }

  @Test("an order that another console gives away while the list stands open is not taken from him unseen")
  func givenMeanwhile() throws {
    var desk = FormDesk()
    desk.type("a")
    let order = try #require(desk.order(20_418))
    let other = try #require(
      desk.office.exactCandidates(for: order, at: Story.now).eligible.last)
    let given = AssignVisit(
      visit: Visit.ID(high: 91, low: 2), technician: other.id, start: other.arrival, replacing: nil)
    try desk.elsewhere(.assignVisit(order.id, given))
    desk.type("<Enter>")
    #expect(desk.order(20_418)?.technician == other.id)
    #expect(desk.text.contains("by now: look again."))
  }

  @Test("is pictured", arguments: [(120, 36), (80, 24)])
  func pictured(_ width: Int, _ height: Int) {
    var desk = FormDesk(width, height)
    desk.type("a")
    expectScreen(desk.canvas, "assign-\(width)x\(height)", roleNames: ConsoleScreenTests.roleName)
  }

  @Test("takes a digit for another, a typed time, a length and a note")
  func typed() {
    var desk = FormDesk()
    desk.type("at13:30<Enter>d45m<Enter><Tab>spare belt<Enter>2")
    let order = desk.order(20_418)
    let second = desk.submitted.last?.commands.first
    #expect(order?.openVisit?.start == Story.at(13, 30))
    #expect(order?.openVisit?.estimate == .minutes(45))
    #expect(order?.notes.first?.words.hasSuffix("spare belt") == true)
    #expect(second?.orders == [Story.order(20_418)])
  }

  @Test("asks a reason before it passes a rule that blocks, and keeps it on record")
  func override() {
    var desk = FormDesk()
    desk.type("a")
    let row = desk.canvas.rows.firstIndex { $0.contains("Evans, Rhys") }
    #expect(row != nil)
    desk.type("<End><Enter>")
    #expect(desk.top?.contains("blocked") == true)
    #expect(desk.order(20_418)?.technician == nil)
    desk.type("<Enter>")
    #expect(desk.order(20_418)?.technician == nil)
    desk.type("he offered<Tab><Enter>")
    #expect(desk.office.technician(desk.order(20_418)?.technician)?.handle == "rhys")
    #expect(desk.entries.last?.override == "he offered")
    #expect(desk.top == nil)
  }

  @Test("takes nothing that is typed while an override waits for the disk")
  func overrideWaits() {
    var desk = FormDesk()
    desk.type("a<End><Enter>")
    desk.isStalled = true
    desk.type("he offered<Tab><Enter>")
    let (sent, top) = (desk.submitted.count, desk.top)
    #expect(desk.submitted.last?.override == "he offered")
    #expect(top?.contains("blocked") == false)
    desk.type("<Enter>t")
    #expect(desk.top == top)
    #expect(desk.submitted.count == sent)
  }

  @Test("wants Enter twice where a rule only warns")
  func warning() {
    var office = FormOffice.made()
    office.orders.change(Story.order(20_418)) {
      $0.window = TimeRange(start: Story.at(8, 0), end: Story.at(9, 0))
    }
    var desk = FormDesk(office: office)
    desk.type("a<Enter>")
    #expect(desk.order(20_418)?.technician == nil)
    #expect(desk.text.contains("again gives"))
    desk.type("<Enter>")
    #expect(desk.order(20_418)?.technician != nil)
  }

  @Test("gives an order back to the queue with 0")
  func back() {
    var desk = FormDesk()
    desk.type("a<Enter>")
    desk.type(":20418<Enter>a0")
    #expect(desk.order(20_418)?.technician == nil)
  }
}
