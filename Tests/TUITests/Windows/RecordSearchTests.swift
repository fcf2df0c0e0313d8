import Domain
import TUI
import Terminal
import TestSupport
import Testing
import Verbs

@Suite("Records are found")
struct RecordSearchTests {
  @Test(
    "from anywhere by name, serial, address and phone, one step above the orders", .verifies("AST-02"),
    arguments: [
      ("quay est", "Customer"), ("canal rd", "Site"), ("7741", "Equipment"), ("flores", "Technician")
    ])
  func search(_ words: String, _ window: String) {
    var desk = FormDesk()
    desk.type("F\(words)")
    for _ in 0..<6 { desk.type("<Up>") }
    desk.type("<Enter>")
    #expect(desk.top == window)
  }

  @Test("in the list of equipment by the customer's name too", .verifies("AST-02"))
  func equipmentByCustomer() {
    var desk = FormDesk()
    desk.type("M33quay estates")
    #expect(desk.text.contains("Lift 2"))
    #expect(!desk.text.contains("Walk-in 2"))
  }

  @Test("at their site by building, floor and area, parts below what they are part of", .verifies("AST-09"))
  func hierarchy() {
    var desk = FormDesk()
    desk.run(
      "equipment.edit", ["equipment": ["Walk-in 2"], "field": ["building=Hall B", "floor=0", "area=north"]])
    desk.type(":site show Store 112<Enter>")
    let rows = desk.canvas.rows
    let place = rows.firstIndex { $0.contains("Hall B › 0 › north") }
    let walkIn = rows.firstIndex { $0.contains("  Walk-in 2") }
    let part = rows.firstIndex { $0.contains("    Compressor") }
    #expect(place != nil && walkIn == place.map { $0 + 1 } && part == place.map { $0 + 2 })
  }
}
