import Domain
import TUI
import Terminal
import TestSupport
import Testing
import Verbs

@Suite("The console in the past")
struct PastTests {
  /// A desk that looks back to before 20418 was given to anybody, while it is given in the present.
  private func lookingBack() -> FormDesk {
    var desk = FormDesk()
    let then = desk.office
    desk.type("a<Enter>")
    let at = Story.now - .minutes(30)
    desk.type("(")
    desk.send(
      .answered(
        .past(
          PastView(
            office: then, board: BoardKeeper(office: then, now: at).board, at: at, entry: desk.entries.last,
            lastSeq: 7)), .past(1)))
    return desk
  }

  @Test("shows what was known then, under a banner, and comes back to now", .verifies("USR-05"))
  func thereAndBack() {
    var desk = lookingBack()
    #expect(desk.canvas.rows[0].contains("AS KNOWN AT 10:12 · nothing can be changed here"))
    #expect(desk.order(20_418)?.technician == nil)
    #expect(desk.resultLine == " 10:42:00  Bea Long  assign 20418 to Ruiz 10:45 · entry 1 of 7")
    desk.type("<Esc>")
    #expect(!desk.canvas.rows[0].contains("AS KNOWN"))
    #expect(desk.order(20_418)?.technician != nil)
    #expect(desk.model.now == Story.now)
  }

  @Test("changes nothing there, whatever the key", .verifies("USR-05"))
  func nothingChanges() {
    var typing = lookingBack()
    typing.type(":hold 20418 parts belt<Enter>")
    #expect(typing.submitted.count == 1 && typing.resultLine.contains("As known at"))
    for keys in [
      "a", "H", "N", "p", "n", "f", "o", "u", "E x", "e", "T", "C"
    ] {
      var desk = lookingBack()
      let count = desk.submitted.count
      desk.type(keys.replacing(" ", with: ""))
      #expect(desk.submitted.count == count, "\(keys)")
      #expect(desk.top == nil, "\(keys)")
      #expect(desk.resultLine.contains("As known at"), "\(keys): \(desk.resultLine)")
    }
  }

  @Test("says so in every pane, also where nothing is selected", .verifies("USR-05"))
  func everyPane() {
    for pane in ["1", "2", "3", "4"] {
      for key in ["a", "t", "H", "<"] where !(pane == "2" && key == "t") {
        var desk = lookingBack()
        desk.type(pane + key)
        #expect(desk.resultLine.contains("As known at"), "\(pane) \(key): \(desk.resultLine)")
      }
    }
  }

  @Test("can be narrowed, sorted and looked at through views like the present", .verifies("USR-05", "QUE-02"))
  func looking() {
    var desk = lookingBack()
    desk.type("v")
    #expect(desk.top == "Queue: views")
    desk.type("2")
    #expect(desk.model.queue.rows.map { desk.model.queue.source[$0].number } == [20_418])
    desk.type("v1S5")
    #expect(desk.model.queue.order == .number && desk.model.queue.rows.count == desk.model.board.queue.count)
    desk.type("/zone:north<Enter>")
    #expect(desk.model.queue.rows.count < desk.model.board.queue.count)
    #expect(desk.canvas.rows[0].contains("AS KNOWN"))
  }

  @Test("what others change meanwhile is there when it ends")
  func meanwhile() {
    var desk = lookingBack()
    var later = desk.office
    later.profile = OfficeProfile(name: "Renamed", zone: later.profile.zone, currency: "EUR")
    let at = Story.now + .minutes(5)
    desk.send(.officeChanged(later, BoardKeeper(office: later, now: Story.now).board))
    desk.send(.tick(at, BoardKeeper(office: later, now: at).board))
    #expect(desk.office.profile.name != "Renamed" && desk.model.now < Story.now)
    desk.type("<Esc>")
    #expect(desk.office.profile.name == "Renamed" && desk.model.now == at)
  }

