import Domain
import TUI
import TestSupport
import Testing

@Suite("What stands against it")
struct RulePopupTests {
  /// 20418 given to Ruiz for an hour of this morning at which she had not begun.
  private func early() -> FormDesk {
    var desk = FormDesk()
    desk.type(":assign 20418 ana 03:00<Enter>")
    return desk
  }

  @Test("is passed by one reason where something blocks and something warns, and the block is no warning")
  func oneReason() {
    var desk = early()
    #expect(desk.top == "20418: blocked")
    #expect(desk.text.contains("20418: blocked") && !desk.text.contains("2 warnings"))
    #expect(desk.text.contains("03:00 is over") && !desk.text.contains("Also 20418: 03:00"))
    #expect(desk.text.contains("Also 20418: Ruiz is not on shift"))
    desk.type("she was there<Enter>")
    #expect(desk.top == nil)
    #expect(desk.order(20_418)?.openVisit?.start == Story.at(3, 0))
    #expect(desk.entries.last?.override == "she was there")
  }

  @Test("is looked up anew when the office changes, and what no reason passes is not listed")
  func changed() {
    var desk = early()
    var office = desk.office
    office.limits.severities[.past] = .forbid
    desk.send(.officeChanged(office, BoardKeeper(office: office, now: Story.now).board))
    #expect(desk.top == "20418: blocked")
    #expect(!desk.text.contains("Also 20418: 03:00"))
  }

  @Test("is counted where it only warns, and passed by one yes")
  func warnings() {
    var office = FormOffice.made()
    office.orders.change(Story.order(20_418)) {
      $0.window = TimeRange(start: Story.at(9, 0), end: Story.at(9, 30))
    }
    var desk = FormDesk(office: office)
    desk.type(":assign 20418 ana 08:00<Enter>")
    #expect(desk.text.contains("20418: 2 warnings"))
    desk.type("<Enter>")
    #expect(desk.top == nil)
    #expect(desk.order(20_418)?.openVisit?.start == Story.at(8, 0))
  }
}
