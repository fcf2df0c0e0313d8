import Domain
import TUI
import Terminal
import TestSupport
import Testing

@Suite("The caller in the call form", .verifies("INT-01", "INT-02"))
struct CallFormCallerTests {
  @Test("what followed from a caller picked by name stays when only his number is corrected")
  func correctedNumber() {
    var desk = FormDesk()
    desk.type("n<Tab>Dana<Down><Tab>")
    #expect(desk.drafts.first?["site"] == "Quay House" && desk.drafts.first?["phone"] == "0151 496 0123")
    desk.type(toPhone + "<C-u>0299 111 222<Tab>")
    #expect(desk.drafts.first?["caller"] == "Dana Okafor", "\(desk.text)")
    #expect(desk.drafts.first?["site"] == "Quay House", "\(desk.text)")
    #expect(desk.text.contains("ring reception"), "the way in is still that of the site")
    desk.type("<C-s>lift dead<C-s>")
    let order = desk.order(20_422)
    #expect(desk.office.site(order?.site)?.name == "Quay House", "\(desk.resultLine)")
  }

  @Test("a number that is known elsewhere does not move a caller who was named to another place")
  func numberOfAnother() {
    var office = FormOffice.made()
    var site = Site(id: .init(high: 6, low: 30), name: "Pump House", customer: nil)
    site.contact = PersonalText(id: .init(high: 6, low: 31), words: "Zoe Zand")
    site.phone = PersonalText(id: .init(high: 6, low: 32), words: "0299 111 222")
    office.sites[site.id] = site
    var desk = FormDesk(office: office)
    desk.type("n<Tab>Dana<Down><Tab>" + toPhone + "<C-u>0299 111 222<Tab>")
    #expect(desk.drafts.first?["caller"] == "Dana Okafor", "\(desk.text)")
    #expect(desk.drafts.first?["site"] == "Quay House", "\(desk.text)")
  }

  @Test("a window that is none is said beside its field once that is left, and not while it is typed")
  func window() {
    var desk = FormDesk()
    let toWindow = String(repeating: "<Tab>", count: 10)
    let row = { (desk: FormDesk) in desk.canvas.rows.first { $0.contains("Window") } ?? "" }
    desk.type("n\(toWindow)whenever")
    #expect(!row(desk).contains("is no window"), "\(row(desk))")
    desk.type("<Tab>")
    #expect(row(desk).contains("\"whenever\" is no window. 9-11"), "\(row(desk))")
    desk.type("<S-Tab><C-u>2-3<Tab>")
    #expect(row(desk).contains("\"2-3\" is over"), "\(row(desk))")
    desk.type("<S-Tab><C-u>15-17<Tab>")
    #expect(row(desk).contains("15-17") && !row(desk).contains("is "), "\(row(desk))")
  }

  /// Back to the first field from wherever the cursor has gone.
  private var toPhone: String { String(repeating: "<S-Tab>", count: 3) }
}
