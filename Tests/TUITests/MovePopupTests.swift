import Domain
import TUI
import Terminal
import TestSupport
import Testing
import Verbs

@Suite("Moving a visit")
struct MovePopupTests {
  /// Three visits on the timeline: 20418 with Ruiz at 11:00, promised 10:45 to 11:15, 20421 with her at 13:00, 20404
  /// with Flores at 11:30.
  private func desk(_ width: Int = 120, _ height: Int = 36) -> FormDesk {
    var office = FormOffice.made()
    office.orders.change(Story.order(20_418)) {
      $0.window = TimeRange(start: Story.at(10, 45), end: Story.at(11, 15))
    }
    for (number, technician, hour, minute) in [(20_418, 0, 11, 0), (20_421, 0, 13, 0), (20_404, 1, 11, 30)] {
      let holder = Assignment(
        technician: Story.technician(technician), status: .accepted, assignedAt: Story.now,
        assignedBy: Story.bea)
      let visit = Visit(
        id: .init(high: 9, low: UInt64(number)), start: Story.at(hour, minute), estimate: .minutes(90),
        assignments: [holder])
      office.orders.change(Story.order(number)) { $0.visits = [visit] }
    }
    var desk = FormDesk(width, height, office: office)
    // Flores stands above Ruiz; her second visit is selected.
    desk.type("3G")
    desk.type("ll")
    return desk
  }

  private func start(_ desk: FormDesk, _ number: Int = 20_421) -> Timestamp? {
    desk.order(number)?.openVisit?.start
  }

  @Test("shows a ghost at once, drops it with Enter and leaves nothing behind on Esc", .verifies("TML-03"))
  func dropsAndLeaves() {
    var desk = desk()
    #expect(desk.model.selectedOrder == Story.order(20_421))
    desk.type(">")
    #expect(desk.text.contains("MOVING 20421") && desk.text.contains("░20421░"))
    #expect(desk.text.contains("If dropped: Ruiz 13:15–14:45 (from Ruiz 13:00)"))
    desk.type("<Esc>")
    #expect(desk.top == nil && desk.submitted.isEmpty && start(desk) == Story.at(13, 0))
    desk.type("><Enter>")
    #expect(start(desk) == Story.at(13, 15), "15 minutes later in two keys")
    desk.type("tl<Enter>")
    #expect(start(desk) == Story.at(13, 30), "and in three")
  }

  @Test("shows the break of whoever would get it in the ghost's own row", .verifies("TML-03"))
  func breakInTheGhostsRow() throws {
    var desk = desk()
    let opens = try #require(TimeOfDay(hour: 15, minute: 0))
    let closes = try #require(TimeOfDay(hour: 15, minute: 30))
    let pause = try #require(OpenInterval(opens: opens, closes: closes))
    var office = desk.office
    office.technicians.change(Story.technician(0)) { $0.breaks = [pause] }
    desk.send(.officeChanged(office, BoardKeeper(office: office, now: Story.now).board))
    desk.type(">")
    let row = try #require(desk.text.split(separator: "\n").first { $0.contains("20421 here?") })
    #expect(row.contains("╌"), "\(row)")
  }

  @Test("changes hour, day, technician and length, and takes a typed time", .verifies("TML-03"))
  func keys() {
    var desk = desk()
    desk.type("t}]k+d2h<Enter>")
    #expect(desk.text.contains("If dropped: Flores Wed 14:00–16:00 (from Ruiz 13:00)"))
    desk.type("t15:10<Enter>")
    #expect(desk.text.contains("Flores 15:10–17:10"))
    desk.type("t25:99<Enter>")
    #expect(desk.text.contains("\"25:99\" is no time."), "what was typed is told and stays")
    desk.type("<Esc>[{hh--")
    #expect(desk.submitted.isEmpty)
  }

  @Test("lists what breaks before it is dropped and asks a reason for what blocks", .verifies("TML-04"))
  func blocks() {
    var desk = desk()
    desk.type("t{{k")
    let rows = desk.canvas.rows
    #expect(rows.contains { $0.contains("block  overlap") && $0.contains("Flores has 20404 at 11:30") })
    #expect(rows.contains { $0.contains("block  skill") })
    #expect(rows.contains { $0.contains("after") && $0.contains("Ruiz") && $0.contains("Flores") })
    desk.type("<Enter>")
    #expect(desk.top == "20421: blocked" && desk.submitted.isEmpty)
    desk.type("she is next door<Enter>")
    #expect(desk.order(20_421)?.technician == Story.technician(1))
    #expect(desk.entries.last?.override == "she is next door")
  }

