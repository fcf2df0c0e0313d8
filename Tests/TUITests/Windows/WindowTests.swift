import Domain
import TUI
import Terminal
import TestSupport
import Testing
import Verbs

@Suite("Windows")
struct WindowTests {
  @Test(
    "an order's window shows problem, access, contract, clocks, score terms and the proposal",
    .verifies("QUE-10", "SLA-01", "TRI-02", "TRI-03", "TRI-01"))
  func summary() {
    var desk = FormDesk()
    desk.type("<Enter>")
    let text = desk.text
    for words in [
      "\"No air since 09:50, BMS alarm\"", "ring reception", "code hidden", "Contract", "Gold", "respon",
      "Score", "waiting", "Proposed", "Claimed by", "hot surfaces"
    ] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(!text.contains("4711"))
    desk.mark("Clocks")
    desk.type("=")
    #expect(desk.text.contains("contract Gold P1"))
    desk.type("<Esc><Esc>")
    #expect(desk.model.selectedOrder == Story.order(20_418))
  }

  @Test("the summary says first that a newer console has changed an order")
  func newer() throws {
    var console = Console()
    var office = Story.office()
    var order = try #require(office.order(Story.order(20_418)))
    order.needsNewerConsole = true
    office.restore(order)
    console.send(.officeChanged(office, Story.board()))
    console.type("<Enter>")
    #expect(console.text.contains("a newer console has changed it"))
  }

  @Test("the summary shows the last entries whole, and as many as it says")
  func lastEntries() {
    var desk = FormDesk()
    desk.type("Nfirst line<C-s>")
    desk.type("Nsecond line<C-s>")
    desk.resize(120, 60)
    desk.type("<Enter>")
    let history = desk.text
    #expect(!history.contains("last 3 of 2"))
    #expect(history.contains("last 2 of 2"))
    #expect(history.contains("first line") && history.contains("second line"))
  }

  @Test("history says what was refused about an order, by the verb that it was", .verifies("EXC-13"))
  func refusedWish() throws {
    var desk = FormDesk()
    desk.type("<Enter>]")
    let asked = desk.effects.last {
      if case .ask(.history, _) = $0 { true } else { false }
    }
    guard case .ask(.history(let order), let origin)? = asked else {
      Issue.record("the window asks for its history")
      return
    }
    let stamp = Stamp(by: Story.bea, at: Story.now, console: ConsoleID(high: 1, low: 1))
    let wish = Submission(
      id: .init(high: 2, low: 90), stamp: stamp,
      commands: [.setPriority(order, SetPriority(.p1, reason: "boss", replacing: .p2))])
    let refusal = Refusal.changedSince(.order(20_418), field: "priority", now: "P3")
    let entry = Entry(
      seq: 9, submission: wish.id, person: stamp.by, console: stamp.console, count: 1, at: stamp.at,
      recordedAt: stamp.at, commands: [],
      events: [.office(.conflict(.arose(Conflict(wish, count: 1, refusal: refusal))))], inverse: [],
      override: nil, previous: .zero, hash: .zero)
    desk.send(.answered(.history(order, [entry]), origin))
    #expect(desk.text.contains("Bea Long, priority"), "\(desk.text)")
    #expect(desk.text.contains("Refused by the office: priority"), "\(desk.text)")
  }

  @Test("the drafts come up by the line too, and Enter goes on with one")
  func draftsByTheLine() {
    var desk = FormDesk()
    desk.type("Nhalf a note<Esc>")
    desk.type(":list drafts<Enter>")
    #expect(desk.top == "Drafts")
    desk.type("<Enter>")
    #expect(desk.text.contains("half a note"))
  }

  @Test(
    "windows are pictured",
    arguments: [("<Enter>", "order"), ("c", "customer"), ("Flif", "search"), ("M", "menu")])
  func pictured(_ keys: String, _ name: String) {
    for (width, height) in [(120, 36), (80, 24)] {
      var desk = FormDesk(width, height)
      desk.type(keys)
      expectScreen(desk.canvas, "\(name)-window-\(width)x\(height)", roleNames: ConsoleScreenTests.roleName)
    }
  }

  @Test(
    "the pages turn and show history, visits with told, seen and accepted apart, equipment and notes",
    .verifies("AST-03"))
  func pages() {
    var desk = OrderFormTests.onSite()
    desk.type("<Enter>NLooks bad<C-s>")
    desk.type("]")
    #expect(desk.text.contains("Bea Long, note, console abcd"))
    #expect(desk.text.contains("given to Ruiz"))
    desk.type("]")
    #expect(desk.text.contains("told 10:42"))
    #expect(desk.text.contains("accepted 10:42"))
    #expect(desk.text.contains("not seen"))
    desk.type("]")
    #expect(desk.text.contains("Nobody was written to. m writes one."))
    desk.type("]")
    #expect(desk.text.contains("Compressor"))
    desk.type("]")
    #expect(desk.text.contains("Looks bad"))
    desk.type("]")
    #expect(desk.text.contains("Clocks"))
  }

