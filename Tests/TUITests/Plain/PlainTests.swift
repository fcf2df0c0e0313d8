import Domain
import TUI
import Terminal
import TestSupport
import Testing
import Verbs

@Suite("The screen for who listens", .verifies("UX-07"))
struct PlainTests {
  private func desk(_ width: Int = 80, _ height: Int = 24) -> FormDesk {
    var desk = FormDesk(width, height)
    desk.model.isPlain = true
    return desk
  }

  private func canvas(_ desk: FormDesk) -> Canvas { Screen.of(desk.model, glyphs: .borderless) }

  /// The row that the hardware cursor is in.
  private func heard(_ desk: FormDesk) -> String {
    let canvas = canvas(desk)
    return canvas.cursor.map { canvas.rows[$0.row].trimmed } ?? ""
  }

  private static let borders = Set("│┌┐└┘├┤┬┴┼")

  @Test("is one pane without borders, in sentences, with the cursor on what the keys act on")
  func panes() throws {
    var desk = desk()
    for _ in 0..<3 {
      let selected = try #require(desk.model.selectedOrder.flatMap { desk.office.order($0) })
      #expect(heard(desk).hasPrefix("\(selected.number), \(selected.priority.text), "), "\(heard(desk))")
      desk.type("j")
    }
    for (pane, words) in [("1", "1 Queue"), ("2", "2 Technicians"), ("3", "3 Timeline"), ("4", "4 Alerts")] {
      desk.type(pane)
      let canvas = canvas(desk)
      #expect(canvas.text.contains(words) && canvas.cursor != nil)
      #expect(!canvas.text.contains { Self.borders.contains($0) })
      for other in ["1 Queue ", "2 Technicians ", "3 Timeline ", "4 Alerts "] where !other.hasPrefix(words) {
        #expect(!canvas.rows.contains { $0.hasPrefix(other) })
      }
    }
  }

  @Test("has one window at a time, the cursor in its field or on its choice")
  func windows() throws {
    var desk = desk()
    desk.type("a")
    #expect(!canvas(desk).text.contains { Self.borders.contains($0) })
    #expect(heard(desk).hasPrefix("1 Ruiz, Ana: arrives "), "\(heard(desk))")
    #expect(!canvas(desk).text.contains("A●"), "no sign is read out")
    #expect(!canvas(desk).text.contains("1 Queue"))
    desk.type("<Esc>n")
    #expect(!heard(desk).isEmpty && !canvas(desk).text.contains("1 Queue"))
    desk.type("Dana")
    #expect(heard(desk).contains("Dana"))
  }

  @Test("says what happened as its second sentence, and what is selected by name in the timeline")
  func sentences() throws {
    var desk = desk()
    desk.type("o")
    let result = try #require(desk.model.result)
    #expect(canvas(desk).rows.prefix(6).contains { $0.contains(String(result.sentence.prefix(20))) })
    desk.type("3l")
    #expect(heard(desk).hasPrefix("selected ") || heard(desk).contains(": "), "\(heard(desk))")
  }

  @Test("lists suggestions in rows of their own, so that none is taken for a field")
  func suggestions() {
    var desk = desk(80, 36)
    desk.type("n<Tab>Dana")
    let rows = canvas(desk).rows.map(\.trimmed)
    #expect(rows.contains { $0.hasPrefix("suggestion: Dana Okafor") }, "\(rows)")
    #expect(rows.contains { $0.hasPrefix("Site") && !$0.contains("Okafor") }, "\(rows)")
  }

  @Test("help is a sentence for each key, the selected one under the cursor")
  func help() {
    var desk = desk()
    desk.type("?")
    #expect(heard(desk) == "Enter: Open an order; a bare number goes to it")
    desk.type("j")
    #expect(heard(desk).hasPrefix("a: Give work to a technician"))
  }

  @Test("fits every screen, also one that is too small", arguments: [(200, 60), (80, 24), (60, 15), (20, 5)])
  func sizes(_ width: Int, _ height: Int) {
    var desk = desk(width, height)
    for keys in ["", "2", "3", "4", "a", "<Esc>?", "<Esc>:x", "<Esc>n"] {
      desk.type(keys)
      let canvas = canvas(desk)
      #expect(canvas.size == Size(width: width, height: height))
      #expect(canvas.cursor.map { $0.row < height && $0.column < width } ?? true)
    }
  }
}
