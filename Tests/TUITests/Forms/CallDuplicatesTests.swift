import Domain
import TUI
import Terminal
import TestSupport
import Testing
import Verbs

@Suite("What a call may be a duplicate of")
struct CallDuplicatesTests {
  @Test("lists what is open at the same site, the same equipment marked")
  func openHere() {
    var desk = FormDesk()
    desk.type(CallFormTests.keys)
    #expect(desk.text.contains("Open here already"))
    #expect(desk.canvas.rows.contains { $0.contains("▲ 20421") && $0.contains("same equipment") })
    #expect(desk.text.contains("20418"))
  }

  @Test("is added to the open order that is marked, which a key changes", .verifies("INT-07"))
  func marksAnother() {
    var desk = FormDesk()
    desk.type(CallFormTests.keys)
    #expect(desk.text.contains("Open here already · ^F another"), "\(desk.text)")
    desk.type("<C-f>")
    #expect(desk.canvas.rows.contains { $0.contains("20418  ^O adds to it") }, "\(desk.text)")
    desk.type("<C-o>")
    #expect(desk.resultLine.contains("20422 logged and added to 20418"), "\(desk.resultLine)")
  }

  @Test("takes the order in the same words before another on the same equipment", .verifies("INT-07"))
  func sameWords() {
    var office = FormOffice.made()
    office.orders[Story.order(20_418)]?.site = FormOffice.quay
    office.orders[Story.order(20_418)]?.summary = "doors make noise"
    var desk = FormDesk(office: office)
    desk.type("n0151 496 0123<Tab>lift<Tab>doors noise again<Tab>")
    #expect(desk.canvas.rows.contains { $0.contains("20418  ^O adds to it") }, "\(desk.text)")
  }

  @Test("shows what has ended there of late, the same fault may be back", .verifies("INT-07"))
  func ended() {
    var desk = FormDesk()
    desk.type(CallFormTests.keys)
    #expect(
      desk.canvas.rows.contains { $0.contains("▲ 20177") && $0.contains("door sensor replaced") },
      "\(desk.text)")
  }

  @Test("adds the call to the order found: its words go there, its number ends as a duplicate")
  func adds() {
    var office = FormOffice.made()
    office.orders[Story.order(20_421)]?.priority = .p1
    var desk = FormDesk(office: office)
    desk.type(CallFormTests.keys)
    #expect(desk.canvas.rows.contains { $0.contains("20421") && $0.contains("^O adds to it") })
    desk.type("<C-o>")
    #expect(desk.top == nil && desk.drafts.isEmpty)
    #expect(desk.order(20_422)?.status == .duplicate)
    #expect(
      desk.order(20_421)?.notes.last?.words
        == "Another call (20422) from Dana Okafor, 0151 496 0123: Lift stuck between 2 and 3, one person inside"
    )
    #expect(desk.resultLine.contains("20422 logged and added to 20421"))
    desk.type("n<Tab><Tab>Pier 9<C-o>")
    #expect(desk.resultLine.contains("Nothing is open at this site"))
  }

  @Test("a P1 is added to nothing that waits longer", .verifies("INT-07"))
  func urgent() {
    var desk = FormDesk()
    desk.type(CallFormTests.keys + "<C-o>")
    #expect(desk.resultLine.contains("this call is P1 and 20421 is P2"), "\(desk.resultLine)")
    #expect(desk.top != nil && desk.order(20_422) == nil)
  }

  @Test("what is only in the same place is added to when it is marked, and not unasked", .verifies("INT-07"))
  func unlike() {
    var office = FormOffice.made()
    office.orders[Story.order(20_421)] = nil
    office.orders[Story.order(20_418)]?.site = FormOffice.quay
    var desk = FormDesk(office: office)
    desk.type("n0151 496 0123<Tab><Tab>broken window<Tab><C-o>")
    #expect(desk.resultLine.contains("^F marks the one that is meant"), "\(desk.resultLine)")
    desk.type("<C-f>")
    #expect(desk.canvas.rows.contains { $0.contains("20418  ^O adds to it") }, "\(desk.text)")
  }
}
