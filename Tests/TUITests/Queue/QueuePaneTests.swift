import Domain
import TUI
import Terminal
import TestSupport
import Testing

@Suite("Queue pane")
struct QueuePaneTests {
  @Test("moves the selection with keys and keeps it on the same order", .verifies("UX-08"))
  func selectionSurvives() {
    var console = Console()
    console.type("jjj")
    #expect(console.selectedNumber == 20_399)
    var board = Story.board()
    board.queue.remove(at: 1)
    board.queue.swapAt(0, 1)
    console.send(.officeChanged(Story.office(), board))
    #expect(console.selectedNumber == 20_399)
    board.queue.removeAll { $0.number == 20_399 }
    console.send(.officeChanged(Story.office(), board))
    #expect(console.selectedNumber == 20_407, "the row that took its place is selected")
  }

  @Test("filters as it is typed: Enter keeps, Esc clears")
  func filter() {
    var console = Console()
    console.type("/doors")
    #expect(console.model.queue.rows.count == 2)
    #expect(console.rows[1].contains("/ doors▁ · 2 of 12"))
    console.type("<enter>j")
    #expect(console.selectedNumber == 20_366)
    console.type("<esc>")
    #expect(console.model.queue.rows.count == 12)
    #expect(console.selectedNumber == 20_366, "clearing the filter keeps the selection")
  }

  @Test("keeps no filter that is none", arguments: ["due<banana", "zoen:north"])
  func noFilter(_ words: String) {
    var console = Console()
    console.type("/")
    for character in words { console.press(.character(character)) }
    console.press(.enter)
    #expect(console.resultLine.contains("is no "), "\(console.resultLine)")
    #expect(console.rows[1].contains("▁"), "it is still typed: \(console.rows[1])")
    console.type("<esc>")
    #expect(!console.rows[1].contains("/ "))
  }

  @Test("takes filters by field, mark and exclusion")
  func fields() {
    var console = Console()
    console.type("/trade:lift,doors zone:south -held<enter>")
    #expect(console.model.queue.rows.map { console.model.board.queue[$0].number } == [20_421, 20_366])
    console.type("<esc>/nothing at all<enter>")
    #expect(console.text.contains("0 of 12 match. Esc shows all."))
  }

  @Test("pins P1 whatever the order", .verifies("SLA-06", "QUE-01"))
  func pinned() {
    for choice in 1...8 {
      var console = Console()
      console.type("S\(choice)")
      let numbers = console.model.queue.rows.map { console.model.board.queue[$0].number }
      #expect(Set(numbers.prefix(2)) == [20_418, 20_421], "order \(choice)")
    }
  }

  @Test("stands by zone when asked, zone as the first column of each group")
  func grouped() {
    var console = Console()
    console.type("Sz")
    let zones = console.model.queue.rows.dropFirst(2).compactMap { console.model.board.queue[$0].zone }
    #expect(zones == zones.sorted())
    #expect(console.rows[3].contains("Zone"))
    #expect(console.rows[1].contains("zones together"))
  }

  @Test("says each clock's state by sign as well as colour", .verifies("SLA-02"))
  func clocks() {
    let text = Screen.of(Story.model(120, 36)).text
    for words in ["0:38r▲", "-0:12r✗", "1:40r ", "4:40f‖"] { #expect(text.contains(words)) }
    let alerts = text.split(separator: "4 Alerts").last ?? ""
    for words in ["│▌▲  0:22  20418", "✗  0:12  20396", "‖   1 d  20351"] {
      #expect(alerts.contains(words), "\(words) in \(alerts)")
    }
  }

  @Test("an order's window says each clock's state by sign or word as well as colour", .verifies("SLA-02"))
  func clockWords() {
    var desk = FormDesk()
    desk.type("<Enter>")
    #expect(desk.text.contains("response 11:20 in 0:38 ▲"), "\(desk.text)")
    #expect(desk.text.contains("fix 12:20 in 1:38 "), "\(desk.text)")
    desk.tick(60)
    #expect(desk.text.contains("response 11:20 missed by 0:22"), "\(desk.text)")
  }

  @Test("shows every column of an unassigned order where there is room", .verifies("QUE-01"))
  func wide() {
    let title = Screen.of(Story.model(200, 60)).rows[3]
    for column in [
      "P", "Order", "Due", "Wait", "Zone", "Trade", "Site · problem", "Customer", "Received", "Score"
    ] {
      #expect(title.contains(column), "\(column) in \(title)")
    }
    #expect(!title.contains("Window"), "nothing is promised in any row")
  }

  @Test("shows in an order's own row what its customer was promised", .verifies("QUE-01"))
  func window() throws {
    var desk = FormDesk(200, 60)
    desk.run("work-order.window", ["order": ["20418"], "window": ["13-15"]])
    let title = try #require(desk.canvas.rows.first { $0.hasPrefix("│") && $0.contains("Site · problem") })
    let place = try #require(title.firstRange(of: "Window")?.lowerBound)
    let column = title.distance(from: title.startIndex, to: place)
    let row = try #require(desk.canvas.rows.first { $0.hasPrefix("│") && $0.contains(" 20418 ") })
    #expect(row.dropFirst(column).hasPrefix("13:00–15:00"), "\(row)")
  }

  @Test("loses columns by rank: Wait, then flags, then Trade")
  func ranks() {
    var console = Console(120, 36)
    #expect(console.rows[3].contains("Wait") && console.rows[3].contains("Trade"))
    var seen: [String] = []
    for _ in 0..<9 {
      console.type("_")
      let title = console.rows[3].split(separator: "│").first.map(String.init) ?? ""
      for column in ["Wait", "Trade"] where !title.contains(column) && !seen.contains(column) {
        seen.append(column)
      }
    }
    #expect(seen == ["Wait", "Trade"])
  }

  @Test("shows the order beside the queue without losing the place", .verifies("QUE-10"))
  func detail() {
    var console = Console(80, 24)
    console.type("jj")
    #expect(console.text.contains("├─ 20396 ─"))
    #expect(console.text.contains("\"burst pipe\" Elm Court 4B"))
    #expect(console.rows[6].hasPrefix("│▌2 20396"))
  }

  @Test("says what is next when nothing is unassigned")
  func empty() {
    var board = Story.board()
    board.queue = []
    #expect(Screen.of(Story.model(120, 36, board: board)).text.contains("Nothing unassigned."))
    let office = Office(profile: Story.office().profile, firstNumber: 1, at: Story.now)
    let fresh = Screen.of(Story.model(120, 36, office: office, board: Board())).text
    #expect(fresh.contains("No open orders. n logs a call"))
    #expect(fresh.contains("No alerts."))
    #expect(fresh.contains("No technicians yet."))
  }
}
