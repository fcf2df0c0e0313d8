import Domain
import TUI
import Terminal
import TestSupport
import Testing

@Suite("The rows of the call form")
struct CallFormRowsTests {
  /// Where the cursor stands: the words of its row, the label first.
  private func row(_ desk: FormDesk) -> String {
    let row = desk.canvas.cursor.map { desk.canvas.rows[$0.row] } ?? ""
    return row.drop { !$0.isLetter }.description
  }

  @Test(
    "after a known number the cursor stands in the first gap that is seen, at every height",
    .verifies("INT-01", "INT-02"), arguments: [(120, 36), (80, 24), (60, 20)])
  func gap(_ width: Int, _ height: Int) {
    var desk = FormDesk(width, height)
    desk.type("n0151 496 0123<Tab>")
    #expect(row(desk).hasPrefix("Equipment"), "\(desk.text)")
    desk.type("lift<Tab>dead again<C-s>")
    let order = desk.order(20_422)
    #expect(order?.summary == "dead again" && order?.equipment == FormOffice.lift, "\(desk.text)")
    #expect(order?.requests.first?.caller?.words == "Dana Okafor" && order?.site == FormOffice.quay)
  }

  @Test(
    "Tab goes to the row that is seen below, and from the last one opens what is folded", .verifies("INT-01"))
  func seen() {
    var desk = FormDesk(80, 24)
    desk.type("n0151 496 0123<Tab>")
    while desk.canvas.rows.count > 0 {
      let rows = desk.canvas.rows
      guard let at = desk.canvas.cursor?.row else { break }
      let next = rows[at + 1].drop { !$0.isLetter }
      desk.type("<Tab>")
      if next.hasPrefix("Tab opens") {
        #expect(next.hasPrefix("Tab opens   Trade, Category, Urgency") && row(desk).hasPrefix("Trade"))
        break
      }
      #expect(row(desk).hasPrefix(String(next.prefix(8))), "\(next) was the next row\n\(desk.text)")
    }
    desk.type("<Tab>")
    #expect(row(desk).hasPrefix("Category"), "what was opened stays open")
    desk.type("<Tab>2")
    desk.type("<S-Tab><S-Tab><S-Tab>dead<C-s>")
    #expect(desk.order(20_422)?.summary == "dead", "\(desk.text)")
  }

  @Test("Enter in the last row that is seen opens the rest, and saves nothing")
  func enter() {
    var desk = FormDesk(80, 24)
    desk.type("n0151 496 0123<Enter>lift<Enter>dead<Enter><Enter>")
    #expect(desk.order(20_422) == nil && row(desk).hasPrefix("Trade"), "\(desk.text)")
  }

  @Test("what was filled in is typed over where it is seen to be marked, and else it is written in")
  func marked() throws {
    var desk = FormDesk()
    desk.type("n0151 496 0123<Tab><S-Tab><S-Tab>")
    let cursor = try #require(desk.canvas.cursor)
    let name = Point(column: cursor.column - 3, row: cursor.row)
    #expect(desk.canvas[name.column, name.row].style == StyleRole.choiceSelected.style, "\(desk.text)")
    desk.type("<Left><Right>")
    #expect(desk.canvas[name.column, name.row].style == StyleRole.fieldFocus.style)
    desk.type(" jr")
    #expect(desk.drafts.first?["caller"] == "Dana Okafor jr")
    desk.type("<S-Tab><Tab><S-Tab><S-Tab>")
    desk = FormDesk()
    desk.type("n0151 496 0123<Tab><S-Tab><S-Tab>Kim")
    #expect(desk.drafts.first?["caller"] == "Kim")
    desk = FormDesk()
    desk.type("n0151 496 0123<Tab><S-Tab><S-Tab><BS>")
    #expect(desk.drafts.first?["caller"] == nil || desk.drafts.first?["caller"] == "", "\(desk.text)")
  }

  @Test("a letter that chooses nothing says so, and a word chooses by its beginning alone")
  func choices() {
    var desk = FormDesk()
    desk.type("n" + String(repeating: "<Tab>", count: 7) + "ent")
    #expect(desk.text.contains("\"ent\" is none of these"), "\(desk.text)")
    #expect(desk.resultLine.contains("\"ent\" begins none of these"), "\(desk.resultLine)")
    #expect(desk.drafts.first?["urgency"] ?? "" == "")
    desk.type("<Tab><S-Tab>today")
    #expect(desk.drafts.first?["urgency"] == "today" && !desk.text.contains("none of these"), "\(desk.text)")
    desk.type("9")
    #expect(desk.text.contains("\"9\" is none of these") && desk.drafts.first?["urgency"] == "today")
    desk.type("1")
    #expect(desk.drafts.first?["urgency"] == "now" && !desk.text.contains("is none of these"), "\(desk.text)")
  }

  @Test("a word that chooses nothing is not passed over when the form is saved, and chose nothing on its way")
  func missedWord() {
    var desk = FormDesk()
    let urgency = String(repeating: "<Tab>", count: 7)
    desk.type("n" + urgency + "todiy<Tab><C-s>")
    #expect(desk.drafts.first?["urgency"] ?? "" == "", "\(desk.text)")
    #expect(desk.resultLine.contains("\"todiy\" is none of these"), "\(desk.resultLine)")
    desk.type("<C-s>")
    #expect(desk.resultLine.contains("missing"), "who was told may leave it at that: \(desk.resultLine)")
  }

  @Test("a site that is named without a doubt counts with what is said to the caller", .verifies("INT-01"))
  func meant() {
    var office = FormOffice.made()
    let other = Site(id: .init(high: 5, low: 9), name: "The Quay Hotel", customer: nil)
    office.sites[other.id] = other
    var desk = FormDesk(office: office)
    desk.type("n<Tab><Tab>Quay H")
    #expect(desk.text.contains("2 are like it"), "\(desk.text)")
    desk.type("<Tab>")
    #expect(desk.drafts.first?["site"] == "Quay House" && desk.text.contains("Quay Estates · gold"))
    desk.type("<Tab>leak<C-s>")
    #expect(desk.order(20_422)?.site == FormOffice.quay)
  }

  @Test("a caller who is named as the books have him fills in where he rings from", .verifies("INT-02"))
  func named() {
    var desk = FormDesk()
    desk.type("n<Tab>Dana Okafor<Tab>")
    #expect(desk.drafts.first?["site"] == "Quay House", "\(desk.text)")
    desk = FormDesk()
    desk.type("n0299 111 222<Tab>Dana Okafor<Tab>")
    #expect(desk.drafts.first?["site"] ?? "" == "", "from another number it may be another one")
  }
}