  @Test(
    "a long note is scrolled to its last line, nothing is lost below the edge",
    arguments: [(120, 36), (80, 24)])
  func long(_ width: Int, _ height: Int) {
    var desk = FormDesk(width, height)
    desk.type("N")
    desk.paste((1...90).map { "line \($0)" }.joined(separator: "\n"))
    desk.type("<C-s><Enter>[")
    #expect(desk.text.contains("line 1"))
    #expect(!desk.text.contains("line 90"))
    desk.type("G")
    #expect(desk.text.contains("line 90"))
    desk.type("g")
    #expect(desk.text.contains("Bea Long"))
  }

  @Test("equipment shows its whole history with cost, parts, technician and outcome", .verifies("AST-03"))
  func equipment() {
    var desk = FormDesk()
    desk.type(":equipment show Lift 2<Enter>")
    for words in [
      "door sensor replaced", "Ruiz, Ana", "DS-4 x 1", "120.50 EUR", "worn sensor", "7741", "critical"
    ] {
      #expect(desk.text.contains(words), "\(words)")
    }
  }

  @Test("a site shows how to get in, and the code only once that is on record", .verifies("AST-15"))
  func site() {
    var desk = FormDesk()
    desk.type(":site show Quay House<Enter>")
    for words in [
      "4 Water St", "Dana Okafor", "yard behind", "hot surfaces", "north west", "photo before", "Lift 2",
      "20177", "door reopens"
    ] {
      #expect(desk.text.contains(words), "\(words)")
    }
    #expect(!desk.text.contains("4711"))
    desk.mark("            code")
    desk.type("<Enter>")
    #expect(desk.text.contains("4711#"))
    guard case .site(FormOffice.quay, .secretShown(.accessCode)) = desk.entries.last?.events.first else {
      Issue.record("nothing on record")
      return
    }
    desk.type("<Esc>")
    #expect(!desk.text.contains("4711"))
  }

  @Test("the code stays hidden while the record of its showing is not written")
  func secretWaits() {
    var desk = FormDesk()
    desk.isStalled = true
    desk.type(":site show Quay House<Enter>")
    desk.mark("            code")
    desk.type("<Enter>")
    #expect(desk.top == "Access to Quay House")
    #expect(!desk.text.contains("4711"))
  }

  @Test(
    "a customer shows hierarchy, tier, contract, credit, preferences, sites and open work",
    .verifies("AST-16"))
  func customer() {
    var desk = FormDesk()
    desk.type(":20391<Enter>c")
    for words in ["Store 112 Ltd", "silver", "FreshCo group", "Store 112", "20391", "20404"] {
      #expect(desk.text.contains(words), "\(words)")
    }
    desk.mark("Belongs to")
    desk.type("<Enter>")
    #expect(desk.text.contains("two invoices open"))
  }

  @Test("a record is edited by its form")
  func edits() {
    var desk = FormDesk()
    desk.type(":site show Quay House<Enter>e<Down><Down><C-u>5 Water St<C-s>")
    #expect(desk.office.site(FormOffice.quay)?.address == "5 Water St")
    #expect(desk.office.site(FormOffice.quay)?.details[.accessCode] == "4711#")
  }

  /// A desk whose running day does not have 20418 any more.
  private func afterwards() -> FormDesk {
    var office = FormOffice.made()
    let id = Story.order(20_418)
    var ended = office.order(id)
    ended?.ending = Ending(
      .closed(ServiceLevelRecord(response: nil, fix: nil, resolution: "reset")), at: Story.at(9, 0, day: -3),
      by: Story.bea)
    office.orders[id] = nil
    office.orderIDs[20_418] = nil
    var desk = FormDesk(office: office)
    desk.older = [ended].compactMap(\.self)
    return desk
  }

