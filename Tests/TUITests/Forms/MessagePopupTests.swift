import Domain
import TUI
import Terminal
import TestSupport
import Testing

@Suite("Message popup")
struct MessagePopupTests {
  private func desk(_ width: Int = 120, _ height: Int = 36) -> FormDesk {
    var desk = FormDesk(width, height)
    let order = desk.model.board.queue.first.flatMap { desk.office.order($0.id) }
    let name = order.flatMap { desk.office.customer(of: $0)?.name } ?? ""
    desk.type(":customer edit \"\(name)\" phone=0151<Enter>")
    return desk
  }

  @Test("digits choose a text, it is shown filled, Enter sends it and it waits", .verifies("MSG-02"))
  func sends() throws {
    var desk = desk()
    desk.type("m")
    #expect(desk.top?.hasPrefix("Message about") == true)
    #expect(desk.text.contains("are missing") && desk.text.contains("1  time"), "\(desk.text)")
    #expect(desk.canvas.rows.contains { $0.contains("when somebody comes · not now: ") }, "\(desk.text)")
    for (template, why) in [
      ("assigned", "nobody comes yet"), ("postponed", "nothing was told so far"),
      ("cancelled", "it is not called off")
    ] {
      #expect(desk.canvas.rows.contains { $0.contains(template) && $0.contains("not now: \(why)") })
    }
    let number = try #require(desk.model.board.queue.first?.number)
    desk.type("<Esc>a<Enter>:\(number)<Enter>m")
    #expect(desk.canvas.rows.contains { $0.contains("assigned") && $0.contains("who comes · to ") })
    desk.type("7")
    #expect(desk.text.contains("takes care of"), "\(desk.text)")
    let count = desk.entries.count
    desk.type("<Enter>")
    #expect(desk.top == nil && desk.entries.count == count + 1)
    #expect(desk.resultLine.contains("is told in 30 s"), "\(desk.resultLine)")
    desk.type("<Enter>]]]")
    #expect(desk.text.contains("waits 30 s") && desk.text.contains("by hand, assigned"), "\(desk.text)")
  }

  @Test("own words are asked for by a form, Esc leaves nothing behind")
  func ownWords() {
    var desk = desk()
    let count = desk.entries.count
    desk.type("m<Esc>")
    #expect(desk.top == nil && desk.entries.count == count)
    desk.type("m0The gate is {sit}<C-s>")
    #expect(desk.text.contains("is no merge field"), "\(desk.text)")
    desk.type("<C-u>The gate is shut.<C-s>")
    #expect(desk.entries.count == count + 1, "\(desk.text)")
  }

  @Test("it is pictured", arguments: [(120, 36), (80, 24)])
  func pictured(_ width: Int, _ height: Int) {
    var desk = desk(width, height)
    desk.type("m7")
    expectScreen(desk.canvas, "message-popup-\(width)x\(height)", roleNames: ConsoleScreenTests.roleName)
  }

  @Test("an undo that came too late offers the correction, as it will be read", .verifies("MSG-02", "UX-05"))
  func correction() throws {
    var desk = FormDesk()
    desk.type("a<Enter>")
    let order = try #require(desk.office.orders.inOrder.first { $0.technician != nil })
    desk.run("work-order.message", ["order": [String(order.number)], "text": ["time"]])
    #expect(desk.office.order(order.id)?.messages.count == 1)
    desk.send(.toldAlready([order.number]))
    #expect(desk.top == "Undone, but told already: \(order.number)")
    #expect(desk.text.contains("no longer holds"))
    desk.type("1")
    #expect(desk.office.order(order.id)?.messages.last?.template == "correction")
    #expect(desk.top == nil)
    desk.type("H")
    desk.send(.toldAlready([order.number]))
    #expect(desk.top?.hasPrefix("Undone") == false, "nobody is interrupted")
  }
}
