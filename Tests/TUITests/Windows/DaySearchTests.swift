import Domain
import TestSupport
import Testing

@testable import TUI

@Suite("The running day is looked through")
struct DaySearchTests {
  /// What is found anew for each beginning, without anything from before.
  private func anew(_ text: String, in office: Office) -> [WorkOrder.ID] {
    var search = DaySearch()
    return search.orders(text, in: office, atMost: 200)
  }

  @Test(
    "typing on finds what the whole words find at once, whichever way the words grow", .verifies("QUE-03"),
    arguments: ["lift dead", "20421", "quay est", "store 1 air", "xyz", "a b c"])
  func narrows(_ text: String) {
    let office = FormDesk().office
    var search = DaySearch()
    for length in 1...text.count {
      let typed = String(text.prefix(length))
      #expect(search.orders(typed, in: office, atMost: 200) == anew(typed, in: office), "\(typed)")
    }
    for length in stride(from: text.count - 1, through: 1, by: -1) {
      let typed = String(text.prefix(length))
      #expect(search.orders(typed, in: office, atMost: 200) == anew(typed, in: office), "back to \(typed)")
    }
  }

  @Test("an exact number comes first, then open work by number; no more than asked for", .verifies("QUE-03"))
  func order() {
    let office = FormDesk().office
    let found = anew("20", in: office).compactMap { office.order($0) }
    #expect(found.count > 2 && found.map(\.number) == found.map(\.number).sorted(by: >))
    var search = DaySearch()
    #expect(search.orders("20", in: office, atMost: 2) == found.prefix(2).map(\.id))
    #expect(search.orders(String(found.last?.number ?? 0), in: office, atMost: 1) == [found.last?.id])
  }

  @Test("after a change it looks at everything again")
  func restarts() {
    var desk = FormDesk()
    var search = DaySearch()
    #expect(search.orders("sprinkl", in: desk.office, atMost: 200).isEmpty)
    desk.run("work-order.note", ["order": ["20421"], "text": ["sprinkler leaks"]])
    search.restart()
    #expect(search.orders("sprinkler", in: desk.office, atMost: 200).count == 1)
  }
}
