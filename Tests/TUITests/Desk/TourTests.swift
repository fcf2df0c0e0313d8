import Domain
import Terminal
import TestSupport
import Testing
import Verbs

@testable import TUI

@Suite("The tour of the four panes", .verifies("UX-09"))
struct TourTests {
  private static let keys = ["j", "<Enter>", "<Esc>", "a", "<Esc>", "2", "3", "4", "/", "<Esc>", "?", "<Esc>"]

  @Test("looks like this at each step", arguments: [(80, 24), (120, 36), (200, 60)])
  func screens(_ width: Int, _ height: Int) {
    var desk = FormDesk(width, height)
    desk.type(":tour<Enter>")
    expectScreen(desk.canvas, "tour-\(width)x\(height)-1", roleNames: ConsoleScreenTests.roleName)
    for (number, key) in Self.keys.enumerated() {
      desk.type(key)
      #expect(desk.text.contains("Tour \(number + 2) of 13"), "\(key)")
      if [1, 4, 6, 10].contains(number) {
        expectScreen(
          desk.canvas, "tour-\(width)x\(height)-\(number + 2)", roleNames: ConsoleScreenTests.roleName)
      }
    }
    desk.type("<Esc>")
    #expect(desk.model.tour == nil && desk.resultLine.contains("That was all of it."))
  }

  @Test("asks for the keys of the map in force", arguments: ["default", "vim", "plain"])
  func liveKeys(name: String) {
    var desk = FormDesk(keymap: Keymaps.shipped(name))
    desk.send(.offerTour)
    #expect(desk.resultLine.contains("New here?"))
    desk.type(name == "plain" ? "<F9>tour<Enter>" : ":tour<Enter>")
    for _ in 0..<12 {
      let asked = desk.text.split(separator: "▸ Press ").last.map { String($0.prefix { $0 != "." }) } ?? ""
      #expect(!asked.isEmpty && desk.model.tour != nil)
      let before = desk.text
      desk.type(asked == "↓" ? "<Down>" : asked.count == 1 ? asked : "<\(asked)>")
      #expect(desk.text != before, "\(asked)")
    }
    #expect(desk.text.contains("Tour 13 of 13"))
  }

  @Test("changes nothing, whatever is pressed on it, and says so")
  func changesNothing() {
    var desk = FormDesk()
    desk.type(":tour<Enter>")
    desk.type("j<Enter><Esc>a<Enter>")
    #expect(desk.submitted.isEmpty && desk.resultLine.contains("Nothing was changed"))
    desk.type("p1H1belt<Enter><Esc><Esc>n")
    #expect(desk.submitted.isEmpty && desk.drafts.isEmpty && desk.entries.isEmpty)
  }

  @Test("is left by Esc at any step", arguments: 0...11)
  func left(step: Int) {
    var desk = FormDesk()
    desk.type(":tour<Enter>")
    for key in Self.keys.prefix(step) { desk.type(key) }
    for _ in 0..<3 where desk.model.tour != nil { desk.type("<Esc>") }
    #expect(desk.model.tour == nil && desk.top == nil)
  }

  @Test("skips a step by its own key, goes on in an office without orders, and keeps out of forms")
  func skipping() {
    var desk = FormDesk(office: Story.office())
    desk.type(":tour<Enter>")
    for _ in 0..<12 { desk.type("<C-n>") }
    #expect(desk.text.contains("Tour 13 of 13"))
    var office = Office(
      profile: OfficeProfile(name: "New", zone: "UTC", currency: "EUR"), firstNumber: 1, at: Story.at(6, 0))
    office.people[Story.bea] = FormOffice.person(Story.bea, "bea", "Bea Long", .owner)
    var empty = FormDesk(office: office)
    empty.type(":tour<Enter>")
    for key in ["j", "<Enter>", "a", "2", "3", "4", "/", "<Esc>", "?", "<Esc>"] { empty.type(key) }
    #expect(empty.text.contains("Tour 13 of 13"))
  }

  @Test("has help that is about what is on top")
  func help() {
    var desk = FormDesk()
    desk.type(":tour<Enter>")
    desk.type("?")
    #expect(desk.text.contains("Help · Queue") && desk.text.contains("skip this step of the tour"))
    desk.type("t")
    #expect(desk.model.tour != nil || desk.top == nil)
  }
}
