import Domain
import TUI
import Terminal
import TestSupport
import Testing
import Verbs

@Suite("Views, sort and columns")
struct ViewTests {
  @Test("lists the views with live counts, and a digit shows one", .verifies("QUE-02"))
  func builtIn() {
    var desk = FormDesk()
    desk.type("v")
    #expect(desk.top == "Queue: views")
    for name in ["All", "P1 and breached", "Due in 2 h", "Held", "Flagged", "Mine and unclaimed"] {
      #expect(desk.text.contains(name), "\(name)")
    }
    desk.type("2")
    #expect(desk.model.queue.filter.text == "urgent")
    #expect(desk.model.queue.rows.map { desk.model.queue.source[$0].number } == [20_418])
    desk.type("v1")
    #expect(desk.model.queue.filter.isEmpty)
  }

  @Test(
    "a held order is found by the view Held, although it is not in the queue", .verifies("QUE-02", "QUE-07"))
  func held() {
    var desk = FormDesk()
    desk.run("work-order.hold", ["order": ["20391"], "reason": ["parts"], "note": ["belt"]])
    #expect(!desk.model.board.queue.contains { $0.number == 20_391 })
    desk.type("v4")
    #expect(desk.model.queue.rows.map { desk.model.queue.source[$0].number } == [20_391])
    #expect(desk.text.contains("4 open"))
    #expect(desk.model.board.counts.queue[.parts] == 1)
    desk.type("H<Enter>")
    #expect(desk.order(20_391)?.hold == nil)
  }

  @Test("saves the pane as a view, shows it by name, renames it and takes it away", .verifies("QUE-02"))
  func saved() {
    var desk = FormDesk()
    desk.type("/zone:north<Enter>S5vsNorth first<Enter>")
    #expect(desk.model.views.map(\.name) == ["North first"])
    #expect(desk.model.views.first?.filter == "zone:north" && desk.model.views.first?.order == "number")
    desk.type("<Esc>v1:view north<Enter>")
    #expect(desk.model.queue.filter.text == "zone:north" && desk.model.queue.order == .number)
    desk.type("v<End><Up>")
    for _ in 0..<30 { desk.type("k") }
    for _ in 0..<8 { desk.type("j") }
    desk.type("r<C-u>North<Enter>")
    #expect(desk.model.views.map(\.name) == ["North"])
    desk.type("Ex")
    #expect(desk.model.views.isEmpty)
  }

  @Test("views survive being written and read", .verifies("QUE-02"))
  func kept() {
    let views = [
      SavedView(
        "North, lifts", .queue, filter: "trade:lift", order: "due", isReversed: true, columns: ["due", "site"]
      ),
      SavedView("Teams", .technicians, group: "team"), SavedView("odd\tname\n", .queue)
    ]
    let read = SavedView.read(SavedView.text(of: views))
    #expect(read.prefix(2) == views.prefix(2))
    #expect(read.last?.name == "odd name ")
    #expect(SavedView.read("nonsense\nqueue\tx").isEmpty)
  }

  @Test("a saved view called All is how the console begins", .verifies("QUE-04"))
  func beginning() {
    var desk = FormDesk()
    desk.send(.views([SavedView("All", .queue, order: "number", isReversed: true)]))
    #expect(desk.model.queue.order == .number && desk.model.queue.isReversed)
  }

  @Test("sorts by any column either way with P1 on top", .verifies("QUE-04"))
  func sort() {
    for choice in 1...9 {
      var console = Console()
      console.type("S\(choice)")
      let one = console.model.queue.rows.map { console.model.queue.source[$0].number }
      console.type("S\(choice)")
      let other = console.model.queue.rows.map { console.model.queue.source[$0].number }
      #expect(Set(one.prefix(2)) == [20_418, 20_421] && Set(other.prefix(2)) == [20_418, 20_421])
      #expect(one != other || choice == 9, "choice \(choice)")
      #expect(console.rows[1].contains(choice == 1 ? "by score" : "reversed"))
    }
  }

  @Test("a click on a title sorts by its column, a second one the other way", .verifies("QUE-04"))
  func click() {
    var console = Console()
    let row = console.rows.firstIndex { $0.contains("Site · problem") } ?? 0
    let title = Array(console.rows[row])
    let column = title.indices.first { title[$0...].starts(with: "Trade") } ?? 0
    console.click(column, row)
    #expect(console.model.queue.order == .trade && !console.model.queue.isReversed)
    console.click(column, row)
    #expect(console.model.queue.order == .trade && console.model.queue.isReversed)
  }

  @Test("columns are hidden, shown and moved", .verifies("QUE-04"))
  func columns() {
    var console = Console()
    console.type("S<End> ")
    #expect(console.model.queue.columns?.contains(.flags) == false)
    console.type("<Home><Down> <Esc>")
    #expect(console.model.queue.columns?.contains(.due) == false)
    console.type("S<Home> ")
    #expect(console.model.queue.columns?.last == .score)
    console.type("<Left>")
    #expect(console.model.queue.columns?.dropLast().last == .score)
    console.type("0")
    #expect(console.model.queue.columns == nil)
    console.type("<End><Up> ")
    #expect(console.model.queue.columns?.contains(.received) == true)
  }

