import Domain
import Settings
import Terminal
import TestSupport
import Testing
import Verbs

@testable import TUI

@Suite("Alert keys")
struct AlertKeysTests {
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
    #expect(console.text.contains("alert snooze 20418 until"))
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

  @Test(
    "stays where it is in the list when an alert is put off, so that the next one follows",
    .verifies("EXC-02"))
  func putOff() {
    var desk = FormDesk()
    desk.tick(600)
    desk.type("4g")
    let before = desk.model.alerts.ids(in: desk.model.board).map(\.self)
    #expect(before.count > 2)
    desk.type("z3")
    let after = desk.model.alerts.ids(in: desk.model.board).map(\.self)
    #expect(after.last == before[0] || after[0] != before[0], "it is put off")
    #expect(desk.model.alerts.cursor.index == 0 && desk.model.alerts.cursor.selected == after[0])
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

  @Test("says it anew as soon as the list is scrolled", .verifies("EXC-02"))
  func scrolledAlerts() {
    var console = Console(board: Story.board(alerts: Story.alerts + Story.moreAlerts(30)))
    for keys in ["4G", "g", "jjjjjjjj", "G"] {
      console.type(keys)
      #expect(console.rows == Screen.of(console.model).rows, "\(keys)")
    }
    #expect(console.text.contains(" above"))
  }

  @Test(
    "shows the first ones while nobody is at work in it, and is where it was for whoever comes back",
    .verifies("EXC-02"))
  func firstAlertsAside() {
    var console = Console(board: Story.board(alerts: Story.alerts + Story.moreAlerts(30)))
    console.type("4G")
    let selected = console.model.alerts.cursor.selected
    #expect(console.text.contains(" above"))
    console.type("1")
    #expect(!console.text.contains(" above") && console.model.alerts.cursor.top == 0)
    console.type("4")
    #expect(console.model.alerts.cursor.selected == selected && console.text.contains(" above"))
  }

  @Test("a pane that is zoomed over leaves the others at their first rows", .verifies("UX-03"))
  func zoomedOver() {
    var console = Console()
    console.type("jjjj4ZZ")
    #expect(console.model.queue.cursor.top == 0 && console.model.queue.cursor.index == 4)
    console.send(.resized(Size(width: 80, height: 24)))
    console.send(.resized(Size(width: 120, height: 36)))
    #expect(console.model.queue.cursor.top == 0)
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

  @Test("shows on every alert the key that helps, by the live keymap", arguments: ["default", "plain"])
  func remedies(_ keymap: String) {
    let console = Console(120, 36, keymap: keymap)
    let held = console.rows.first { $0.contains("held for parts") } ?? ""
    let key = console.model.key(for: "work-order.hold", in: KeyContexts.alerts) ?? "none"
    #expect(held.contains("\(key) release"))
  }
}
