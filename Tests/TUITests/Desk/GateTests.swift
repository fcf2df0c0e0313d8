import Domain
import TUI
import Terminal
import TestSupport
import Testing
import Verbs

@Suite("The desk and its PINs", .verifies("USR-06"))
struct GateTests {
  static let sam = Person.ID(high: 1, low: 2)
  static let dan = Person.ID(high: 1, low: 3)

  /// Bea and Sam have a PIN, Dan has none, Eve has left.
  static func office() -> Office {
    var office = Story.office()
    func add(_ id: Person.ID, _ handle: String, _ name: String, _ role: Role) -> Person {
      Person(
        id: id, handle: handle, name: PersonalText(id: .init(high: 9, low: id.low), words: name), role: role)
    }
    var sam = add(Self.sam, "sam", "Sam Lee", .supervisor)
    sam.pin = PersonalText(id: .init(high: 9, low: 22), words: "sealed")
    var eve = add(Person.ID(high: 1, low: 4), "eve", "Eve Gold", .dispatcher)
    eve.pin = sam.pin
    eve.standing = .left
    for person in [sam, add(Self.dan, "dan", "Dan Moss", .dispatcher), eve] {
      office.people[person.id] = person
    }
    office.people.change(Story.bea) {
      $0.pin = PersonalText(id: .init(high: 9, low: 21), words: "sealed")
    }
    return office
  }

  static func console(_ width: Int = 120, _ height: Int = 36, keymap: String = "default") -> Console {
    Console(model: Story.model(width, height, office: office(), keymap: keymap))
  }

  private func signIns(_ console: Console) -> [String] {
    console.effects.compactMap {
      guard case .signIn(let id, let pin) = $0 else { return nil }
      return "\(console.model.office.person(id)?.handle ?? "") \(pin)"
    }
  }

  @Test("looks like this when it is locked", arguments: [(80, 24), (120, 36), (200, 60)])
  func screens(_ width: Int, _ height: Int) {
    var console = Self.console(width, height)
    console.type("a")
    console.send(.lock(mayLeave: false))
    console.type("12")
    expectScreen(console.screen.canvas, "locked-\(width)x\(height)", roleNames: ConsoleScreenTests.roleName)
  }

  @Test("asks for the PIN of whoever takes over, and explains itself")
  func takingOver() {
    var console = Self.console(80, 24)
    console.type(":i-am sam<Enter>")
    expectScreen(console.screen.canvas, "take-over", roleNames: ConsoleScreenTests.roleName)
    console.type("?")
    expectScreen(console.screen.canvas, "take-over-help", roleNames: ConsoleScreenTests.roleName)
    console.type("x24681<Enter>")
    #expect(signIns(console) == ["sam 24681"])
    console.send(.acting(Self.sam))
    #expect(console.rows[0].contains("Sam Lee") && console.model.gate == nil)
    #expect(console.resultLine.contains("Sam Lee acts here now (was Bea Long)"))
  }

  @Test("lets nothing through to what is behind, in every keymap", arguments: ["default", "vim", "plain"])
  func closed(keymap: String) {
    var console = Self.console(keymap: keymap)
    console.type(keymap == "plain" ? "<F10>" : "M")
    console.send(.lock(mayLeave: false))
    let before = console.model.popups.count
    console.type("q<C-c><C-z><F9><F10><C-p>:quit<Enter>")
    console.send(.input(.mouse(Mouse(.press(.left), at: Point(column: 5, row: 5)))))
    #expect(console.model.gate != nil && console.model.popups.count == before && console.model.line == nil)
    #expect(console.effects.isEmpty && !console.didQuit)
    #expect(!console.text.contains("Menu"), "windows are hidden")
    console.type("<F1>")
    #expect(console.text.contains("Whoever has a PIN can open the desk"))
  }

  @Test("opens for the same person with everything as it was left")
  func same() {
    var console = Self.console()
    console.type("a")
    let below = console.model.popups.count
    console.send(.lock(mayLeave: false))
    #expect(console.rows[0].contains("Bea Long, locked"))
    console.type("1357<Enter>")
    #expect(signIns(console) == ["bea 1357"])
    console.send(.acting(Story.bea))
    #expect(console.model.gate == nil && console.model.popups.count == below)
  }

