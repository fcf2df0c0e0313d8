import Domain
import TUI
import Terminal
import TestSupport
import Testing
import Verbs

@Suite("Why a field is what it is")
struct WhyTests {
  @Test(
    "the mark goes to a field of an order, and one key lists who changed it, when, before and after",
    .verifies("AST-12"), arguments: ["default", "vim"])
  func order(_ keymap: String) {
    var desk = FormDesk(keymap: Keymaps.shipped(keymap))
    desk.type("p3caller says it can wait<Enter>:open 20418<Enter>")
    desk.mark("Priority")
    desk.type("=")
    #expect(desk.top == "Why")
    for words in ["20418 · priority", "The rules propose", "Bea Long", "P1 → P3: caller says it can wait"] {
      #expect(desk.text.contains(words), "\(words)")
    }
    desk.type("<Esc>")
    #expect(desk.top == "Order 20418")
  }

  @Test("what is computed shows its rule with the figures, and that none of it is stored")
  func computed() {
    for (label, words) in [
      ("Score", "the sum of"), ("Clocks", "contract Gold P1"), ("Proposed", "The rules propose")
    ] {
      var desk = FormDesk()
      desk.type("<Enter>")
      desk.mark(label)
      desk.type("=")
      #expect(desk.text.contains(words), "\(label)")
      #expect(desk.text.contains("nothing of it is stored"), "\(label)")
    }
  }

  @Test("when somebody comes stands on the order with what that is taken from")
  func arrival() {
    var desk = FormDesk()
    desk.type("a1:open 20418<Enter>")
    #expect(desk.text.contains("Comes"))
    desk.mark("Comes")
    desk.type("=")
    #expect(desk.text.contains("Ruiz"))
    #expect(desk.text.contains("away") || desk.text.contains("as planned"))
  }

  @Test("a customer, a site, equipment and a technician tell the story of their fields too")
  func records() {
    for (open, label, words) in [
      (":customer show Quay Estates<Enter>", "Likes", "likes mornings → evenings"),
      (":site show Quay House<Enter>", "Parking", "nothing → yard behind"),
      (":equipment show Lift 2<Enter>", "Maker", "nothing → Kone"),
      (":technician show ana<Enter>", "Zone", "nothing → north")
    ] {
      var desk = FormDesk()
      desk.run("customer.edit", ["customer": ["Quay Estates"], "field": ["preferences=evenings"]])
      desk.type(open)
      desk.mark(label)
      desk.type("=")
      #expect(desk.top == "Why", "\(open)")
      #expect(desk.text.contains(words), "\(open)")
    }
  }

  @Test("a number and a code stay hidden in the story of their field")
  func hidden() {
    var desk = FormDesk()
    desk.run("site.edit", ["site": ["Quay House"], "field": ["accessCode=9921#", "phone=0151 496 7788"]])
    desk.type(":why site:\"Quay House\" accessCode<Enter>")
    #expect(desk.text.contains("hidden → hidden"))
    #expect(!desk.text.contains("4711") && !desk.text.contains("9921"))
    desk.type("<Esc>:why site:\"Quay House\" phone<Enter>")
    #expect(desk.text.contains("••••88"))
    #expect(!desk.text.contains("496 7788"))
  }

  @Test("all fields of a record are listed by the line, each leading to its own story")
  func all() {
    var desk = FormDesk()
    desk.type("p4because<Enter>:why 20418<Enter>")
    #expect(desk.text.contains("20418 · all fields"))
    desk.mark("priority")
    desk.type("<Enter>")
    #expect(desk.text.contains("P1 → P4: because"))
  }

  @Test("the story is pictured", arguments: [(80, 24), (200, 60)])
  func pictured(_ width: Int, _ height: Int) {
    var desk = FormDesk(width, height)
    desk.type("p3caller says it can wait<Enter>p2:open 20418<Enter>")
    desk.mark("Priority")
    desk.type("=")
    expectScreen(desk.canvas, "why-window-\(width)x\(height)", roleNames: ConsoleScreenTests.roleName)
  }
}

@Suite("A technician's card")
struct TechnicianCardTests {
  @Test(
    "is one key from his row, keeps his number hidden until asked for, and copies it then",
    .verifies("BRD-09"),
    arguments: ["default", "vim"])
  func card(_ keymap: String) {
    var desk = FormDesk(keymap: Keymaps.shipped(keymap))
    desk.type("2c")
    #expect(desk.top == "Technician")
    #expect(desk.text.contains("••••"))
    #expect(!desk.text.contains("0700 900"))
    desk.type("p")
    #expect(desk.text.contains("0700 900"))
    guard case .technician(_, .phoneShown) = desk.entries.last?.events.first else {
      Issue.record("nothing on record")
      return
    }
    desk.type("y")
    #expect(
      desk.effects.contains { if case .copy(let text) = $0 { text.contains("0700 900") } else { false } })
    desk.type("<Esc>")
    #expect(desk.top == "Technician")
    #expect(!desk.text.contains("0700 900"))
  }

  @Test("opens a message about the order he is on, and the card is there again after it", .verifies("BRD-09"))
  func message() {
    var desk = FormDesk()
    desk.type("a1")
    desk.type(":technician show ana<Enter>m")
    #expect(desk.top?.hasPrefix("Message about 20418") == true)
    desk.type("<Esc>")
    #expect(desk.top == "Technician")
  }

  @Test("is pictured", arguments: [(80, 24), (200, 60)])
  func pictured(_ width: Int, _ height: Int) {
    var desk = FormDesk(width, height)
    desk.type(":technician show ana<Enter>")
    expectScreen(desk.canvas, "card-window-\(width)x\(height)", roleNames: ConsoleScreenTests.roleName)
  }

  @Test("a person's record is a window, edited by the same key")
  func person() {
    var desk = FormDesk()
    desk.type("M35lee<Enter>")
    #expect(desk.top == "Person")
    desk.type("e")
    #expect(desk.top == "Edit Sam Lee")
  }
}

extension FormDesk {
  /// Moves the mark of a window to the row of that label.
  mutating func mark(_ label: String) {
    type("g")
    for _ in 0..<80 {
      if canvas.rows.contains(where: { $0.contains("▌\(label)") }) { return }
      type("j")
    }
  }
}
