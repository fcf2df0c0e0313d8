import Domain
import Settings
import TUI
import Terminal
import TestSupport
import Testing
import Verbs

@Suite("Console keys")
struct ConsoleKeysTests {
  @Test("asks once before it is left, and never from depth")
  func leaving() {
    var console = Console()
    console.type("q")
    #expect(!console.didQuit)
    #expect(console.resultLine.contains("q again leaves"))
    console.type("<esc>")
    #expect(!console.didQuit)
    console.type("qjq")
    #expect(!console.didQuit, "another key takes the question back")
    console.type("qq")
    #expect(console.didQuit)
    console = Console()
    console.type("?qqZq")
    #expect(!console.didQuit)
    console = Console()
    console.type("<esc><esc><esc><esc>")
    #expect(!console.didQuit)
  }

  @Test("goes through the panes by number, Tab and mouse")
  func panes() {
    var console = Console()
    console.type("3")
    #expect(console.model.focus == .timeline)
    console.type("<tab><tab>")
    #expect(console.model.focus == .queue)
    console.type("<S-Tab>")
    #expect(console.model.focus == .alerts)
    console.click(80, 5)
    #expect(console.model.focus == .technicians)
    #expect(console.model.selectedTechnician == Story.technician(2))
    console.send(.input(.mouse(Mouse(.wheelDown, at: Point(column: 5, row: 5)))))
    #expect(console.model.focus == .technicians)
  }

  @Test("zooms a pane and comes back")
  func zoom() {
    var console = Console()
    console.type("2Z")
    #expect(console.text.contains("Last place") && !console.text.contains("1 Queue"))
    console.type("<esc>")
    #expect(console.text.contains("1 Queue"))
  }

  @Test("goes to the worst alert and copies its number")
  func worst() {
    var console = Console()
    console.type("!y")
    #expect(console.model.focus == .alerts)
    guard case .copy(let text)? = console.effects.last else {
      Issue.record("nothing was copied")
      return
    }
    #expect(text == "20418")
  }

  @Test("takes, puts off and settles the alert under the cursor, by its own keys", .verifies("EXC-02"))
  func alerts() {
    var console = Console()
    console.type("!")
    #expect(console.hintLine.contains("o own") && console.hintLine.contains("z snooze"))
    console.type("z")
    #expect(console.text.contains("Put off: P1 unassigned") && console.text.contains("1 15m, to 10:57"))
    console.type("4")
    #expect(console.text.contains("alert snooze p1Unassigned-20418-"))
    console.type("<esc>R")
    #expect(console.text.contains("Settle 20418"))
    console.type("<esc>")
    console.type("o")
    guard case .submit(let proposal, _)? = console.effects.last else {
      Issue.record("nothing is submitted: \(console.resultLine)")
      return
    }
    #expect(proposal.verb == "alert.own" && proposal.commands.count == 1)
    console.type("b")
    #expect(console.text.contains("no clock of it was missed") && !console.text.contains("Why was 20418"))
  }

  @Test("asks why an order was late by one digit, and says what is on record", .verifies("SLA-08"))
  func breach() throws {
    var desk = FormDesk()
    desk.tick(600)
    let late = desk.office.orders.inOrder.first { order in
      !order.isEnded && desk.office.clocks(of: order, at: desk.model.now).contains { $0.isMissed }
    }
    let number = try #require(late?.number)
    desk.type(":open \(number)<Enter>b")
    #expect(desk.top == "Why was \(number) late" && desk.text.contains("nobody free"))
    desk.type("1")
    #expect(desk.order(number)?.breaches.first?.cause == .nobodyFree)
    desk.type("b")
    #expect(desk.text.contains("a digit replaces it") && desk.text.contains("nobody free, Bea Long"))
  }

  @Test("says how many alerts are out of sight", .verifies("EXC-02"))
  func hiddenAlerts() {
    var console = Console(board: Story.board(alerts: Story.alerts + Story.moreAlerts(8)))
    let title = console.rows.firstIndex { $0.contains("4 Alerts") } ?? 0
    let shown = console.rows[(title + 1)...].prefix { $0.hasPrefix("│") }.count
    #expect(shown < 13 && console.rows[title].contains("─ \(13 - shown) more ─"))
    console.type("4Z")
    #expect(console.rows.contains { $0.contains("4 Alerts ── 13") && !$0.contains(" more ") })
  }

