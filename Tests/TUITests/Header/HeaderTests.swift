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

  @Test(
    "answers a click on each part with what stands behind it", arguments: [(200, 60), (120, 36), (80, 24)])
  func clicks(width: Int, height: Int) throws {
    func clicked(_ part: String) throws -> Console {
      var console = Console(width, height)
      let before = try #require(console.rows[0].firstRange(of: part)?.lowerBound)
      console.click(console.rows[0].distance(from: console.rows[0].startIndex, to: before), 0)
      return console
    }
    #expect(try clicked("Bea Long").model.popups.last?.popup.name == "People")
    #expect(try clicked("10:42").hintLine.hasPrefix(":at"))
    let asked = try clicked("● local").effects
    #expect(asked.contains { if case .ask(.list(.consoles, nil), _) = $0 { true } else { false } })
    #expect(try clicked("done").model.popups.last?.popup.name == "Counters")
    let lists = [
      ("P1 ", "open p1 -status:review"), ("breached", "open breached"), ("at risk", "open atrisk")
    ]
    for (part, filter) in lists {
      let console = try clicked(part)
      #expect(console.model.focus == .queue && console.text.contains("/ \(filter)"))
    }
    var console = Console(width, height)
    console.click(width - 1, 0)
    #expect(console.model.popups.isEmpty && !console.text.contains("/ open"))
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

  @Test(
    "keeps the link in sight at every width, with what waits", .verifies("UX-06"),
    arguments: [60, 66, 80, 100, 120])
  func link(width: Int) {
    var console = Console(width, 24)
    let noon = Story.now + .minutes(78)
    let links: [(OfficeLink, String)] = [
      (.live, "●"), (.behind, "◐"), (.full, "✗"), (.offline(since: noon), "○"),
      (.stopped(Failure(.turnedAway, subject: "", detail: "")), "✗")
    ]
    for note in [nil, Wording.sandbox(speed: 100, isPlayed: true)] {
      console.send(.clock(note: note))
      for (link, sign) in links {
        console.send(.link(.office(link, waiting: 17)))
        let line = console.rows[0]
        #expect(line.contains(sign) && line.contains("17") && line.contains("10:42"), "\(line)")
        #expect(line.contains("breached 1") && line.contains("at risk"), "\(line)")
        if sign == "○" { #expect(line.contains("12:00"), "\(line)") }
      }
    }
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
