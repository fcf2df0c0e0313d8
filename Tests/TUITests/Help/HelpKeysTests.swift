import Domain
import Settings
import Terminal
import TestSupport
import Testing
import Verbs

@testable import TUI

@Suite("Help for here, and hints")
struct HelpKeysTests {
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

  @Test("help for a verb without a key says how it is said", .verifies("UX-01"))
  func helpOfVerb() {
    var console = FormDesk()
    console.type(":help postpone<Enter>")
    #expect(console.top == "help postpone" && console.text.contains("callout postpone ORDER"))
    console.type("<Esc>:help nonsense<Enter>")
    #expect(console.top == nil && console.resultLine.contains("no verb"))
  }

  @Test("explains every mark that a row of a pane can have, as its last lines", .verifies("UX-01"))
  func marks() {
    let all = MarkLegend.all
    #expect(all.map(\.pane) == Pane.allCases)
    for state in ClockFace.State.allCases where state != .running {
      #expect(all[0].signs.contains { $0.sign.last == state.shape }, "\(state)")
    }
    for shown in ShownPresence.allCases {
      #expect(all[1].signs.contains { $0.sign == "\(shown.letter)\(shown.shape)" }, "\(shown)")
    }
    for status in AssignmentStatus.allCases {
      #expect(all[2].signs.contains { $0.sign.contains(status.mark) }, "\(status)")
    }
    for kind in Alert.Kind.allCases {
      let mark = String(Wording.mark(kind))
      #expect(all[3].signs.contains { $0.sign == mark && $0.words.contains(Wording.kind(kind)) }, "\(kind)")
    }
    var console = Console()
    console.type("?G")
    #expect(console.text.contains(all[0].signs.last?.words ?? "?"), "\(console.text)")
    for row in QueueMark.allCases {
      #expect(all[0].signs.contains { $0.sign == row.sign && $0.words == row.words })
    }
    #expect(MarkLegend.lines.contains("  A●        available"))
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
    var named = 0
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
        named += 1
      }
    }
    #expect(named > 0 || name == "plain", "letters were looked at")
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
}