  @Test("passes over what is put off when it looks for the worst alert", .verifies("EXC-02"))
  func worstAwake() {
    let alerts = Story.alerts.map { alert in
      alert.severity == .high ? alert.putOff(to: Story.now + .minutes(15)) : alert
    }
    var console = Console(board: Story.board(alerts: alerts))
    console.type("!")
    #expect(console.selectedNumber == 20_404)
    console = Console(board: Story.board(alerts: alerts.map { $0.putOff(to: Story.now + .minutes(15)) }))
    console.type("!")
    #expect(console.resultLine.contains("All 5 alerts here are put off."))
  }

  @Test("takes, puts off and settles alerts by the keys of the plain map", .verifies("EXC-02"))
  func plainAlerts() {
    var console = Console(keymap: "plain")
    console.type("<tab><tab><tab><S-F8>")
    #expect(console.text.contains("Put off: "))
    console.type("<esc><del>")
    #expect(console.text.contains("Settle "))
    console.type("<esc><f2>")
    guard case .submit(let proposal, _)? = console.effects.last else {
      Issue.record("nothing is submitted: \(console.resultLine)")
      return
    }
    #expect(proposal.verb == "alert.own")
  }

  @Test("shows what may follow a prefix key, by the live keymap", .verifies("UX-01"))
  func prefix() {
    var console = Console()
    console.type("E")
    #expect(console.text.contains("─ E ─"))
    #expect(console.text.contains("l Close") || console.text.contains(" l "))
    console.type("<esc>")
    #expect(!console.text.contains("─ E ─"))
  }

  @Test("says in a few words of each what a technician can be set to")
  func presencePrefix() {
    var console = Console()
    console.type("2s")
    for word in ["available", "break", "off", "unavailable"] {
      #expect(console.text.contains(" set to \(word) "), "\(word)")
    }
  }

  @Test("keeps a result while the cursor moves, and lets it go with the next thing that is done")
  func resultYields() {
    var console = Console()
    let done = Message.finished(.done("20418 noted", warnings: []), .keys)
    console.send(done)
    console.type("jk")
    #expect(console.resultLine.contains("20418 noted"))
    for keys in ["2", "<Tab>", "?", "/", "<Enter>"] {
      console = Console()
      console.send(done)
      console.type(keys)
      #expect(!console.resultLine.contains("20418 noted"), "\(keys)")
    }
  }

  @Test("says which key undoes what was done, and only where it can be undone", .verifies("UX-05"))
  func wayBack() {
    let done = { (way: WayBack?) in
      Message.finished(.done("20418 given to Chen 11:00", warnings: [], way: way), .keys)
    }
    var console = Console()
    console.send(done(.undo))
    #expect(console.resultLine.contains("20418 given to Chen 11:00 · u undoes it"))
    console.send(done(.redo))
    #expect(console.resultLine.contains("· ^R redoes it"))
    console.send(done(nil))
    #expect(console.resultLine.contains("Chen 11:00") && !console.resultLine.contains("undoes"))
    console = Console(keymap: "plain")
    console.send(done(.undo))
    #expect(console.resultLine.contains("· F8 undoes it"))
  }

  @Test("undoes by u and F8, redoes by ^R, whatever is selected", .verifies("UX-05"))
  func undoKeys() {
    for (keymap, key, wish) in [
      ("default", "u", TakingBack.last), ("vim", "u", .last), ("plain", "<F8>", .last),
      ("default", "<C-r>", .undone), ("vim", "<C-r>", .undone)
    ] {
      var console = Console(keymap: keymap)
      console.type(key)
      let wishes = console.effects.compactMap { effect in
        if case .submit(let proposal, .keys) = effect { proposal.takingBack } else { nil }
      }
      #expect(wishes == [wish], "\(keymap) \(key)")
    }
  }

  @Test("shows on every alert the key that helps, by the live keymap", arguments: ["default", "plain"])
  func remedies(_ keymap: String) {
    let console = Console(120, 36, keymap: keymap)
    let held = console.rows.first { $0.contains("held for parts") } ?? ""
    let key = console.model.key(for: "work-order.hold", in: KeyContexts.alerts) ?? "none"
    #expect(held.contains("\(key) release"))
  }

  @Test("help for a verb without a key says how it is said", .verifies("UX-01"))
  func helpOfVerb() {
    var console = FormDesk()
    console.type(":help postpone<Enter>")
    #expect(console.top == "help postpone" && console.text.contains("callout postpone ORDER"))
    console.type("<Esc>:help nonsense<Enter>")
    #expect(console.top == nil && console.resultLine.contains("no verb"))
  }

