import Domain
import TUI
import Terminal
import TestSupport
import Testing
import Verbs

@Suite("The wall's screens", .verifies("BRD-10"))
struct WallScreenTests {
  @Test("shows the morning at every size", arguments: [(250, 80), (200, 60), (120, 36), (80, 24), (60, 15)])
  func now(_ width: Int, _ height: Int) {
    expectScreen(
      Story.wall(width, height).screen.canvas, "wall-\(width)x\(height)",
      roleNames: ConsoleScreenTests.roleName)
  }

  @Test("has a page of technicians, one of breaches and one of the hours", arguments: [2, 3, 4])
  func pages(_ page: Int) {
    for (width, height) in [(200, 60), (80, 24)] {
      var console = Story.wall(width, height)
      console.type(String(page))
      expectScreen(
        console.screen.canvas, "wall-page-\(page)-\(width)x\(height)", roleNames: ConsoleScreenTests.roleName)
    }
  }

  @Test("turns its header round and dims its figures while it is old", .verifies("REP-01"))
  func old() {
    var console = Story.wall(120, 36)
    console.send(.reading(Failure(.fileGone, subject: "callout.db", detail: "removed")))
    console.send(.tick(Story.now + .minutes(4), Story.board()))
    expectScreen(console.screen.canvas, "wall-old-120x36", roleNames: ConsoleScreenTests.roleName)
    console.send(.reading(nil))
    #expect(!console.text.contains("AS OF") && console.rows[0].contains("10:46"))
  }

  @Test("has nothing to fear of a day without work")
  func empty() {
    let office = Office(
      profile: OfficeProfile(name: "Riverside", zone: "UTC", currency: "EUR"), firstNumber: 1, at: Story.now)
    var console = Story.wall(80, 24, office: office, board: Board())
    #expect(console.text.contains("Nothing is breached or at risk, and no clock runs."))
    console.type("2")
    #expect(console.text.contains("No technicians yet."))
    console.type("34jG<enter>=<esc>")
    console.turn(40)
    #expect(console.model.popups.isEmpty)
  }

  @Test("says so when it is too small, and goes on when it is not", .verifies("UX-03"))
  func small() {
    var console = Story.wall(50, 10)
    #expect(console.text.contains("Callout needs 60x15, this is 50x10."))
    console.send(.resized(Size(width: 80, height: 24)))
    #expect(console.text.contains("P1 OPEN") && console.text.contains("█"))
    for (width, height) in [(1, 1), (5, 2), (0, 0), (300, 100), (60, 15)] {
      console.send(.resized(Size(width: width, height: height)))
      console.type("1j2k3G4=<esc>")
      console.turn(9)
      #expect(console.screen.canvas.size == Size(width: width, height: height))
    }
  }

  @Test("loses no sign in ASCII")
  func ascii() {
    for page in 1...4 {
      var console = Story.wall(120, 36)
      console.type(String(page))
      let canvas = Screen.of(console.model, glyphs: .ascii)
      #expect(canvas.text.unicodeScalars.allSatisfy { $0.isASCII })
    }
  }

  @Test("shows the same drawn bit by bit as drawn at once, for any keys, sizes and changes", arguments: 0..<8)
  func incremental(_ seed: UInt64) {
    var random = SplitMix(seed: seed)
    var console = Story.wall(120, 36)
    for step in 0..<80 {
      console.act(&random)
      if Int.random(in: 0..<3, using: &random) == 0 { console.turn() }
      #expect(console.screen.canvas == Screen.of(console.model), "seed \(seed), step \(step)")
    }
    #expect(!console.effects.contains { if case .submit = $0 { true } else { false } })
  }
}
