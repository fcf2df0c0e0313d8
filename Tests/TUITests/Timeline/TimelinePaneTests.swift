import Domain
import TUI
import Terminal
import TestSupport
import Testing

@Suite("Timeline pane")
struct TimelinePaneTests {
  @Test("walks from the name through the visits and back")
  func visits() {
    var console = Console()
    console.type("3")
    #expect(console.selectedNumber == nil)
    console.type("lll")
    #expect(console.selectedNumber == 20_417)
    console.type("j")
    #expect(console.selectedNumber == 20_409, "of the next row the visit nearest in time")
    console.type("hhh")
    #expect(console.selectedNumber == nil)
  }

  @Test("shows status, travel, overrun, break and conflict by sign", .verifies("TML-02", "TML-06"))
  func signs() {
    let text = Screen.of(Story.model(200, 60)).text
    for sign in [
      "[20371=", "···[20377=", "[20391◆", "▓▓▓▓▓", "▲20404›", "╌╌╌", "(20412?", "[20402✓", "╌training╌", "╶─",
      "─╴"
    ] {
      #expect(text.contains(sign), "\(sign)")
    }
  }

  @Test("ends a block in the sign of its order's clock, while there is something to do", .verifies("SLA-02"))
  func dangers() throws {
    var board = Story.board()
    for bar in board.lanes.flatMap(\.bars) {
      board.dangers[bar.order] = [20_402: .breached, 20_371: .breached, 20_391: .atRisk][bar.number]
    }
    #expect(board.dangers.count == 3)
    let rows = Screen.of(Story.model(200, 60, board: board)).rows
    func block(_ begin: String) throws -> Substring {
      let row = try #require(rows.first { $0.contains(begin) })
      let at = try #require(row.firstRange(of: begin))
      return row[at.lowerBound...].prefix { !"]▓".contains($0) }
    }
    #expect(try block("[20402✓").contains("✗") && !block("[20371=").contains("✗"))
    #expect(try block("[20391◆").contains("▲"))
  }

  @Test("keeps the mark of a narrow block and drops digits from the left", .verifies("TML-02"))
  func narrow() {
    let text = Screen.of(Story.model(120, 36)).text
    #expect(text.contains("[360=]") && text.contains("[62=]"))
  }

  @Test("stands on now and moves by hour, scale and day", .verifies("TML-01"))
  func scrolls() {
    var console = Console()
    let column = { (text: String, sign: Character) in
      text.firstIndex(of: sign).map { text.distance(from: text.startIndex, to: $0) }
    }
    let axis = 16
    let before = column(console.rows[axis + 1], "┊")
    #expect(before == 46, "10:42 at eight columns an hour from 07:00: \(console.rows[axis + 1])")
    console.type("3}")
    #expect(column(console.rows[axis + 1], "┊") == 38)
    console.type("0vv")
    #expect(console.rows[axis].contains("1 column = 2½ min"))
    console.type("]")
    #expect(console.rows[axis].contains("Wed 25 Nov"))
    #expect(!console.rows[axis + 1].contains("┊"), "now is not on tomorrow's axis")
    console.type("[")
    #expect(console.rows[axis].contains("Tue 24 Nov"))
  }

  @Test("selects a visit by a click")
  func clicks() {
    var console = Console()
    console.click(65, 18)
    #expect(console.model.focus == .timeline)
    #expect(console.selectedNumber == 20_417)
  }
}
