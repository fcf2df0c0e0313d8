import Settings
import TestSupport
import Testing

@Suite("Shipped keymaps", .verifies("UX-04"))
struct ShippedKeymapTests {
  @Test("are in the binary")
  func embedded() {
    #expect(BuiltIn.keymaps.keys.sorted() == ["default", "plain", "vim"])
  }

  @Test("have no two actions on one key at a time", arguments: ["default", "vim", "plain"])
  func noOverlaps(name: String) throws {
    #expect(try Shipped.keymap(name).overlaps(in: Shipped.stacks) == [])
  }

  @Test("load again from their own dump", arguments: ["default", "vim", "plain"])
  func dumpRoundTrip(name: String) throws {
    let map = try Shipped.keymap(name)
    let again = Keymap.load(
      text: map.dump(in: Shipped.stacks), file: "dump.toml", knownVerbs: Shipped.verbs,
      knownContexts: Shipped.contexts)
    #expect(again.problems == [])
    for stack in Shipped.stacks {
      for verb in Shipped.verbs {
        #expect(Set(again.keymap.keys(for: verb, in: stack)) == Set(map.keys(for: verb, in: stack)))
      }
    }
    #expect(again.keymap.dump(in: Shipped.stacks) == map.dump(in: Shipped.stacks))
  }

  @Test("reach every action they are checked against", arguments: ["default", "vim"])
  func everyAction(name: String) throws {
    let map = try Shipped.keymap(name)
    for verb in Shipped.verbs.sorted() {
      #expect(Shipped.stacks.contains { !map.keys(for: verb, in: $0).isEmpty }, "\(verb) has no key")
    }
  }

  @Test("end an order behind E alone")
  func endsBehindE() throws {
    let ends: Set = [
      "work-order.close", "work-order.cancel", "work-order.not-done", "work-order.duplicate",
      "work-order.reopen"
    ]
    for name in ["default", "vim", "plain"] {
      // A technician ends his own visit by a key of his, which opens a form.
      for binding in try Shipped.keymap(name).bindings
      where ends.contains(binding.action ?? "") && binding.context != "tech" {
        #expect(binding.keys.first?.spelling == "E")
      }
    }
  }

  @Test("bind no letter in the plain map")
  func plainHasNoLetters() throws {
    let bindings = try Shipped.keymap("plain").bindings
    try #require(!bindings.isEmpty)
    for binding in bindings {
      let key = try #require(binding.keys.first).spelling
      #expect(key.count > 1 || key.first?.isNumber == true, "\(key)")
    }
  }

  @Test("give vim hands their keys and move what they displace")
  func vim() throws {
    let map = try Shipped.keymap("vim")
    let stack = ["order", "queue", "global", "always"]
    #expect(map.action(for: try keys("o"), in: stack) == .action("work-order.log"))
    #expect(map.action(for: try keys("O"), in: stack) == .action("work-order.claim"))
    #expect(map.action(for: try keys("g g"), in: stack) == .action("move.first"))
    #expect(map.action(for: try keys("a"), in: stack) == .action("work-order.assign"))
  }
}