  @Test("says what is possible where the role may not override", .verifies("TML-04"))
  func forbids() {
    var desk = desk()
    var office = desk.office
    office.limits.severitiesByRole[.overlap] = [.supervisor: .forbid]
    desk.send(.officeChanged(office, BoardKeeper(office: office, now: Story.now).board))
    desk.type("t{{<Enter>")
    #expect(desk.submitted.isEmpty && desk.top == "Move 20421")
    #expect(desk.text.contains("forbid overlap") && desk.text.contains("No reason passes that in your role"))
  }

  @Test(
    "says that another console has changed the visit, and then replaces nothing unseen", .verifies("TML-03"))
  func meanwhile() {
    var desk = desk()
    desk.type(">")
    let move = MoveVisit(
      start: Story.at(15, 0), replacingStart: Story.at(13, 0), replacingTechnician: Story.technician(0))
    desk.send(changed(desk, .moveVisit(Story.order(20_421), move)))
    #expect(desk.text.contains("20421 is with Ruiz 15:00–16:30 by now: leave it and grab it again."))
    desk.type("<Enter>")
    #expect(desk.text.contains("the time is 15:00 by now"))
    #expect(start(desk) == Story.at(15, 0))
  }

  private func changed(_ desk: FormDesk, _ command: Command) -> Message {
    let stamp = Stamp(by: Story.bea, at: Story.now, console: ConsoleID(high: 5, low: 5))
    let submission = Submission(
      id: .init(high: 5, low: 5), stamp: stamp, commands: [command], override: "elsewhere")
    guard let after = try? desk.office.decide(submission).after else { return .input(.key(.escape)) }
    return .officeChanged(after, BoardKeeper(office: after, now: Story.now).board)
  }

  @Test("pushes the later ones along in the same action", .verifies("TML-09"))
  func pushes() {
    var desk = desk()
    desk.type("h")
    desk.type("t")
    #expect(desk.text.contains("MOVING 20418"))
    desk.type("lllp")
    #expect(desk.text.contains("push   20421 to 13:45"))
    var later = desk
    later.type("}}}}}}")
    #expect(later.text.contains(/20421: (response|fix) .* missed by/), "\(later.text)")
    desk.type("<Enter>")
    #expect(start(desk, 20_418) == Story.at(11, 45) && start(desk) == Story.at(13, 45))
    #expect(desk.entries.count == 1, "one action, undone as one")
  }

  @Test("shows a push of the line before it is done", .verifies("TML-09"))
  func pushPopup() {
    var desk = desk()
    desk.type(":push ana +30m<Enter>")
    #expect(desk.text.contains("20421  13:00 → 13:30"))
    #expect(desk.text.contains("20418 holds: its time 11:00 is promised."))
    #expect(desk.entries.isEmpty && start(desk) == Story.at(13, 0), "nothing is moved yet")
    desk.type("<Enter>")
    #expect(desk.entries.count == 1 && start(desk) == Story.at(13, 30))
    #expect(start(desk, 20_418) == Story.at(11, 0))
  }

  @Test("says that a push is another one than it was when the day changes under it", .verifies("TML-09"))
  func stalePush() {
    var desk = desk()
    desk.type(":push ana +30m<Enter>")
    desk.send(.officeChanged(desk.office, BoardKeeper(office: desk.office, now: Story.now).board))
    #expect(!desk.text.contains("The day has changed"))
    var office = desk.office
    office.orders.change(Story.order(20_421)) { $0.visits[0].start = Story.at(14, 0) }
    desk.send(.officeChanged(office, BoardKeeper(office: office, now: Story.now).board))
    #expect(desk.text.contains("20421  14:00 → 14:30"))
    #expect(desk.text.contains("The day has changed, and the push with it."))
  }

  @Test("a push leaves alone what is pinned and says so", .verifies("TML-09"))
  func pushPinned() {
    var desk = desk()
    desk.type("*1")
    desk.type(":push ana +30m<Enter>")
    #expect(desk.text.contains("Push Ruiz, Ana +30m"))
    #expect(desk.text.contains("20421 holds: its time 13:00 is pinned."))
    desk.type("<Esc>:push ana +30m --from 10:00<Enter><Enter>")
    #expect(desk.top == nil && start(desk) == Story.at(13, 0))
  }

  @Test("follows the mouse: a block is pulled, its right edge is its length", .verifies("TML-03"))
  func mouse() throws {
    var desk = desk()
    let row = try #require(desk.canvas.rows.firstIndex { $0.contains("Ruiz") && $0.contains("20421") })
    let text = Array(desk.canvas.rows[row])
    let begin = try #require(text.indices.last { text[$0] == "[" })
    let send = { (desk: inout FormDesk, action: Mouse.Action, column: Int, row: Int) in
      desk.send(.input(.mouse(Mouse(action, at: Point(column: column, row: row)))))
    }
    send(&desk, .press(.left), begin + 1, row)
    send(&desk, .drag(.left), begin + 9, row)
    send(&desk, .release(.left), begin + 9, row)
    #expect(desk.text.contains("If dropped: Ruiz 14:00–15:30"), "eight columns are an hour")
    #expect(desk.submitted.isEmpty, "letting go asks for Enter")
    desk.type("<Enter>")
    #expect(start(desk) == Story.at(14, 0))
    let after = Array(desk.canvas.rows[row])
    let edge = try #require(after.indices.last { after[$0] == "]" })
    send(&desk, .press(.left), edge, row)
    send(&desk, .drag(.left), edge + 4, row)
    send(&desk, .release(.left), edge + 4, row)
    #expect(desk.text.contains("Ruiz 14:00–16:00"))
  }

