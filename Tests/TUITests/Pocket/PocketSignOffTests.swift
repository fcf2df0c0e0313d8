import Domain
import TUI
import Terminal
import TestSupport
import Testing
import Verbs

@Suite("Signing at a technician's face, and talking with dispatch")
struct PocketSignOffTests {
  private static let message = OutgoingMessage.ID(high: 30, low: 1)

  /// Ana on site of 20418, whose customer was told a code.
  private func onSite() throws -> FormDesk {
    var office = try PocketDesk.office()
    let code = PersonalText(id: Identifier(high: 31, low: 1), words: "482193")
    let send = SendMessage(id: Self.message, to: .customer, .template("time"), code: code)
    try PocketDesk.decide(.sendMessage(Story.order(20_418), send), by: Story.bea, &office)
    var desk = try PocketDesk.made(office: office)
    desk.type("ato<enter>")
    return desk
  }

  @Test(
    "a code that the customer was never told is refused where it is typed, the right one is on record",
    .verifies("SGN-02", "SGN-01"))
  func code() throws {
    var desk = try onSite()
    desk.type("cReset trip<tab>2<tab>3<tab><tab><tab><tab>1Mr Osei<tab>482194<C-s>")
    #expect(desk.resultLine.hasPrefix(" ✗ That is not the code"), "\(desk.resultLine)")
    #expect(desk.status(20_418) == .onSite)
    #expect(desk.order(20_418)?.notes.last?.words.contains("code was typed") == true, "it is on record")
    let tries = desk.order(20_418)?.notes.count
    desk.type("<C-u>48219x<C-s>")
    #expect(desk.text.contains("no code: it has 6 digits"), "\(desk.text)")
    #expect(desk.order(20_418)?.notes.count == tries, "a slip is no try")
    desk.type("<C-u>482 193<C-s>")
    let report = desk.order(20_418)?.visits.last?.assignment?.report
    #expect(desk.status(20_418) == .done && report?.proof == .code)
  }

  @Test("after five wrong codes none is taken any more, not even the right one", .verifies("SGN-02"))
  func guessing() throws {
    var desk = try onSite()
    desk.type("cReset trip<tab>2<tab>3<tab><tab><tab><tab>1Mr Osei<tab>")
    for guess in 1...5 { desk.type("<C-u>10000\(guess)<C-s>") }
    desk.type("<C-s>")
    #expect(desk.text.contains("5 codes were wrong"), "\(desk.text)")
    #expect(desk.order(20_418)?.notes.count { $0.words.contains("code was typed") } == 5)
    #expect(desk.status(20_418) == .onSite)
  }

  @Test("where the customer was told no code the form says what to do instead", .verifies("SGN-02"))
  func untold() throws {
    var desk = try PocketDesk.made()
    desk.type("ato<enter>cReset<tab>2<tab>3<tab><tab><tab><tab>1Mr Osei<tab>482193<C-s>")
    #expect(desk.resultLine.contains("was told no code"), "\(desk.resultLine)")
    #expect(desk.status(20_418) == .onSite)
  }

  @Test("no page of his shows the code that the customer was told")
  func hidden() throws {
    var desk = try onSite()
    #expect(desk.order(20_418)?.messages.last?.words.words.contains("482193") == true)
    desk.type("<enter>")
    for _ in 0..<7 {
      #expect(!desk.text.contains("482193"), "\(desk.text)")
      desk.type("]")
    }
  }

  @Test(
    "he and dispatch talk about an order: what is new is counted, and read once it is shown",
    .verifies("MSG-01", "MSG-13", "TEC-15"))
  func thread() throws {
    var desk = try PocketDesk.made()
    try desk.elsewhere(
      .useThread(Story.order(20_418), UseThread(.say("Can you take Mercy before lunch?"))))
    #expect(desk.canvas.rows[0].contains("1 new"), "\(desk.canvas.rows[0])")
    #expect(desk.text.contains("Can you take Mercy"))
    desk.type("m")
    #expect(desk.top == "To dispatch · 20418" && desk.text.contains("dispatch"))
    #expect(desk.order(20_418)?.thread.unread(by: .technician).isEmpty == true)
    desk.type("Yes. On my way in 5.<enter>")
    #expect(desk.order(20_418)?.thread.words.last?.words == "Yes. On my way in 5.")
    #expect(desk.order(20_418)?.thread.words.last?.side == .technician)
    #expect(desk.order(20_418)?.thread.unread(by: .desk).count == 1)
    #expect(desk.model.board.alerts.contains { $0.id.kind == .unread && $0.id.order == 20_418 })
    #expect(!desk.canvas.rows[0].contains("new"))
  }

  @Test(
    "what was begun over a line that is cut is opened again, and nothing is reported by it",
    .verifies("TEC-20"))
  func resumes() throws {
    var desk = try PocketDesk.made()
    desk.type("anbelt is wo")
    let place = try #require(desk.model.place)
    #expect(place.text == "20418 work-order.note" && PocketPlace(place.text) == place)
    var again = try PocketDesk.made(40, 15, office: desk.office)
    let before = again.submitted.count
    again.send(.resume(place))
    #expect(again.top == "Note on 20418" && again.submitted.count == before)
    #expect(PocketPlace("20418 work-order.on-site")?.action == nil)
    #expect(PocketPlace("nonsense") == nil && PocketPlace("1 2 3") == nil)
    again.send(.resume(try #require(PocketPlace("1"))))
    #expect(again.top == "Note on 20418")
  }

  @Test("a forced session is not left for a shell behind it, and no effect of it reaches files")
  func forced() throws {
    var desk = try PocketDesk.made()
    desk.model.isForced = true
    desk.type("<C-z>")
    #expect(desk.resultLine.contains("Nothing lies behind this screen"))
    #expect(!desk.effects.contains { if case .suspend = $0 { true } else { false } })
  }
}