  @Test("an order of an earlier day is found by its number, as by the shell", .verifies("UX-01"))
  func olderNumber() {
    var desk = afterwards()
    desk.type(":20418<Enter>")
    #expect(desk.text.contains("closed Sat 09:00"), "\(desk.text)")
    desk.type("<Esc>:note - rang about it<Enter>")
    #expect(
      desk.entries.last?.events.count == 1 && desk.resultLine.contains("rang about it"), "\(desk.resultLine)")
    desk.type(":reopen 20418 again no air<Enter>")
    #expect(desk.office.order(Story.order(20_418))?.isEnded == false, "\(desk.resultLine)")
    desk.type(":20999<Enter>")
    #expect(desk.resultLine.contains("No order has the number 20999"), "\(desk.resultLine)")
  }

  @Test("an order of an earlier day opens too, and can be reopened from there")
  func olderOrder() {
    let id = Story.order(20_418)
    var desk = afterwards()
    desk.hits = [
      SearchHit(
        id: id, number: 20_418, isOpen: false, receivedAt: Story.at(8, 0, day: -3), summary: "No air",
        siteName: "Quay House", excerpt: "No air")
    ]
    desk.type("Fair")
    #expect(desk.text.contains("0 open, 1 ended"))
    desk.type("<Enter>")
    #expect(desk.text.contains("closed Sat 09:00"))
    desk.type("Eragain no air<Enter>")
    #expect(desk.office.order(id)?.isEnded == false)
  }

  @Test(
    "search finds by number, customer, serial, phone and word as it is typed", .verifies("QUE-03"),
    arguments: ["20421", "quay est", "7741", "lift dead", "0151 496"])
  func search(_ words: String) {
    var desk = FormDesk()
    desk.type("F\(words)")
    #expect(
      desk.canvas.rows.contains { $0.contains("20421") && $0.contains("lift 2 dead") && $0.contains("│") })
    desk.type("<Enter>")
    #expect(desk.top?.hasPrefix("Order") == true)
  }

  @Test("what only the file finds of an order that is open again stands with open work", .verifies("QUE-03"))
  func openAgain() {
    var desk = FormDesk()
    let id = Story.order(20_421)
    desk.hits = [
      SearchHit(
        id: id, number: 20_421, isOpen: true, receivedAt: Story.at(8, 0), summary: "lift 2 dead",
        siteName: "Quay House", excerpt: "freed the sheave")
    ]
    desk.type("Fsheave")
    #expect(desk.text.contains("1 open, 0 ended"))
    #expect(desk.canvas.rows.contains { $0.contains("20421") && $0.contains("P2") }, "as it stands now")
    desk.type("<Enter>")
    #expect(desk.top?.hasPrefix("Order") == true)
  }

  @Test("search asks for older work from two letters on")
  func searchAsks() {
    var desk = FormDesk()
    desk.type("Fx")
    #expect(desk.effects.allSatisfy { if case .ask(.find, _) = $0 { false } else { true } })
    desk.type("y")
    #expect(desk.effects.contains { if case .ask(.find("xy"), _) = $0 { true } else { false } })
  }

  @Test("a technician's day is one page with what he must know", .verifies("TML-16"))
  func day() {
    var desk = FormDesk()
    desk.type("a1")
    desk.type("2<Home>" + (desk.model.board.technicians.first?.handle == "ana" ? "" : "j") + "<Enter>")
    desk.type("<Esc>:day ana<Enter>")
    for words in ["Ruiz, Ana", "07:00–17:00", "20418", "ring reception", "hot surfaces", "code hidden"] {
      #expect(desk.text.contains(words), "\(words)")
    }
    #expect(!desk.text.contains("4711"))
    desk.type("]")
    #expect(desk.text.contains("Wed 25 Nov"))
  }

  @Test("a draft is listed by the record it is of, and a field that may not be empty is named")
  func draftOfRecord() {
    var desk = FormDesk()
    desk.type("ce<Tab><C-u><C-s>")
    #expect(desk.resultLine == " ✗ Tier is missing.")
    desk.type("<Esc><Esc>M36")
    #expect(desk.canvas.rows.contains { $0.contains("customer edit Quay Estates") })
  }

  @Test("the menu lists records, and drafts that were left can be taken up")
  func records() {
    var desk = FormDesk()
    desk.type("H1belt<Esc>M3")
    #expect(desk.top == "Records")
    desk.type("2")
    #expect(desk.text.contains("Quay House"))
    desk.type("canal<Enter>")
    #expect(desk.text.contains("12 Canal Rd"))
    desk.type("<Esc><Esc><Esc>M36")
    #expect(desk.text.contains("hold 20418"))
    desk.type("<Enter>")
    #expect(desk.top == "Hold 20418")
    #expect(desk.text.contains("belt"))
  }

  @Test("windows survive every size", arguments: [(5, 2), (1, 1), (60, 15), (200, 60)])
  func sizes(_ width: Int, _ height: Int) {
    for keys in ["<Enter>", "c", "Fai", "a", "p", "Ex"] {
      var desk = FormDesk()
      desk.type(keys)
      desk.resize(width, height)
      _ = desk.canvas
      desk.type("jjk]")
      desk.resize(120, 36)
      _ = desk.canvas
      #expect(desk.top != nil)
    }
  }
}
