import Terminal
import TestSupport
import Testing

@Suite("Canvas")
struct CanvasTests {
  @Test("is a picture: text, borders, styles, cursor")
  func picture() {
    var canvas = Canvas(width: 34, height: 9)
    let areas = canvas.bounds.split(rows: [.flexible(), .cells(4)], overlap: 1)
    let top = areas[0].split(columns: [.flexible(), .flexible()], overlap: 1)
    canvas.box(top[0], titles: ["1 Queue", "17"])
    canvas.box(top[1], style: Style(role: 3), titles: ["2 Technicians of the office"])
    canvas.box(areas[1], footer: ["Enter", "Esc"])
    canvas.draw(in: top[0].inset()) { pane in
      pane.put("20418 Mercy Hospital", at: .zero, style: Style(role: 1).selected(), width: pane.width)
      pane.put("東京都庁舎のエレベーター", at: Point(column: 0, row: 1), width: pane.width, ellipsis: true)
      pane.cursor = Point(column: 2, row: 0)
    }
    canvas.draw(in: areas[1].inset()) { $0.put("right", at: .zero, width: $0.width, alignment: .right) }
    expectScreen(canvas, "canvas-three-panes") { $0 == 1 ? "prio.1" : "border.focus" }
  }

  @Test("draws borders and marks in ASCII where the locale is C")
  func ascii() {
    var canvas = Canvas(width: 16, height: 5, glyphs: .ascii)
    canvas.box(canvas.bounds)
    canvas.rule(from: Point(column: 0, row: 2), columns: 16)
    canvas.put("●✗ é 東x…", at: Point(column: 1, row: 1))
    #expect(
      canvas.rows == [
        "+--------------+", "|*x ? ??x~     |", "+--------------+", "|              |", "+--------------+"
      ])
  }

  @Test("joins a rule across a box to both sides")
  func joins() {
    var canvas = Canvas(width: 5, height: 5)
    canvas.box(canvas.bounds)
    canvas.rule(from: Point(column: 0, row: 2), columns: 5)
    canvas.rule(from: Point(column: 2, row: 0), rows: 5)
    #expect(canvas.text == "┌─┬─┐\n│ │ │\n├─┼─┤\n│ │ │\n└─┴─┘")
  }

  @Test("draws nothing outside the rectangle it is handed")
  func clips() {
    var canvas = Canvas(width: 10, height: 4)
    canvas.fill(canvas.bounds, with: ".")
    canvas.draw(in: Rect(column: 3, row: 1, width: 4, height: 2)) { part in
      for row in -5..<9 { part.put("東東東東東東東東", at: Point(column: -3, row: row)) }
      part.box(Rect(column: -1, row: -1, width: 20, height: 20))
      part.fill(Rect(column: -9, row: 0, width: 99, height: 1), with: "#")
      part.cursor = Point(column: 4, row: 0)
    }
    #expect(canvas.rows[0] == "..........")
    #expect(canvas.rows[1] == "...####...")
    #expect(canvas.rows[2].hasPrefix("...") && canvas.rows[2].hasSuffix("..."))
    #expect(canvas.rows[3] == "..........")
    #expect(canvas.cursor == nil)
    #expect(canvas.size == Size(width: 10, height: 4))
  }

  @Test("narrows a drawing inside a drawing to what both have")
  func nests() {
    var canvas = Canvas(width: 6, height: 1)
    canvas.draw(in: Rect(column: 1, row: 0, width: 3, height: 1)) { outer in
      outer.draw(in: Rect(column: 1, row: 0, width: 9, height: 1)) { inner in
        inner.put("abcdef", at: .zero)
      }
    }
    #expect(canvas.text == "  ab")
  }

  @Test("blanks the other half of a wide character that is written over", arguments: [0, 1])
  func halves(column: Int) {
    var canvas = Canvas(width: 4, height: 1)
    canvas.put("東", at: .zero)
    canvas.put("x", at: Point(column: column, row: 0))
    #expect(canvas.text == (column == 0 ? "x" : " x"))
    #expect(!canvas[0, 0].isContinuation && !canvas[1, 0].isContinuation)
  }

  @Test("survives any size", arguments: [(0, 0), (1, 1), (5, 2), (300, 1), (1, 100)])
  func sizes(width: Int, height: Int) {
    var canvas = Canvas(width: width, height: height)
    canvas.box(canvas.bounds, titles: ["title"], footer: ["foot"])
    let used = canvas.put("東京 text", at: .zero, width: width, ellipsis: true)
    #expect(used == width || height == 0)
    #expect(canvas.rows.count == height)
    #expect(canvas.rows.allSatisfy { displayWidth(of: $0) <= width })
  }

  @Test("compares by what it shows, whatever was drawn on the way")
  func equality() {
    var one = Canvas(width: 5, height: 2)
    one.put("xxxxx", at: .zero)
    one.draw(in: Rect(column: 0, row: 0, width: 5, height: 1)) { $0.put("hello", at: .zero) }
    var other = Canvas(width: 5, height: 2)
    other.put("hello", at: .zero)
    #expect(one == other)
    #expect(one.changes(from: other, inRow: 0) == nil)
    other.put("p", at: Point(column: 3, row: 0))
    #expect(one.changes(from: other, inRow: 0) == 3..<4)
    #expect(one.changes(from: nil, inRow: 1) == 0..<5)
  }

  @Test("begins a change at the first half of a wide character")
  func wideChanges() {
    var one = Canvas(width: 4, height: 1)
    one.put("東", at: .zero)
    var other = one
    other.restyle(Rect(column: 1, row: 0, width: 1, height: 1)) { $0.selected() }
    #expect(other.changes(from: one, inRow: 0) == 0..<2)
  }

  @Test("lays another canvas and its cursor over itself")
  func lays() {
    var popup = Canvas(width: 3, height: 1)
    popup.put("東x", at: .zero)
    popup.cursor = Point(column: 1, row: 0)
    var canvas = Canvas(width: 6, height: 1)
    canvas.put("abcdef", at: .zero)
    canvas.lay(popup, at: Point(column: 2, row: 0))
    #expect(canvas.text == "ab東xf")
    #expect(canvas.cursor == Point(column: 3, row: 0))
    #expect(canvas.clipped(to: Rect(column: 3, row: 0, width: 3, height: 1)).text == " xf")
  }
}