  @Test("follows the mouse where the day is scrolled, too", .verifies("TML-03"))
  func mouseInScrolledDay() throws {
    var desk = desk()
    desk.type("3}}")
    let row = try #require(desk.canvas.rows.firstIndex { $0.contains("Ruiz") && $0.contains("20421") })
    let text = Array(desk.canvas.rows[row])
    let begin = try #require(text.indices.last { text[$0] == "[" })
    for (action, column) in [
      (Mouse.Action.press(.left), begin + 1), (.drag(.left), begin + 9), (.release(.left), begin + 9)
    ] {
      desk.send(.input(.mouse(Mouse(action, at: Point(column: column, row: row)))))
    }
    #expect(desk.text.contains("If dropped: Ruiz 14:00–15:30"), "where the hours begin makes no difference")
    desk.type("<Enter>")
    #expect(start(desk) == Story.at(14, 0))
  }

  @Test("on the alert of a visit that takes too long it is the next one that moves", .verifies("TML-03"))
  func overrun() throws {
    var desk = desk()
    desk.run("work-order.on-site", ["order": ["20418"]])
    desk.tick(120)
    let alert = try #require(
      desk.model.board.alerts.firstIndex { $0.id.kind == .overrun && $0.id.order == 20_418 })
    desk.type("4g")
    for _ in 0..<alert { desk.type("j") }
    desk.type("t")
    #expect(desk.top?.contains("20421") == true, "\(desk.top ?? "none"): \(desk.resultLine)")
  }

  @Test("is pictured", arguments: [(120, 36), (80, 24), (200, 60)])
  func pictured(_ width: Int, _ height: Int) {
    var desk = desk(width, height)
    desk.type("h")
    desk.type("t}k")
    expectScreen(desk.canvas, "move-\(width)x\(height)", roleNames: ConsoleScreenTests.roleName)
  }

  @Test(
    "shows a length while it is typed, drops it with one Enter and forgets it on Esc", .verifies("TML-03"))
  func typedLength() {
    var desk = desk()
    desk.type("d6")
    #expect(desk.text.contains("If dropped: Ruiz 13:00–13:06"))
    desk.type("0")
    #expect(desk.text.contains("If dropped: Ruiz 13:00–14:00") && desk.entries.isEmpty)
    desk.type("x<Enter>")
    #expect(desk.text.contains("is no length") && desk.entries.isEmpty)
    desk.type("<Esc>")
    #expect(desk.text.contains("If dropped: Ruiz 13:00–14:30"), "as it was before anything was typed")
    desk.type("<Esc>d60<Enter>")
    #expect(desk.top == nil && desk.order(20_421)?.openVisit?.estimate == .minutes(60))
    desk.type("d10h")
    #expect(desk.text.contains("block") || desk.text.contains("warn"))
  }

  @Test(
    "what somebody works on stays where it is, and says so at once; its length may change",
    .verifies("TML-03"))
  func onSite() throws {
    var desk = desk()
    desk.run("work-order.on-site", ["order": ["20421"]])
    let before = desk.submitted.count
    for keys in ["t", ">", "<"] {
      desk.type(keys)
      #expect(desk.top == nil && desk.resultLine.contains("20421 not moved: "), "\(desk.resultLine)")
      #expect(desk.resultLine.contains("is on site since 10:42. d changes its length."))
    }
    desk.type("d3h<Esc>l")
    #expect(desk.top == "Move 20421" && desk.text.contains("20421 not moved: "))
    desk.type("<Esc>d2h<Enter>")
    #expect(desk.submitted.count == before + 1 && desk.order(20_421)?.openVisit?.estimate == .hours(2))
  }

  @Test("what somebody begins while its ghost is elsewhere is put back, and says why", .verifies("TML-03"))
  func begunMeanwhile() {
    var desk = desk()
    desk.type("t}}")
    #expect(desk.text.contains("If dropped: Ruiz 15:00"))
    desk.run("work-order.on-site", ["order": ["20421"]])
    #expect(desk.top == "Move 20421" && desk.text.contains("20421 not moved: "))
    #expect(!desk.text.contains("If dropped: Ruiz 15:00"))
    let before = desk.submitted.count
    desk.type("<Enter>")
    #expect(desk.submitted.count == before && desk.top == nil)
  }
}
