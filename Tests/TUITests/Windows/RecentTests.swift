import Domain
import TUI
import Terminal
import TestSupport
import Testing
import Verbs

@Suite("Orders looked at")
struct RecentTests {
  @Test(
    "are listed by one key, the last one first, kept for whoever acts and opened again", .verifies("QUE-10"),
    arguments: ["default", "vim"])
  func recent(_ keymap: String) {
    var desk = FormDesk(keymap: Keymaps.shipped(keymap))
    desk.type("<Enter><Esc>j<Enter><Esc>")
    let looked = desk.model.recent
    #expect(looked.count == 2)
    #expect(desk.effects.contains { if case .saveRecent(looked) = $0 { true } else { false } })
    desk.type("B")
    #expect(desk.top == "Recent")
    desk.type("j<Enter>")
    #expect(desk.top == "Order 20418")
  }

  @Test("are none that the cursor only passed over", .verifies("QUE-10"))
  func passed() {
    var desk = FormDesk()
    desk.run("work-order.assign", ["order": ["20418"], "technician": ["ana"], "time": ["11:00"]])
    desk.run("work-order.assign", ["order": ["20421"], "technician": ["ana"], "time": ["14:00"]])
    desk.type("3Glll")
    #expect(desk.model.recent.isEmpty, "\(desk.model.recent)")
    desk.type("<Enter>")
    #expect(desk.model.recent.count == 1)
  }

  @Test("have keys without letters too, as what is to be followed up has", .verifies("QUE-10", "TRI-13"))
  func plain() {
    var desk = FormDesk(keymap: Keymaps.shipped("plain"))
    desk.type("<Enter><Esc><M-Up>")
    #expect(desk.top == "Recent")
    desk.type("<Esc><M-Down>")
    #expect(desk.top == "Follow-ups")
  }

  @Test("come back with the console's start", .verifies("QUE-10"))
  func restart() {
    var desk = FormDesk()
    desk.send(.recent([Story.order(20_404), Story.order(20_391)]))
    desk.type("B")
    #expect(desk.text.contains("20404") && desk.text.contains("Walk-in at 9 C"))
    #expect(!desk.effects.contains { if case .saveRecent = $0 { true } else { false } })
  }

  @Test(
    "an order lies beside the queue where there is room, and the place in the queue stays",
    .verifies("QUE-10"))
  func beside() {
    var desk = FormDesk(200, 60)
    desk.type("j")
    let place = desk.model.selectedOrder
    desk.type("<Enter>")
    for number in ["20418", "20421", "20391", "20404"] { #expect(desk.text.contains(number)) }
    #expect(desk.canvas.rows.contains { $0.contains("│▌") && $0.contains("20421") })
    desk.type("]]<Esc>")
    #expect(desk.model.selectedOrder == place)
    expectScreen(
      { () -> Canvas in
        desk.type("<Enter>")
        return desk.canvas
      }(), "beside-200x60", roleNames: ConsoleScreenTests.roleName)
  }

  @Test(
    "follow-ups are listed by one key, what is due first, and flagged anew from there", .verifies("TRI-13"))
  func followUps() {
    var desk = FormDesk()
    desk.type("I")
    #expect(desk.text.contains("Nothing is flagged for follow-up. f flags one."))
    desk.type("<Esc>f1jf3I")
    #expect(desk.text.contains("1 due, 1 later"))
    #expect(desk.text.contains("Due  1"))
    desk.type("f0")
    #expect(desk.top == "Follow-ups")
    #expect(desk.text.contains("0 due, 1 later"))
  }
}

@Suite("Another's claim on the screen")
struct OthersClaimTests {
  @Test(
    "is asked about before an act on it goes on, whatever asks: a popup, a form or a key",
    .verifies("QUE-15"),
    arguments: ["p4because<Enter>", "H1belt<C-s>", "a1"])
  func asked(_ keys: String) {
    var office = FormOffice.made()
    office.orders.change(Story.order(20_418)) {
      $0.claim = Claim(by: Person.ID(high: 1, low: 2), at: Story.at(9, 12))
    }
    var desk = FormDesk(office: office)
    desk.type(keys)
    #expect(desk.text.contains("Sam Lee is on this since 09:12"))
    #expect(desk.entries.isEmpty)
    desk.type("1")
    #expect(desk.entries.count == 1, "\(keys)")
  }
}
