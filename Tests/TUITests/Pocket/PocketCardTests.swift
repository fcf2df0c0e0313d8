import Domain
import TUI
import Terminal
import TestSupport
import Testing
import Verbs

@Suite("What stands on a technician's screen")
struct PocketCardTests {
  private static let long =
    String(repeating: "the isolator is behind the left panel, ", count: 4) + "ring first"

  private func desk(_ width: Int, _ height: Int) throws -> FormDesk {
    var office = try PocketDesk.office()
    let order = Story.order(20_418)
    let request = WorkRequest(
      id: .init(high: 8, low: 1), words: Self.long, urgency: .now, source: .phone, receivedAt: Story.now,
      caller: FormOffice.words("Kim Reed"), phone: FormOffice.words("0299 111 222"))
    office.orders[order]?.requests = [request]
    office.orders[order]?.moneyLimit = Money(hundredths: 40_000)
    return try PocketDesk.made(width, height, office: office)
  }

  @Test("the problem is whole where there is room, with who rang and what it may cost", .verifies("TEC-03"))
  func whole() throws {
    let desk = try desk(80, 24)
    let text = desk.canvas.rows.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
    #expect(text.contains("ring first\""), "\(desk.text)")
    #expect(desk.text.contains("rang: Kim Reed 0299 111 222") && desk.text.contains("NTE 400.00"))
  }

  @Test("what is cut on a phone is marked, and Enter and help are among its keys", .verifies("UX-03"))
  func phone() throws {
    let desk = try desk(40, 15)
    #expect(desk.text.contains("…") && desk.text.contains("Enter shows the rest"), "\(desk.text)")
    #expect(desk.canvas.rows.last?.contains("Enter more  ? help  n note") == true, "\(desk.text)")
  }

  @Test("a step draws little over a slow line", .verifies("TEC-20"))
  func bytes() throws {
    var desk = try desk(80, 24)
    for key in ["a", "t"] {
      let before = desk.canvas.rows
      desk.type(key)
      let drawn = zip(before, desk.canvas.rows).reduce(0) { count, rows in
        count + zip(rows.0, rows.1).count { $0 != $1 }
      }
      #expect(drawn < 150, "\(key) drew \(drawn) cells:\n\(desk.text)")
    }
    let live = desk.canvas.rows
    desk.send(.link(.office(.live, waiting: 1)))
    let header = desk.canvas.rows[0]
    desk.send(.link(.office(.live, waiting: 0)))
    #expect(header == desk.canvas.rows[0] && live[0] != header, "what is on its way is not drawn")
  }

  @Test("a file without a record says where it is", .verifies("TEC-02"))
  func history() throws {
    var desk = try desk(80, 24)
    desk.send(.link(.office(.live, waiting: 0)))
    desk.type("G<Enter>]]")
    #expect(desk.text.contains("The record is kept at the office.") && !desk.text.contains("History 0"))
  }

  @Test("travel and work stand in the form as the steps tell them, to be corrected", .verifies("TEC-07"))
  func times() throws {
    var desk = try PocketDesk.made()
    desk.type("at")
    desk.tick(14)
    desk.type("o<Enter>c")
    #expect(desk.canvas.rows.contains { $0.contains("Travel") && $0.contains("14m") }, "\(desk.text)")
    #expect(desk.canvas.rows.contains { $0.contains("Time ") && $0.contains("1m") }, "a minute begun")
    desk.type("fixed<Tab>1<Tab>1<Tab>20m<Tab><Tab><Tab>3nobody there<C-s>")
    let report = desk.order(20_418)?.visits.last?.assignment?.report
    #expect(report?.work == .minutes(20) && report?.travel == .minutes(14), "\(desk.resultLine)")
  }

  @Test("what is taken from him says what has become of it")
  func fate() throws {
    var desk = try PocketDesk.made()
    try desk.elsewhere(.unassignVisit(Story.order(20_418), UnassignVisit(replacing: FormOffice.ana)))
    #expect(
      desk.resultLine.contains("20418 is not with you any more: dispatch has taken it back."),
      "\(desk.resultLine)")
  }

  @Test("what he has done himself is not said to be taken from him", .verifies("TEC-04"))
  func ownEnd() throws {
    var desk = try PocketDesk.made()
    desk.type("ato<Enter>")
    try desk.elsewhere(
      .completeVisit(Story.order(20_418), CompleteVisit(CompletionReport(did: "reset"))))
    #expect(!desk.text.contains("not with you any more"), "\(desk.resultLine)")
  }

  @Test("what he answers is said, not that he has read")
  func answers() throws {
    var desk = try PocketDesk.made()
    try desk.elsewhere(.useThread(Story.order(20_418), UseThread(.say("before lunch?"))))
    desk.type("myes, in 5<C-s>")
    #expect(desk.order(20_418)?.thread.words.last?.words == "yes, in 5", "\(desk.resultLine)")
    #expect(desk.resultLine.contains("yes, in 5") && !desk.resultLine.contains("read"), "\(desk.resultLine)")
  }

  @Test("j goes round, so that an order that is held and stands on top hides no other", .verifies("TEC-02"))
  func round() throws {
    var desk = try PocketDesk.made(40, 15)
    desk.type("ato<enter>H1contactor burnt<tab>BLT-22<C-s>G")
    #expect(desk.selectedNumber == 20_418)
    desk.type("j")
    #expect(desk.selectedNumber == 20_421, "\(desk.text)")
    desk.type("k")
    #expect(desk.selectedNumber == 20_418)
  }

  @Test(
    "what dispatch says is said at once, over any result and of any order, and counted on a phone",
    .verifies("MSG-13", "TEC-15"))
  func warned() throws {
    var desk = try PocketDesk.made(40, 15)
    desk.type("mI am at the gate and nobody is here to let me in<Enter>")
    try desk.elsewhere(.useThread(Story.order(20_421), UseThread(.say("turn the power off first please"))))
    #expect(desk.resultLine.contains("20421 dispatch: turn the power off first"), "\(desk.text)")
    #expect(desk.canvas.rows[0].contains("1 new"), "\(desk.canvas.rows[0])")
  }

  @Test("what he has released says that it is not his any more, and the desk sees who held it and why")
  func released() throws {
    var desk = try PocketDesk.made()
    desk.type("ato<enter>H1contactor burnt<tab>BLT-22 from the depot<C-s>GH<C-s>")
    #expect(desk.resultLine.contains("it is in the queue: dispatch says who goes"), "\(desk.resultLine)")
    var dispatch = FormDesk(office: desk.office)
    dispatch.type(":20418<Enter>a")
    #expect(
      dispatch.text.contains("Ruiz held it for parts: contactor burnt · next: BLT-22 from the depot"),
      "\(dispatch.text)")
  }

  @Test("help in a session that is forced names nothing that is not there")
  func forced() throws {
    var desk = try PocketDesk.made(80, 40)
    desk.model.isForced = true
    desk.type("?")
    #expect(desk.text.contains("My work") && !desk.text.contains("shell and back"), "\(desk.text)")
    #expect(!desk.text.contains("line.open"))
  }
}
