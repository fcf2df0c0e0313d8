import Domain
import TUI
import Terminal
import TestSupport
import Testing
import Verbs

@Suite("Acting on several orders")
struct GroupTests {
  @Test("holds what is marked as one, with the count in the title", .verifies("QUE-06"))
  func hold() {
    var desk = FormDesk()
    desk.type("  H1")
    #expect(desk.text.contains("Hold 2 orders"))
    #expect(desk.text.contains("20418  P1 · Quay House"))
    desk.type("waits for the lift engineer<Enter>")
    #expect(
      desk.submitted.count == 1
        && desk.submitted.first?.commands.filter { $0.verb == "work-order.hold" }.count == 2)
    #expect(desk.order(20_418)?.hold?.reason == .parts && desk.order(20_391)?.hold?.reason == .parts)
    #expect(desk.model.marks.isEmpty, "what left the list is marked no more")
    #expect(desk.top == nil)
  }

  @Test("is refused as a whole, naming the order that stops it and why", .verifies("QUE-06"))
  func refused() {
    var desk = FormDesk()
    desk.type("H1waits<Enter>")
    #expect(desk.order(20_418)?.hold != nil)
    desk.run("work-order.hold", ["order": ["20404"], "reason": ["parts"], "note": ["x"]])
    desk.run("work-order.release", ["order": ["20418"]])
    let free = desk.order(20_391)
    desk.type(":hold 20404 20391 parts again<Enter>")
    #expect(desk.resultLine.contains("20404 not put on hold: it is held for parts"), "\(desk.resultLine)")
    #expect(desk.resultLine.contains("None of the 2 orders was changed."))
    #expect(desk.order(20_391) == free)
  }

  @Test("says which refuse and why, and does the others by a digit", .verifies("QUE-06"))
  func parted() {
    var desk = FormDesk()
    desk.run("work-order.hold", ["order": ["20404"], "reason": ["parts"], "note": ["x"]])
    let held = desk.order(20_404)
    desk.type(":hold 20404 20391 parts again<Enter>")
    #expect(desk.top == "1 of 2 not taken")
    #expect(desk.text.contains("20404 not put on hold: it is held for parts"))
    #expect(desk.text.contains("Nothing is changed yet."))
    desk.type("1")
    #expect(desk.order(20_391)?.hold?.reason == .parts && desk.order(20_404) == held)
    #expect(desk.resultLine.contains("Left out: 20404."), "\(desk.resultLine)")
    #expect(desk.top == nil)
  }

  @Test("a form for several asks the same, and is done once the others are", .verifies("QUE-06"))
  func partedForm() {
    var desk = FormDesk()
    desk.run("work-order.hold", ["order": ["20404"], "reason": ["parts"], "note": ["x"]])
    let held = desk.order(20_404)
    desk.type(":hold 20404 20391<Enter>4no key<C-s>")
    #expect(desk.top == "1 of 2 not taken", "\(desk.text)")
    desk.type("1")
    #expect(desk.order(20_391)?.hold?.reason == .access && desk.order(20_404) == held)
    #expect(desk.top == nil, "\(desk.text)")
  }

  @Test("changes none where the box is left, and asks nothing where all refuse", .verifies("QUE-06"))
  func partedNot() {
    var desk = FormDesk()
    desk.run("work-order.hold", ["order": ["20404"], "reason": ["parts"], "note": ["x"]])
    let free = desk.order(20_391)
    desk.type(":hold 20404 20391 parts again<Enter><Esc>")
    #expect(desk.order(20_391) == free && desk.top == nil)
    desk.run("work-order.hold", ["order": ["20391"], "reason": ["parts"], "note": ["x"]])
    desk.type(":hold 20404 20391 parts again<Enter>")
    #expect(desk.top == nil)
  }

  @Test("assigns what is marked by a plan that is shown first, one after the other", .verifies("QUE-06"))
  func plan() {
    var desk = FormDesk()
    desk.type("Aa")
    #expect(desk.text.contains("Assign to 4 orders"))
    for number in ["20418", "20421", "20391", "20404"] { #expect(desk.text.contains(number)) }
    let waiting = desk.model.board.queue.count
    desk.type("<Enter>")
    if desk.submitted.isEmpty {
      #expect(desk.text.contains("Nothing is done yet: Enter again assigns all"))
      desk.type("<Enter>")
    }
    #expect(desk.submitted.count == 1)
    let taken = desk.submitted.first?.orders ?? []
    #expect(!taken.isEmpty)
    for number in taken { #expect(desk.order(number)?.technician != nil) }
    #expect(desk.model.board.queue.count == waiting - taken.count)
    let visits = taken.compactMap { desk.order($0)?.openVisit }
    for one in visits {
      for other in visits
      where other.id != one.id && other.assignment?.technician == one.assignment?.technician {
        let gap = TimeRange(start: Timestamp(seconds: 0), length: .zero)
        #expect(one.range?.overlaps(other.range ?? gap) != true)
      }
    }
  }

  @Test("asks once more where the plan warns, as for one", .verifies("QUE-06"))
  func warned() {
    var office = FormOffice.made()
    office.orders.change(Story.order(20_418)) {
      $0.window = TimeRange(start: Story.at(8, 0), end: Story.at(9, 0))
    }
    var desk = FormDesk(office: office)
    desk.type("Aa<Enter>")
    #expect(desk.submitted.isEmpty && desk.text.contains("Nothing is done yet: Enter again assigns"))
    desk.type("<Enter>")
    #expect(desk.submitted.count == 1 && desk.order(20_418)?.technician != nil)
  }

  @Test("gives a plan back to the queue with 0")
  func unassign() throws {
    var desk = FormDesk()
    desk.type("Aa<Enter>")
    if desk.submitted.isEmpty { desk.type("<Enter>") }
    let taken = try #require(desk.submitted.first).orders
    try #require(!taken.isEmpty)
    #expect(taken.allSatisfy { desk.order($0)?.technician != nil })
    desk.type("U")
    desk.run("work-order.unassign", ["order": taken.map(String.init)])
    for number in taken { #expect(desk.order(number)?.technician == nil) }
  }

  @Test("sets the priority of several, with a reason where another one is proposed", .verifies("QUE-06"))
  func priority() {
    var desk = FormDesk()
    desk.type("  p3")
    #expect(desk.text.contains("another one is proposed"))
    desk.type("agreed with the customer<Enter>")
    #expect(desk.order(20_418)?.priority == .p3 && desk.order(20_391)?.priority == .p3)
    #expect(desk.model.marks.count == 2, "what stays in the queue stays marked")
  }

  @Test("flags, notes and cancels several", .verifies("QUE-06"))
  func others() {
    var desk = FormDesk()
    desk.type("  f2")
    #expect(desk.order(20_418)?.flag?.until == Story.day.adding(days: 1))
    #expect(desk.order(20_391)?.flag?.until == Story.day.adding(days: 1))
    desk.type("Nring both<C-s>")
    #expect(desk.order(20_418)?.notes.last?.words == "ring both")
    #expect(desk.order(20_391)?.notes.last?.words == "ring both")
    desk.type("Ex")
    #expect(desk.text.contains("Cancel 2 orders") && desk.text.contains("they end for good"))
    desk.type("1<Tab>both called off<C-s>")
    #expect(desk.order(20_418)?.isEnded == true && desk.order(20_391)?.isEnded == true)
    #expect(desk.model.marks.isEmpty)
  }

  @Test("asks before a verb without a form reaches several")
  func asks() {
    var desk = FormDesk()
    desk.type("  o")
    #expect(desk.text.contains("claim all"))
    let before = desk.submitted.count
    desk.type("1")
    #expect(desk.submitted.count == before + 1)
  }

  @Test("a . on the line means all that are marked", .verifies("QUE-06"))
  func typed() {
    var desk = FormDesk()
    desk.type("  :flag .<Enter>")
    #expect(desk.order(20_418)?.flag != nil && desk.order(20_391)?.flag != nil)
    #expect(desk.submitted.last?.orders == [20_418, 20_391])
  }

  @Test("says how many of them are not shown before acting")
  func hidden() {
    var desk = FormDesk()
    desk.type("  /trade:hvac<Enter>p")
    #expect(desk.text.contains("Priority of 2 orders, 1 not shown"))
  }

  @Test("marks search results", .verifies("QUE-06"))
  func search() {
    var desk = FormDesk()
    desk.type("Flift<Insert>")
    #expect(desk.model.marks.count == 1)
    desk.type("<Esc>f8")
    #expect(desk.order(20_421)?.flag != nil)
  }

  @Test("what was typed for several is kept as a draft")
  func draft() {
    var desk = FormDesk()
    desk.type("  H1two words<Esc>")
    #expect(desk.drafts.count == 1)
    desk.type("H")
    #expect(desk.text.contains("two words"))
  }

  @Test("fits the smallest and the largest screens", arguments: [(80, 24), (120, 36), (200, 60)])
  func sizes(_ width: Int, _ height: Int) {
    var desk = FormDesk(width, height)
    desk.type("Aa")
    #expect(desk.text.contains("Assign to 4 orders"))
    #expect(desk.text.contains("assign the") || desk.text.contains("assign all"))
  }

  @Test("takes, puts off and settles every alert of what is marked", .verifies("EXC-02", "QUE-06"))
  func alerts() throws {
    var desk = FormDesk()
    desk.tick(600)
    desk.type("4A")
    let all = desk.model.board.alerts.filter { $0.orderID != nil }
    #expect(all.count > 2 && desk.model.marks.count > 1)
    desk.type("o")
    #expect(desk.submitted.last?.verb == "alert.own" && desk.submitted.last?.commands.count == all.count)
    #expect(
      desk.model.board.alerts.filter { $0.orderID != nil }.allSatisfy { $0.standing.owner == Story.bea })
    desk.type("z")
    #expect(desk.text.contains("Put off: \(all.count) alerts"))
    desk.type("1")
    #expect(desk.submitted.last?.verb == "alert.snooze" && desk.submitted.last?.commands.count == all.count)
    desk.type("o")
    #expect(desk.submitted.last?.verb == "alert.own", "again gives all of them back")
    #expect(desk.model.board.alerts.filter { $0.orderID != nil }.allSatisfy { $0.standing.owner == nil })
    desk.type("R")
    #expect(desk.top == "Settle \(all.count) alerts")
    desk.type("all called<Enter>")
    #expect(desk.model.board.alerts.allSatisfy { $0.orderID == nil })
  }

  @Test("says why several were late by one digit, and leaves out what was not", .verifies("SLA-08", "QUE-06"))
  func causes() throws {
    var desk = FormDesk()
    desk.tick(600)
    let late = desk.office.orders.inOrder.filter { order in
      desk.office.clocks(of: order, at: desk.model.now).contains(where: \.isMissed)
    }
    #expect(late.count > 1)
    desk.type("4Ab")
    #expect(desk.top?.hasPrefix("Why late:") == true, "\(desk.top ?? "")")
    desk.type("1")
    for order in late { #expect(desk.order(order.number)?.breaches.first?.cause == .nobodyFree) }
  }

  @Test("a plan that somebody else has overtaken is made anew and says so", .verifies("QUE-06"))
  func overtaken() throws {
    var desk = FormDesk()
    desk.type("Aa")
    desk.isStalled = true
    desk.type("<Enter>")
    let proposal = try #require(desk.submitted.last)
    let number = try #require(proposal.orders.first)
    desk.isStalled = false
    desk.send(
      .finished(
        .refused(.changedSince(.order(number), field: "technician", now: "ana"), proposal),
        .popup(desk.model.popups.last?.number ?? 0)))
    #expect(desk.text.contains("The plan is made anew: look,"), "\(desk.text)")
    #expect(desk.top == "Assign 4 orders")
    desk.type("<Enter>")
    #expect(desk.top == nil && desk.order(number)?.technician != nil)
  }
}