  @Test("the counts stand above the queue and a click shows their rows", .verifies("QUE-07"))
  func counts() {
    var desk = FormDesk()
    #expect(desk.text.contains("urgent 1"), "\(desk.canvas.rows[2])")
    desk.send(.input(.mouse(Mouse(.press(.left), at: Point(column: 3, row: 2)))))
    #expect(desk.model.queue.filter.text == "urgent")
    desk.type("<Esc>v<End><Enter>")
    #expect(desk.model.queue.filter.text == "age:older")
  }

  @Test("Tab completes the filter", .verifies("QUE-02"))
  func completion() {
    var desk = FormDesk()
    desk.type("/tra<Tab>")
    #expect(desk.model.queue.filter.text == "trade:")
    desk.type("lif<Tab><Enter>")
    #expect(desk.model.queue.filter.text == "trade:lift")
    desk.type("<Esc>/trde:lift<Enter>")
    #expect(desk.resultLine.contains("trade: is near"), "\(desk.resultLine)")
    desk.type("<Esc>/trade:lfit<Enter>")
    #expect(desk.resultLine.contains("lift is near"), "\(desk.resultLine)")
  }

  @Test("the key that claims an order gives one's own free again", .verifies("QUE-15"))
  func claim() {
    var desk = FormDesk()
    desk.type("o")
    let number = desk.model.queue.source[desk.model.queue.rows[0]].number
    #expect(desk.order(number)?.claim?.by == Story.bea)
    desk.type("/mine<Enter>")
    #expect(desk.model.queue.rows.count == 1)
    desk.type("o")
    #expect(desk.order(number)?.claim == nil)
    #expect(desk.model.queue.rows.isEmpty)
  }

  @Test("who has room for more today is marked beside the load, until there is none", .verifies("BRD-11"))
  func room() throws {
    var desk = FormDesk()
    desk.type("a1")
    func row() throws -> String {
      let card = try #require(desk.model.board.technicians.first { $0.next == 20_418 || $0.now == 20_418 })
      return try #require(desk.canvas.rows.first { $0.contains(card.name) })
    }
    let free = try row()
    #expect(free.contains("%+"), "\(free)")
    desk.tick(600)
    let full = try row()
    #expect(!full.contains("%+"), "\(full)")
  }

  @Test("technicians have views and stand together by team, zone or skill", .verifies("BRD-06"))
  func technicians() {
    var desk = FormDesk()
    desk.type("2v")
    #expect(desk.text.contains("Free now") && desk.text.contains("On call"))
    desk.type("7")
    #expect(desk.model.technicians.group == .skill)
    #expect(desk.text.contains("skills together"))
    desk.type("/skill:doors<Enter>")
    #expect(desk.model.technicians.rows.count == 1)
    desk.type("<Esc>/shift:off<Enter>")
    #expect(desk.model.technicians.rows.count == 1, "Evans begins at 14:00")
  }

  @Test(
    "technicians are narrowed by each of their fields, and by nothing else", .verifies("BRD-06"),
    arguments: [
      ("name:flores", ["ines"]), ("zone:south", ["ines", "rhys"]), ("team:lifts", ["ana"]),
      ("skill:doors", ["ines"]), ("status:off", ["rhys"]), ("shift:off", ["rhys"]), ("oncall:yes", ["ana"])
    ])
  func narrowed(_ words: String, _ handles: [String]) throws {
    var office = FormOffice.made()
    for one in office.technicians.inOrder {
      if one.id == FormOffice.ana { office.technicians.change(one.id) { $0.team = "lifts" } }
      if ["ines", "rhys"].contains(one.handle) { office.technicians.change(one.id) { $0.zone = "south" } }
    }
    office.onCall = [
      OnCallTurn(
        technician: FormOffice.ana, trade: nil, from: Story.now - .hours(1), to: Story.now + .hours(8))
    ]
    var desk = FormDesk(office: office)
    desk.type("2/\(words)<Enter>")
    let cards = desk.model.board.technicians
    let shown = desk.model.technicians.rows.map { cards[$0].handle }
    #expect(shown.sorted() == handles, "\(shown)")
  }

  @Test("words of the technicians' filter find what the row says and what he can do", .verifies("BRD-06"))
  func technicianWords() {
    var desk = FormDesk()
    desk.type("2/free<Enter>")
    let free = desk.model.board.technicians.count { $0.shown == .available }
    #expect(free > 0 && desk.model.technicians.rows.count >= free)
    desk.type("<Esc>/lift<Enter>")
    let able = desk.model.board.technicians.count { card in card.skills.contains { $0.trade.name == "lift" } }
    #expect(able > 0 && desk.model.technicians.rows.count == able)
  }

  @Test(
    "fit every screen and keymap", arguments: [(80, 24), (120, 36), (200, 60)], ["default", "vim", "plain"])
  func sizes(_ size: (Int, Int), _ keymap: String) {
    var desk = FormDesk(size.0, size.1, keymap: Keymaps.shipped(keymap))
    desk.type(keymap == "default" ? "v" : keymap == "vim" ? "'" : "<F10>")
    if keymap == "plain" { desk.type("<End><Up><Up><Enter>") }
    #expect(desk.top == "Queue: views")
    desk.type("<Esc>")
    #expect(desk.top == nil)
  }
}