  @Test("steps entry by entry, and past the last one is now")
  func steps() {
    var desk = lookingBack()
    desk.type("(")
    guard case .ask(.past(.before(1)), .past(2))? = desk.effects.last else {
      Issue.record("\(desk.effects.suffix(1))")
      return
    }
    desk.type(")")
    guard case .ask(.past(.entry(2)), .past(3))? = desk.effects.last else {
      Issue.record("\(desk.effects.suffix(1))")
      return
    }
    desk.send(
      .answered(
        .past(
          PastView(
            office: desk.office, board: desk.model.board, at: Story.now, entry: desk.entries.last, lastSeq: 1)
        ),
        .past(3)))
    desk.type(")")
    #expect(!desk.canvas.rows[0].contains("AS KNOWN"))
  }

  @Test("what was asked for and left again before it came is not shown")
  func leftBeforeItCame() {
    for keys in ["(<Esc>", "((<Esc>", "(:at 09:00<Enter><Esc>"] {
      var desk = FormDesk()
      let late = view(desk)
      func asked() -> [Origin] {
        desk.effects.compactMap { effect -> Origin? in
          if case .ask(.past, let origin) = effect { origin } else { nil }
        }
      }
      desk.type(keys)
      let left = asked()
      for origin in left { desk.send(.answered(.past(late), origin)) }
      #expect(!left.isEmpty && !desk.canvas.rows[0].contains("AS KNOWN"), "\(keys)")
      desk.type("(")
      for origin in left { desk.send(.answered(.past(late), origin)) }
      #expect(!desk.canvas.rows[0].contains("AS KNOWN"), "\(keys): it is not the one asked for again")
      for origin in asked().suffix(1) { desk.send(.answered(.past(late), origin)) }
      #expect(desk.canvas.rows[0].contains("AS KNOWN"), "\(keys): asked for again, it is shown")
    }
  }

  @Test("one that cannot be read is waited for no longer: Esc is the panes' again")
  func unread() {
    var desk = FormDesk()
    let all = desk.model.queue.rows.count
    desk.type("/zone:north<Enter>(")
    let narrowed = desk.model.queue.rows.count
    desk.send(.failed(Failure(.cannotRead, subject: "office.db", detail: "disk I/O error")))
    desk.type("<Esc>")
    #expect(desk.model.queue.rows.count == narrowed, "another failure says nothing of what was asked for")
    desk.type("(")
    desk.send(.failed(Failure(.cannotRead, subject: "office.db", detail: "disk I/O error"), .past(2)))
    desk.type("<Esc>")
    #expect(narrowed < all && desk.model.queue.rows.count == all)
  }

  @Test("nobody is taken to a moment that another one asked for, or asked for before he came back")
  func leftOtherwise() {
    var desk = FormDesk()
    desk.type("(")
    desk.send(.acting(Person.ID(high: 1, low: 2)))
    desk.send(.answered(.past(view(desk)), .past(1)))
    #expect(!desk.canvas.rows[0].contains("AS KNOWN"))
    desk.type("(")
    desk.send(.answered(.past(view(desk)), .past(2)))
    #expect(desk.canvas.rows[0].contains("AS KNOWN"))
    desk.type("(<Esc>")
    desk.send(.answered(.past(view(desk)), .past(3)))
    #expect(!desk.canvas.rows[0].contains("AS KNOWN"))
  }

  private func view(_ desk: FormDesk) -> PastView {
    PastView(
      office: desk.office, board: desk.model.board, at: Story.now - .minutes(5), entry: nil, lastSeq: 3)
  }

  @Test("asks about what was known then, and a window goes back with the panes")
  func windows() {
    var desk = lookingBack()
    desk.type("g<Enter>")
    let asked = desk.effects.compactMap { effect -> Int? in
      if case .askPast(_, let entry, _) = effect { entry } else { nil }
    }
    #expect(asked == [1])
    #expect(desk.top == "Order 20418")
  }

  @Test("is not gone to over a form, which stays as it is")
  func overForm() {
    var desk = FormDesk()
    desk.type("(Nhalf a note")
    desk.send(.answered(.past(view(desk)), .past(1)))
    #expect(!desk.canvas.rows[0].contains("AS KNOWN") && desk.text.contains("half a note"))
  }
}
