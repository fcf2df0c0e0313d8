import Domain
import Settings
import TUI
import Terminal
import TestSupport
import Testing
import Verbs

@Suite("Console keys")
struct ConsoleKeysTests {
  @Test("asks once before it is left, and never from depth")
  func leaving() {
    var console = Console()
    console.type("q")
    #expect(!console.didQuit)
    #expect(console.resultLine.contains("q again leaves"))
    console.type("<esc>")
    #expect(!console.didQuit)
    console.type("qjq")
    #expect(!console.didQuit, "another key takes the question back")
    console.type("qq")
    #expect(console.didQuit)
    console = Console()
    console.type("?qqZq")
    #expect(!console.didQuit)
    console = Console()
    console.type("<esc><esc><esc><esc>")
    #expect(!console.didQuit)
  }

  @Test("goes through the panes by number, Tab and mouse")
  func panes() {
    var console = Console()
    console.type("3")
    #expect(console.model.focus == .timeline)
    console.type("<tab><tab>")
    #expect(console.model.focus == .queue)
    console.type("<S-Tab>")
    #expect(console.model.focus == .alerts)
    console.click(80, 5)
    #expect(console.model.focus == .technicians)
    #expect(console.model.selectedTechnician == Story.technician(2))
    console.send(.input(.mouse(Mouse(.wheelDown, at: Point(column: 5, row: 5)))))
    #expect(console.model.focus == .technicians)
  }

  @Test("zooms a pane and comes back")
  func zoom() {
    var console = Console()
    console.type("2Z")
    #expect(console.text.contains("Last place") && !console.text.contains("1 Queue"))
    console.type("<esc>")
    #expect(console.text.contains("1 Queue"))
  }

  @Test("says that a paste is open while its end does not come, over panes, forms and the lock")
  func openPaste() {
    for keys in ["", "N", ":", "/"] {
      var desk = FormDesk(80, 24)
      desk.type(keys)
      desk.send(.input(.pasteOpen))
      #expect(desk.text.contains("A paste is open") && desk.text.contains("^C ends it"), "\(keys)")
      desk.paste("belt")
      #expect(!desk.text.contains("A paste is open"), "\(keys)")
    }
    var desk = FormDesk(80, 24)
    desk.send(.lock(mayLeave: false))
    desk.send(.input(.pasteOpen))
    #expect(desk.text.contains("A paste is open"), "\(desk.text)")
    desk.paste("1234")
    #expect(!desk.text.contains("A paste is open"))
  }

  @Test("keeps a result while the cursor moves, and lets it go with the next thing that is done")
  func resultYields() {
    var console = Console()
    let done = Message.finished(.done("20418 noted"), .keys)
    console.send(done)
    console.type("jk")
    #expect(console.resultLine.contains("20418 noted"))
    for keys in ["2", "<Tab>", "?", "/", "<Enter>"] {
      console = Console()
      console.send(done)
      console.type(keys)
      #expect(!console.resultLine.contains("20418 noted"), "\(keys)")
    }
  }

  @Test(
    ":w hands in the form under the line, and says that nothing waits where there is none", .verifies("UX-03")
  )
  func write() {
    var desk = FormDesk()
    desk.type("Nseen by the caretaker<F9>w<Enter>")
    #expect(desk.submitted.count == 1 && desk.top == nil, "\(desk.top ?? "") \(desk.resultLine)")
    desk.type(":w<Enter>")
    #expect(desk.resultLine.contains("Nothing waits to be written"))
    desk.type("Nheard by the neighbour<F9>open 20418<Enter>")
    #expect(desk.top == "Order 20418")
    desk.type(":w<Enter>")
    #expect(desk.submitted.count == 2 && desk.top == nil, "\(desk.top ?? "") \(desk.resultLine)")
    desk.type("Nand again<F9>wq<Enter>")
    #expect(
      desk.submitted.count == 3 && !desk.effects.contains { if case .quit = $0 { true } else { false } },
      "what is said of it is still to be read")
    desk.type(":wq<Enter>")
    #expect(desk.effects.contains { if case .quit = $0 { true } else { false } })
  }

  @Test("asks before it is left whether what is not saved may be lost")
  func leavingUnsaved() {
    var console = Console()
    console.send(.link(.notSaving(since: Story.now, Failure(.diskFull, subject: "callout.db", detail: ""))))
    console.type("q")
    #expect(console.resultLine.contains("Not saving since 10:42"))
    #expect(!console.resultLine.contains("Everything is saved"))
    #expect(console.resultLine.contains("q again leaves"))
  }

  @Test("filters what is mine by whoever acts now")
  func mine() {
    var console = Console()
    console.type("/mine<enter>")
    #expect(console.text.contains("1 of 12"))
    console.send(.acting(Person.ID(high: 0, low: 0)))
    #expect(console.text.contains("0 of 12"))
  }

  @Test(
    "opens no line for what an order has not got, so that the next keys mean what they say",
    .verifies("UX-01"))
  func nothingToDo() throws {
    var desk = FormDesk()
    desk.type("*")
    #expect(desk.model.line == nil && desk.resultLine.contains("20418 not pinned"), "\(desk.resultLine)")
  }
}