  @Test("opens for another person with the panes alone: forms, marks and the line are not his")
  func another() {
    var console = Self.console()
    console.type(" jN")
    #expect(!console.model.popups.isEmpty && !console.model.marks.isEmpty)
    console.send(.lock(mayLeave: false))
    console.type("<Tab><C-u>sam<Enter>2468<Enter>")
    #expect(signIns(console) == ["sam 2468"])
    console.send(.acting(Self.sam))
    #expect(console.model.popups.isEmpty && console.model.marks.isEmpty && console.model.person == Self.sam)
    #expect(console.effects.contains { if case .ask(.list(.drafts, _), _) = $0 { true } else { false } })
    console.send(.acting(Story.bea))
    #expect(
      console.model.popups.last?.popup.name.hasPrefix("Note on") == true, "what he had open waits for him")
    console.send(.acting(Self.sam))
    #expect(console.model.popups.isEmpty)
  }

  @Test("says that a PIN is wrong, and makes the next tries wait")
  func wrong() {
    var console = Self.console()
    console.send(.lock(mayLeave: false))
    console.type("1111<Enter>")
    console.send(.answered(.pin(.wrong(Story.bea, seconds: 0)), .keys))
    #expect(console.text.contains("That is not the PIN of Bea Long."))
    console.type("2222<Enter>")
    #expect(signIns(console) == ["bea 2222"])
    console.send(.answered(.pin(.wrong(Story.bea, seconds: 20)), .keys))
    #expect(console.text.contains("The next try counts in 20"))
    console.type("3333<Enter>")
    #expect(signIns(console).isEmpty, "while it waits no try is made")
    console.send(.answered(.pin(.nextTry), .keys))
    console.type("<Enter>")
    #expect(signIns(console) == ["bea 3333"])
    console.send(.acting(Story.bea))
    console.send(.answered(.pin(.triedSince(2, Story.bea)), .keys))
    #expect(console.resultLine.contains("2 wrong PINs were typed since your last time here."))
  }

  @Test("takes digits alone, pasted ones too, and never shows one")
  func digits() {
    var console = Self.console()
    console.send(.lock(mayLeave: false))
    console.type("12a")
    #expect(console.text.contains("A PIN has digits only."))
    console.send(.input(.paste(" 8642\n")))
    #expect(console.text.contains("******") && !console.text.contains("8642"))
    console.send(.input(.paste("rm -rf\u{1B}[2J")))
    console.type("<Enter>")
    #expect(signIns(console) == ["bea 128642"])
  }

  @Test("does not open for who has no PIN, who has left, and who is not there")
  func others() {
    for (handle, sentence) in [
      ("dan", "Dan Moss has no PIN"), ("eve", "eve has left the office"), ("zoe", "No person is called")
    ] {
      var console = Self.console()
      console.send(.lock(mayLeave: false))
      console.type("<Tab><C-u>\(handle)<Enter>")
      #expect(signIns(console).isEmpty && console.text.contains(sentence), "\(handle)")
    }
  }

  @Test("takes over without a question for who has no PIN, and refuses who has left")
  func withoutPIN() {
    var console = Self.console()
    console.type(":i-am dan<Enter>")
    #expect(signIns(console) == ["dan "])
    console.type(":i-am eve<Enter>")
    #expect(signIns(console).isEmpty && console.resultLine.contains("eve has left the office"))
    console.type(":i-am bea<Enter>")
    #expect(console.resultLine.contains("Bea Long acts here already."))
  }

  @Test("locks nobody out who has no PIN")
  func noLock() {
    var console = Console()
    console.type("Q")
    #expect(console.model.gate == nil)
    #expect(console.resultLine.contains("Not locked: Bea Long has no PIN. :person pin bea sets one."))
    console.send(.lock(mayLeave: false))
    console.send(.lock(mayLeave: true))
    #expect(console.model.gate == nil)
  }

  @Test("can be left before anybody has been there, after a second Esc, and never later")
  func leaving() {
    var console = Self.console()
    console.send(.lock(mayLeave: true))
    console.type("1<Esc><Esc>")
    #expect(!console.didQuit && console.text.contains("Esc again leaves Callout."))
    console.type("<Esc>")
    #expect(console.didQuit)
    var later = Self.console()
    later.type("Q<Esc><Esc><Esc>")
    #expect(!later.didQuit && later.model.gate != nil)
  }

  @Test("gives way to the person before, without a PIN, when nobody takes over")
  func givenUp() {
    var console = Self.console()
    console.type(":i-am sam<Enter>24<Esc>")
    #expect(console.model.gate == nil && console.model.person == Story.bea && signIns(console).isEmpty)
  }

  @Test("asks for one's own PIN and twice for the new one before it is set")
  func setting() {
    var console = Self.console(80, 24)
    console.type(":person pin bea<Enter>")
    console.type("1357<Enter>12<Enter>12<Enter>")
    #expect(console.effects.isEmpty && console.text.contains("4 to 12 digits"), "what was wrong is gone")
    console.type("2468<Enter>2469<Enter>")
    #expect(console.effects.isEmpty && console.text.contains("The two are not the same."))
    expectScreen(console.screen.canvas, "set-pin", roleNames: ConsoleScreenTests.roleName)
    console.type("2468<Enter>")
    guard case .setPIN(Story.bea, "2468", "1357", let origin)? = console.effects.first else {
      Issue.record("nothing was set")
      return
    }
    console.send(.answered(.pin(.wrong(Story.bea, seconds: 0)), origin))
    #expect(console.text.contains("That is not the PIN of Bea Long."))
    console.type("1358<Enter><Enter><Enter>")
    #expect(console.effects.count == 1)
    console.send(.finished(.done("set"), origin))
    #expect(console.model.popups.isEmpty)
  }

  @Test("refuses a PIN that anybody would guess, and another's PIN without the right to it")
  func guesses() {
    var console = Self.console()
    console.type(":person pin bea<Enter>")
    console.type("1357<Enter>1234<Enter>1234<Enter>")
    #expect(console.effects.isEmpty && console.text.contains("everybody's first guess"))
    var other = Self.console()
    other.type(":person pin sam<Enter>")
    #expect(other.model.popups.isEmpty && other.resultLine.contains("that takes a supervisor"))
  }

  @Test("goes on drawing the panes behind the lock")
  func alive() {
    var console = Self.console()
    console.send(.lock(mayLeave: false))
    console.send(.tick(Story.at(10, 43), Story.board()))
    #expect(console.rows[0].contains("10:43") && console.text.contains("20418"))
  }
}