  @Test(
    ":w hands in the form under the line, and says that nothing waits where there is none", .verifies("UX-03")
  )
  func write() {
    var desk = FormDesk()
    desk.type("Nseen by the caretaker<F9>w<Enter>")
    #expect(desk.submitted.count == 1 && desk.top == nil, "\(desk.top ?? "") \(desk.resultLine)")
    desk.type(":w<Enter>")
    #expect(desk.resultLine.contains("Nothing waits to be written"))
    desk.type("Nheard by the neighbour<F9>open 20418<Enter>")
    #expect(desk.top == "Order 20418")
    desk.type(":w<Enter>")
    #expect(desk.submitted.count == 2 && desk.top == nil, "\(desk.top ?? "") \(desk.resultLine)")
  }

  @Test("helps for here from the live keymap, filterable", .verifies("UX-01"))
  func help() {
    var console = Console()
    console.type("?")
    #expect(console.text.contains("Help · Queue"))
    console.type("/zoom")
    #expect(console.text.contains("pane over the whole screen"))
    #expect(!console.text.contains("filter as you type"))
    console.type("<enter><enter>")
    #expect(console.model.isZoomed)
  }

  @Test("reaches every action of the console by a key, the menu or the line", .verifies("UX-01"))
  func reachable() {
    let keymap = Keymaps.shipped("default")
    let bound = Set(keymap.bindings.compactMap(\.action))
    for action in Action.allCases { #expect(bound.contains(action.rawValue), "\(action.rawValue)") }
  }

  @Test("hints name only keys that the keymap has", arguments: ["default", "vim", "plain"])
  func hints(_ name: String) {
    for pane in 1...4 {
      var console = Console(200, 60, keymap: name)
      for _ in 1..<pane { console.press(.tab) }
      let contexts = console.model.contexts
      let words = Set(console.hintLine.split(separator: " ").map(String.init))
      let keys = Set(
        console.model.keymap.bindings.filter { contexts.contains($0.context) && $0.action != nil }
          .flatMap { $0.keys.map(\.spelling) })
      for word in words where word.count == 1 {
        #expect(keys.contains(word) || ["↑", "↓", "←", "→"].contains(word), "\(word) in \(console.hintLine)")
      }
    }
  }

  @Test("tells the title when the counts that matter change")
  func title() {
    var console = Console()
    var board = Story.board()
    board.counts.breached = 2
    console.send(.officeChanged(Story.office(), board))
    guard case .title(let text)? = console.effects.last else {
      Issue.record("no title")
      return
    }
    #expect(text == "Riverside · P1 2 · breached 2")
  }

  @Test("says that the clock is not the real one")
  func setClock() {
    let model = Model(
      office: Story.office(), board: Story.board(), now: Story.now, person: Story.bea,
      keymap: Keymaps.shipped("default"), identifiers: CountingIdentifiers(),
      size: Size(width: 120, height: 36),
      clockNote: "set clock")
    #expect(Screen.of(model).rows[0].contains("Tue 24 Nov 10:42 set clock"))
  }

  @Test("says that it is a sandbox, and how fast it runs, as that changes", .verifies("ADM-10"))
  func sandbox() {
    var console = Console()
    console.send(.clock(note: Wording.sandbox(speed: 100, isPlayed: true)))
    #expect(console.rows[0].contains("10:42 sandbox 100x"))
    console.send(.clock(note: Wording.sandbox(speed: 100, isPlayed: false)))
    #expect(console.rows[0].contains("10:42 sandbox, stands"))
    console.send(.clock(note: nil))
    #expect(!console.rows[0].contains("sandbox"))
  }

  @Test("says that nothing is saved and since when")
  func trouble() {
    var console = Console()
    console.send(.link(.notSaving(since: Story.now, Failure(.diskFull, subject: "callout.db", detail: ""))))
    #expect(console.rows[0].contains("✗ not saving since 10:42: disk full"))
    #expect(console.rows[0].hasPrefix(" Riverside"))
  }
  @Test("asks before it is left whether what is not saved may be lost")
  func leavingUnsaved() {
    var console = Console()
    console.send(.link(.notSaving(since: Story.now, Failure(.diskFull, subject: "callout.db", detail: ""))))
    console.type("q")
    #expect(console.resultLine.contains("Not saving since 10:42"))
    #expect(!console.resultLine.contains("Everything is saved"))
    #expect(console.resultLine.contains("q again leaves"))
  }
  @Test("filters what is mine by whoever acts now")
  func mine() {
    var console = Console()
    console.type("/mine<enter>")
    #expect(console.text.contains("1 of 12"))
    console.send(.acting(Person.ID(high: 0, low: 0)))
    #expect(console.text.contains("0 of 12"))
  }

  @Test("a key that does nothing here says what it is for and where")
  func deadKeys() {
    var console = Console()
    console.type("3C")
    #expect(console.resultLine.contains("C is for an order. No visit is selected: l goes to the first one"))
    console.type("1z")
    #expect(console.resultLine.contains("z works in Alerts: 4 goes there."), "\(console.resultLine)")
    console.type("{")
    #expect(console.resultLine.contains("{ works in Timeline: 3 goes there."))
    console.type("O")
    #expect(console.resultLine.contains("O works in Timeline"), "\(console.resultLine)")
    console.type("x")
    #expect(console.resultLine.contains("x is bound to nothing here; ? shows the keys."))
  }

  @Test(
    "opens no line for what an order has not got, so that the next keys mean what they say",
    .verifies("UX-01"))
  func nothingToDo() throws {
    var desk = FormDesk()
    desk.type("*")
    #expect(desk.model.line == nil && desk.resultLine.contains("20418 not pinned"), "\(desk.resultLine)")
  }

  @Test("asks before it undoes what lies before something that stays", .verifies("UX-05"))
  func steppingOver() throws {
    var desk = FormDesk()
    desk.type("p3agreed<Enter>")
    let entry = try #require(desk.entries.last)
    desk.type("Nhello<C-s>")
    let over = try #require(desk.entries.last)
    desk.send(
      .finished(
        .refused(
          .undoImpossible(.stepsOver(over, to: entry, entry: 4_711)),
          Proposal(verb: "ledger.undo", takingBack: .last)), .keys))
    #expect(desk.top == "What you did last cannot be undone")
    #expect(desk.text.contains("note 20418 stays: it cannot be undone."), "\(desk.text)")
    #expect(desk.text.contains("priority 20418 P3"))
    desk.type("2")
    #expect(desk.submitted.last?.takingBack == .entry(4_711) && desk.top == nil)
  }

  @Test("asks before it undoes what was done elsewhere, by its name and number", .verifies("UX-05"))
  func elsewhere() throws {
    var desk = FormDesk()
    desk.type("p3agreed<Enter>")
    let entry = try #require(desk.entries.last)
    desk.send(
      .finished(
        .refused(
          .undoImpossible(.elsewhere(entry, entry: 4_711)), Proposal(verb: "ledger.undo", takingBack: .last)),
        .keys))
    #expect(desk.top == "Nothing of this console is left to undo")
    #expect(desk.text.contains("What you did last elsewhere"), "\(desk.text)")
    #expect(desk.resultLine.contains("priority 20418 P3 was done elsewhere, at 10:42."))
    // What one presses in passing leaves it.
    let before = desk.submitted.count
    for key in ["1", "<Enter>"] {
      let again = desk
      desk.type(key)
      #expect(desk.submitted.count == before && desk.top == nil)
      desk = again
    }
    desk.type("2")
    #expect(desk.submitted.last?.takingBack == .entry(4_711) && desk.top == nil)
    desk.send(
      .finished(
        .refused(
          .undoImpossible(.elsewhere(entry, entry: 4_712, undoneAt: desk.model.now)),
          Proposal(verb: "ledger.redo", takingBack: .undone)),
        .keys))
    #expect(desk.top == "Nothing of this console is left to redo")
    #expect(desk.text.contains("What you undid last elsewhere"), "\(desk.text)")
    #expect(desk.resultLine.contains("priority 20418 P3 was undone elsewhere, at 10:42."))
    desk.type("2")
    #expect(desk.submitted.last?.takingBack == .entry(4_712) && desk.top == nil)
  }

  @Test("the header counts the consoles where there are several", .verifies("USR-06"))
  func consoles() {
    var console = Console()
    let sessions = (1...3).map { number in
      DeskSession(
        id: .init(high: 1, low: UInt64(number)), person: Story.bea, terminal: "pts/\(number)",
        process: number, begunAt: Story.now, seenAt: Story.now)
    }
    console.send(.sessions([sessions[0]]))
    #expect(!console.rows[0].contains("consoles"))
    console.send(.sessions(sessions))
    #expect(console.rows[0].contains("● local, 3 consoles"), "\(console.rows[0])")
    console.type("K")
    guard case .ask(.list(.consoles, _), _)? = console.effects.last else {
      Issue.record("nobody asked who is there")
      return
    }
  }
}
