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

  @Test("offers a role what it may do, and nothing else", .verifies("INT-16", "USR-03"))
  func role() throws {
    var office = FormOffice.made()
    let hal = Person.ID(high: 1, low: 30)
    office.people[hal] = FormOffice.person(hal, "hal", "Hal Frost", .helpdesk)
    var desk = FormDesk(office: office, person: hal)
    #expect(
      !desk.canvas.rows[35].contains("assign") && desk.canvas.rows[35].contains("n new"), "\(desk.text)")
    desk.type("c3")
    #expect(desk.text.contains("the caller says now") || desk.text.contains("note that they rang again"))
    #expect(!desk.text.contains("P1 ") || !desk.text.contains("1 P1"), "\(desk.text)")
    desk.type("<Esc>2")
    #expect(desk.text.contains("Window"), "the promise is a helpdesk's to change: \(desk.text)")
  }
}
