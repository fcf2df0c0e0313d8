import Domain
import TUI
import Terminal
import TestSupport
import Testing
import Verbs

@Suite("A customer's window")
struct CustomerWindowTests {
  /// A console at the window of Quay Estates, where 20418 was given to Ana.
  static func desk(_ width: Int = 120, _ height: Int = 36, keymap: String = "default") -> FormDesk {
    var desk = FormDesk(width, height, keymap: Keymaps.shipped(keymap))
    desk.run("work-order.assign", ["order": ["20418"], "technician": ["ana"]])
    desk.type(keymap == "plain" ? "" : ":customer show Quay Estates<Enter>")
    if keymap == "plain" { desk.type("<F9>customer show Quay Estates<Enter>") }
    return desk
  }

  @Test(
    "answers the three questions about the marked order by one key each, and is there again after each",
    .verifies("INT-16"), arguments: ["default", "vim", "plain"])
  func questions(_ keymap: String) {
    var desk = Self.desk(keymap: keymap)
    #expect(desk.top == "Customer")
    desk.type("1")
    #expect(desk.text.contains("20418 · arrival"))
    #expect(desk.text.contains("Ruiz"))
    desk.type("<Esc>")
    #expect(desk.top == "Customer")
    desk.type("2")
    #expect(desk.top?.contains("20418") == true)
    desk.type("<Esc>")
    #expect(desk.top == "Customer")
    desk.type("3")
    #expect(desk.top == "20418 is urgent now")
    desk.type("6")
    desk.paste("second time today")
    desk.type("<Enter>")
    #expect(desk.top == "Customer")
    #expect(desk.order(20_418)?.notes.last?.words == "Rang again: second time today")
  }

  @Test(
    "a move asked for is made from there, with the message to the customer in the same step",
    .verifies("INT-16"))
  func moves() {
    var desk = Self.desk()
    let before = desk.order(20_418)?.openVisit?.start
    desk.type("2l<Enter>")
    if desk.top?.hasPrefix("20418") == true { desk.type("1") }
    #expect(desk.top == "Customer")
    #expect(desk.order(20_418)?.openVisit?.start != before)
  }

  @Test("the questions are about the order under the mark, and order verbs act on it", .verifies("INT-16"))
  func marked() {
    var desk = Self.desk()
    desk.mark("20421")
    #expect(desk.text.contains("They ask about 20421"))
    desk.type("3")
    #expect(desk.top == "20421 is urgent now")
    desk.type("1")
    desk.paste("two people stuck")
    desk.type("<Enter>")
    #expect(desk.order(20_421)?.priority == .p1)
    desk.type("N")
    #expect(desk.top == "Note on 20421")
  }

  @Test("without a visit the second question opens the promise, which is set from there", .verifies("INT-16"))
  func promise() {
    var desk = Self.desk()
    desk.mark("20421")
    desk.type("2")
    desk.paste("14:00-16:00")
    desk.type("<C-s>")
    #expect(desk.order(20_421)?.window != nil)
    #expect(desk.top == "Customer")
  }

  @Test("shows complaints with how they were settled, and the calls of the year", .verifies("AST-16"))
  func complaints() {
    var desk = FormDesk()
    desk.run("customer.complaint", ["about": ["Quay Estates"], "words": ["late twice"]])
    desk.type(":customer show Quay Estates<Enter>")
    for words in [
      "Complaints  1 open, 0 settled", "late twice", "open: the alert settles it", "calls this year"
    ] {
      #expect(desk.text.contains(words), "\(words)")
    }
  }

  @Test("is pictured", arguments: [(80, 24), (200, 60)])
  func pictured(_ width: Int, _ height: Int) {
    let desk = Self.desk(width, height)
    expectScreen(desk.canvas, "questions-\(width)x\(height)", roleNames: ConsoleScreenTests.roleName)
  }
}
