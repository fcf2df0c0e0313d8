import Domain
import Settings
import TUI
import Terminal
import TestSupport
import Testing
import Verbs

@Suite("What the header says")
struct HeaderTests {
  @Test("tells the title when the counts that matter change")
  func title() {
    var console = Console()
    var board = Story.board()
    board.counts.breached = 2
    console.send(.officeChanged(Story.office(), board))
    guard case .title(let text)? = console.effects.last else {
      Issue.record("no title")
      return
    }
    #expect(text == "Riverside · P1 2 · breached 2")
  }

  @Test("says that the clock is not the real one")
  func setClock() {
    let model = Model(
      office: Story.office(), board: Story.board(), now: Story.now, person: Story.bea,
      keymap: Keymaps.shipped("default"), identifiers: CountingIdentifiers(),
      size: Size(width: 120, height: 36),
      clockNote: "set clock")
    #expect(Screen.of(model).rows[0].contains("Tue 24 Nov 10:42 set clock"))
  }

  @Test("says that it is a sandbox, and how fast it runs, as that changes", .verifies("ADM-10"))
  func sandbox() {
    var console = Console()
    console.send(.clock(note: Wording.sandbox(speed: 100, isPlayed: true)))
    #expect(console.rows[0].contains("10:42 sandbox 100x"))
    console.send(.clock(note: Wording.sandbox(speed: 100, isPlayed: false)))
    #expect(console.rows[0].contains("10:42 sandbox, stands"))
    console.send(.clock(note: nil))
    #expect(!console.rows[0].contains("sandbox"))
  }

  @Test("says that nothing is saved and since when")
  func trouble() {
    var console = Console()
    console.send(.link(.notSaving(since: Story.now, Failure(.diskFull, subject: "callout.db", detail: ""))))
    #expect(console.rows[0].contains("✗ not saving since 10:42: disk full"))
    #expect(console.rows[0].hasPrefix(" Riverside"))
  }

  @Test("the header counts the consoles where there are several", .verifies("USR-06"))
  func consoles() {
    var console = Console()
    let sessions = (1...3).map { number in
      DeskSession(
        id: .init(high: 1, low: UInt64(number)), person: Story.bea, terminal: "pts/\(number)",
        process: number, begunAt: Story.now, seenAt: Story.now)
    }
    console.send(.sessions([sessions[0]]))
    #expect(!console.rows[0].contains("consoles"))
    console.send(.sessions(sessions))
    #expect(console.rows[0].contains("● local, 3 consoles"), "\(console.rows[0])")
    console.type("K")
    guard case .ask(.list(.consoles, _), _)? = console.effects.last else {
      Issue.record("nobody asked who is there")
      return
    }
  }
}
