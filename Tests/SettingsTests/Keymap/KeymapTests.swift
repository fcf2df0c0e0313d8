import Settings
import TestSupport
import Testing

@Suite("Keymap", .verifies("UX-04"))
struct KeymapTests {
  private func load(_ text: String) -> (keymap: Keymap, problems: [SettingsProblem]) {
    Keymap.load(text: text, file: "mine.toml", knownVerbs: Shipped.verbs, knownContexts: Shipped.contexts)
  }

  @Test("finds actions, prefixes and nothing")
  func finds() throws {
    let map = load(
      "[order]\na = \"work-order.assign\"\n\"E x\" = \"work-order.cancel\"\n\"E r\" = \"work-order.reopen\"\n"
    )
    #expect(map.problems == [])
    #expect(map.keymap.action(for: try keys("a"), in: ["order"]) == .action("work-order.assign"))
    #expect(map.keymap.action(for: try keys("a"), in: ["global"]) == .none)
    #expect(map.keymap.action(for: [], in: ["order"]) == .none)
    #expect(
      map.keymap.action(for: try keys("E"), in: ["order", "global"])
        == .prefix([
          Keymap.Continuation(keys: try keys("x"), action: "work-order.cancel"),
          Keymap.Continuation(keys: try keys("r"), action: "work-order.reopen")
        ]))
    #expect(map.keymap.action(for: try keys("E x"), in: ["order"]) == .action("work-order.cancel"))
    #expect(map.keymap.action(for: try keys("E q"), in: ["order"]) == .none)
  }

  @Test("takes a verb without its noun where one alone is called so")
  func shortNames() throws {
    let map = load("[order]\na = \"hold\"\nb = \"show\"\n")
    #expect(map.keymap.action(for: try keys("a"), in: ["order"]) == .action("work-order.hold"))
    #expect(map.problems.map(\.word) == ["show"], "a customer, a site and more are shown")
  }

  @Test("takes the innermost of the active contexts")
  func innermostWins() throws {
    let map = load("[global]\nt = \"pane.sort\"\n[assign]\nt = \"assign.time\"\n").keymap
    #expect(map.action(for: try keys("t"), in: ["assign", "global"]) == .action("assign.time"))
    #expect(map.action(for: try keys("t"), in: ["global", "assign"]) == .action("pane.sort"))
    #expect(map.keys(for: "pane.sort", in: ["assign", "global"]) == [], "a key that is taken is no hint")
  }

  @Test("reports an unknown verb with its place and the nearest one, and loads the rest")
  func unknownVerb() throws {
    let map = load("# mine\n[order]\n\na = \"work-order.asign\"\np = \"work-order.set-priority\"\n")
    let problem = try #require(map.problems.first)
    #expect(map.problems.count == 1)
    #expect(problem.place == "mine.toml:4:5")
    #expect(problem.word == "work-order.asign")
    #expect(problem.nearest == ["work-order.assign"])
    #expect(problem.sentence == "\"work-order.asign\" is no verb; work-order.assign is.")
    #expect(map.keymap.keys(for: "work-order.set-priority", in: ["order"]).map(\.spelling) == ["p"])
  }

  @Test("knows a verb by its second half")
  func nearestByHalf() {
    #expect(load("[order]\na = \"asign\"").problems.first?.nearest.first == "work-order.assign")
  }

  @Test("reports an unknown section and an unknown key")
  func unknownSectionAndKey() {
    let map = load("[ordr]\na = \"work-order.assign\"\n[order]\nHoem = \"move.first\"\nb = 3\n")
    #expect(map.problems.map(\.place) == ["mine.toml:1:1", "mine.toml:4:1", "mine.toml:5:5"])
    #expect(map.problems[0].nearest == ["order"])
    #expect(map.problems[1].nearest.contains("Home"))
    #expect(map.keymap.bindings == [])
  }

  @Test("reports a key that cannot be bound with the reason")
  func refusedKey() throws {
    let problem = try #require(load("[form]\nC-m = \"form.save\"\n").problems.first)
    #expect(problem.place == "mine.toml:2:1")
    #expect(problem.sentence == "\"C-m\" is not bound: terminals cannot tell it from Enter.")
  }

  @Test("finds duplicates after normalising, and the first line keeps the key")
  func duplicates() throws {
    let map = load("[form]\nC-s = \"form.save\"\n\"^S\" = \"form.park\"\n\"ctrl-s x\" = \"form.next\"\n")
    #expect(map.problems.map(\.line) == [3, 4])
    #expect(map.problems[0].sentence.contains("line 2"))
    #expect(map.keymap.action(for: try keys("C-s"), in: ["form"]) == .action("form.save"))
  }

  @Test("steps over broken TOML without moving keys to another section")
  func brokenHeader() throws {
    let map = load(
      "[global]\nj = \"move.down\"\n[order\na = \"work-order.assign\"\n[form]\nC-s = \"form.save\"\n")
    #expect(map.problems.map(\.line) == [3])
    #expect(map.keymap.action(for: try keys("a"), in: ["global"]) == .none)
    #expect(map.keymap.action(for: try keys("j"), in: ["global"]) == .action("move.down"))
    #expect(map.keymap.action(for: try keys("C-s"), in: ["form"]) == .action("form.save"))
  }

  @Test("lets the person's key beat every default, inner contexts included")
  func layers() throws {
    let low = load(
      "[order]\nt = \"work-order.triage\"\n[global]\ng = \"move.first\"\nn = \"work-order.log\"\n"
    ).keymap
    let high = load("[global]\nt = \"pane.sort\"\n\"g g\" = \"move.first\"\nn = \"none\"\n").keymap
    let map = Keymap.layering([low, high])
    let stack = ["order", "global"]
    #expect(map.action(for: try keys("t"), in: stack) == .action("pane.sort"))
    #expect(map.action(for: try keys("n"), in: stack) == .none)
    #expect(map.keys(for: "move.first", in: stack).map(\.spelling) == ["g g"])
    #expect(map.keys(for: "work-order.triage", in: stack) == [])
    #expect(map.overlaps(in: [stack]) == [], "a wish is no fight")
  }

  @Test("stands alone with base none")
  func standsAlone() throws {
    let low = load("[global]\nj = \"move.down\"\n").keymap
    let map = Keymap.layering([low, load("base = \"none\"\n[global]\nDown = \"move.down\"\n").keymap])
    #expect(map.keys(for: "move.down", in: ["global"]).map(\.spelling) == ["Down"])
    #expect(load("base = \"nome\"\n").problems.first?.nearest == ["default", "none"])
  }

  @Test("finds two actions on one key where both contexts are active")
  func overlaps() throws {
    let map = load(
      "[order]\nx = \"work-order.note\"\n[global]\nx = \"pane.sort\"\n\"x y\" = \"explain\"\n"
    )
    #expect(map.problems.map(\.line) == [5])
    let found = map.keymap.overlaps(in: [["order", "global"], ["form"]])
    #expect(found.map(\.first.action) == ["work-order.note"])
    #expect(found.map(\.second.action) == ["pane.sort"])
    #expect(map.keymap.overlaps(in: [["order"], ["global"]]) == [])
  }
}
