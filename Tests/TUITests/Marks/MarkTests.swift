import Domain
import TUI
import Terminal
import TestSupport
import Testing

@Suite("Marks")
struct MarkTests {
  private func marked(_ console: Console) -> [Int] {
    console.model.marks.ids.compactMap { console.model.office.order($0)?.number }.sorted()
  }

  @Test("Space marks a row and goes on; again it takes the mark off", .verifies("QUE-06"))
  func toggle() {
    var console = Console()
    console.type("  ")
    #expect(marked(console) == [20_418, 20_421])
    #expect(console.rows[1].contains("2 marked"))
    #expect(console.rows[4].contains("1*20418") && console.rows[5].contains("1*20421"))
    console.type("k ")
    #expect(marked(console) == [20_418])
    console.type("<esc>")
    #expect(marked(console) == [20_418], "Esc keeps marks")
    console.type("U")
    #expect(marked(console) == [])
    #expect(console.resultLine.contains("Nothing is marked any more."))
  }

  @Test(
    "marks stay on their orders while rows come, go, change places and are filtered away", .verifies("QUE-06")
  )
  func identity() {
    var console = Console()
    console.type(" j ")
    #expect(marked(console) == [20_396, 20_418])
    var board = Story.board()
    board.queue.swapAt(0, 4)
    board.queue.remove(at: 1)
    console.send(.officeChanged(Story.office(), board))
    #expect(marked(console) == [20_396, 20_418])
    console.type("/trade:plumb<enter>")
    #expect(console.rows[1].contains("2 marked, 1 hidden"), "\(console.rows[1])")
    console.type("<esc>S3")
    #expect(marked(console) == [20_396, 20_418])
    console.type("p")
    #expect(console.text.contains("Priority of 2 orders"))
  }

  @Test("a range goes with the cursor and shrinks with it, and Shift with an arrow does the same")
  func ranges() {
    var console = Console()
    console.type("Vjjj")
    #expect(marked(console).count == 4)
    console.type("kk")
    #expect(marked(console).count == 2)
    console.type("Vjj")
    #expect(marked(console).count == 2, "the range has ended")
    console.type("U<S-Down><S-Down>")
    #expect(marked(console).count == 3)
    console.type("<S-Up>")
    #expect(marked(console).count == 2)
    console.type("j<S-Down>")
    #expect(marked(console).count == 4, "a new range adds to what is marked")
  }

  @Test("A marks all that are shown, again none", .verifies("QUE-06"))
  func all() {
    var console = Console()
    console.type("/doors<enter>A")
    #expect(marked(console) == [20_366, 20_405])
    console.type("A")
    #expect(marked(console) == [])
    console.type("<esc>A")
    #expect(marked(console).count == 12)
  }

  @Test("A again takes all marks off although a row has come in since", .verifies("QUE-06"))
  func allAgain() {
    var console = Console(board: Story.board())
    console.type("4A")
    let before = console.model.marks.count
    #expect(before > 1)
    let more = Story.board(alerts: Story.alerts + Story.moreAlerts(3))
    console.send(.officeChanged(console.model.office, more))
    console.type("A")
    #expect(console.model.marks.isEmpty && before < more.alerts.count)
  }

  @Test("alerts mark the orders they are about", .verifies("QUE-06"))
  func alerts() {
    var console = Console()
    console.type("4 ")
    let first = console.model.board.alerts.first?.orderID
    #expect(console.model.marks.ids == Set([first].compactMap(\.self)))
    console.type("1")
    #expect(console.rows[1].contains("1 marked"))
  }

  @Test("what is looked at is the order under the cursor, whatever is marked")
  func looking() {
    var console = Console()
    console.type("  <enter>")
    #expect(console.model.popups.last?.popup.subject == Story.order(20_396))
  }

  @Test("on the timeline a visit under the cursor counts before marks elsewhere")
  func timeline() {
    var console = Console()
    console.type("  3l")
    let visit = console.model.selectedOrder
    #expect(visit != nil)
    #expect(console.model.selectedOrders == [visit].compactMap(\.self))
  }

  @Test("works with every keymap", arguments: ["default", "vim", "plain"])
  func keymaps(_ keymap: String) {
    var console = Console(80, 24, keymap: keymap)
    console.type(" <S-Down>")
    #expect(marked(console).count == 3)
  }
}
