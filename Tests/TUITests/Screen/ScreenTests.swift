import Domain
import Terminal
import TestSupport
import Testing

@testable import TUI

@Suite("Screen")
struct ScreenTests {
  @Test(
    "moves the mark of two lines and draws none for a move of the cursor, whatever lies behind",
    .verifies("UX-08"))
  func cheapMoves() {
    var board = Story.board()
    let rows = board.queue
    board.queue = (0..<1_000).map { number in
      let row = rows[number % rows.count]
      return QueueRow(
        id: Story.order(30_000 + number), number: 30_000 + number, status: row.status, priority: row.priority,
        clock: row.clock, receivedAt: row.receivedAt, trade: row.trade, siteName: row.siteName,
        customerName: row.customerName, zone: row.zone, summary: row.summary, window: nil, score: row.score,
        claimedBy: nil, isFlagged: false, hold: nil, hasAnomaly: false)
    }
    var console = Console(200, 60, board: board)
    for _ in 0..<5 {
      console.type("j")
      #expect(console.screen.linesDrawn == 0 && console.screen.linesMarked == 2)
    }
    console.send(.input(.focus(true)))
    #expect(console.screen.linesDrawn == 0 && console.screen.linesMarked == 0)
  }

  @Test("knows its size before anything happens")
  func sizeAtTheStart() {
    let model = Story.model(200, 60)
    var resized = model
    _ = update(&resized, .resized(Size(width: 200, height: 60)))
    #expect(model.queue.cursor.height == 23 && model.queue.cursor == resized.queue.cursor)
  }

  @Test(
    "shows the same drawn bit by bit as drawn at once, for any keys, sizes and changes", arguments: 0..<12)
  func incremental(_ seed: UInt64) {
    var random = SplitMix(seed: seed)
    var console = Console(120, 36)
    for step in 0..<80 {
      console.act(&random)
      #expect(console.screen.canvas == Screen.of(console.model), "seed \(seed), step \(step)")
    }
  }

  @Test("survives every size", arguments: [(0, 0), (1, 1), (5, 2), (60, 15), (80, 24), (110, 28), (300, 100)])
  func sizes(_ width: Int, _ height: Int) {
    var console = Console(120, 36)
    console.type("?")
    console.send(.resized(Size(width: width, height: height)))
    console.type("<esc>3ll]:te<tab><esc><esc>Z+_S1E")
    #expect(console.screen.canvas.size == Size(width: width, height: height))
  }

  @Test("says when it is too small, and that everything goes on", .verifies("UX-03"))
  func tooSmall() {
    let words = Screen.of(Story.model(50, 10)).rows.prefix(2).joined(separator: " ")
    #expect(words == "Callout needs 60x15, this is 50x10. Everything goes on.")
  }

  @Test("loses no sign in ASCII")
  func ascii() {
    let canvas = Screen.of(Story.model(120, 36), glyphs: .ascii)
    #expect(canvas.text.unicodeScalars.allSatisfy { $0.isASCII })
    #expect(canvas.text.contains("0:38r^") && canvas.text.contains("[20391#"))
  }

  @Test("names every role as the themes do")
  func roles() {
    #expect(Set(StyleRole.allCases.map(\.name)).count == StyleRole.allCases.count)
    #expect(StyleRole.names == Keymaps.themeRoles)
  }
}

/// A small generator, so that a failing run can be repeated by its seed.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension Console {
  /// Something anybody could do: mostly keys, now and then a click, a size, a change by another process.
  mutating func act(_ random: inout SplitMix) {
    switch Int.random(in: 0..<20, using: &random) {
    case 0:
      let size = Size(
        width: Int.random(in: 1...210, using: &random), height: Int.random(in: 1...70, using: &random))
      send(.resized(size))
    case 1:
      click(Int.random(in: 0..<200, using: &random), Int.random(in: 0..<60, using: &random))
    case 2:
      var board = Story.board()
      board.queue.shuffle(using: &random)
      board.queue.removeLast(Int.random(in: 0...board.queue.count, using: &random))
      board.alerts.removeLast(Int.random(in: 0...board.alerts.count, using: &random))
      board.lanes.removeLast(Int.random(in: 0...board.lanes.count, using: &random))
      send(.officeChanged(Story.office(), board))
    case 3:
      var board = Story.board()
      board.technicians.reverse()
      board.counts.breached = Int.random(in: 0..<9, using: &random)
      let minutes = Int64.random(in: 1...300, using: &random)
      send(.tick(model.now + .minutes(minutes), board))
    case 4:
      send(
        .link(
          model.link == .local
            ? .notSaving(since: model.now, Failure(.diskFull, subject: "", detail: "")) : .local))
    default:
      let keys: [Key] =
        Array("jkhlgG[]1234Z+_/S:?nFaHcpfoeTDCLy-=!vV0{}q .xE").map { $0 == " " ? .space : .character($0) }
        + [
          .enter, .escape, .tab, .backspace, .up, .down, .named(.pageDown), .named(.pageUp), .named(.f1),
          .named(.f10)
        ]
      press(keys.randomElement(using: &random) ?? .escape)
    }
  }
}
