import Domain
import Settings
import TUI
import Terminal
import TestSupport
import Testing
import Verbs

@Suite("Undo keys")
struct UndoKeysTests {
  @Test("says which key undoes what was done, and only where it can be undone", .verifies("UX-05"))
  func wayBack() {
    let done = { (way: WayBack?) in
      Message.finished(.done("20418 given to Chen 11:00", way: way), .keys)
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

  @Test("asks before it undoes a part of what was done to several", .verifies("UX-05"))
  func inPart() throws {
    var desk = FormDesk()
    desk.type("p3agreed<Enter>")
    let entry = try #require(desk.entries.last)
    desk.send(
      .finished(
        .refused(
          .undoImpossible(
            .partly(
              entry, goes: [20_418],
              stays: [.changedSince(.order(20_421), field: "priority", now: "P2")], entry: 4_711)),
          Proposal(verb: "ledger.undo", takingBack: .last)), .keys))
    #expect(desk.top == "Only a part of it can be undone")
    #expect(desk.text.contains("20421 not undone"), "\(desk.text)")
    #expect(desk.text.contains("20418 can be undone"), "\(desk.text)")
    #expect(desk.submitted.last?.takingBack == nil, "nothing is changed before")
    desk.type("2")
    #expect(desk.submitted.last?.takingBack == .part(4_711) && desk.top == nil)
  }

  @Test("offers the part of a group and what was done before it", .verifies("UX-05"))
  func inPartOrBefore() throws {
    for (key, wanted) in [("2", TakingBack.part(4_712)), ("3", .entry(4_711))] {
      var desk = FormDesk()
      desk.type("p3agreed<Enter>")
      let entry = try #require(desk.entries.last)
      let partly = UndoObstacle.partly(
        entry, goes: [20_418], stays: [.changedSince(.order(20_421), field: "priority", now: "P2")],
        entry: 4_712)
      desk.send(
        .finished(
          .refused(
            .undoImpossible(
              .stepsOver(entry, because: .undoImpossible(partly), to: entry, entry: 4_711)),
            Proposal(verb: "ledger.undo", takingBack: .last)), .keys))
      #expect(
        desk.text.contains("20421 not undone") && desk.text.contains("20418 can be undone"), "\(desk.text)")
      #expect(desk.text.contains("The last that can still be undone is"), "\(desk.text)")
      desk.type(key)
      #expect(desk.submitted.last?.takingBack == wanted && desk.top == nil)
    }
  }

  @Test("says how a technician's step is put right that was a slip", .verifies("UX-05"))
  func slip() throws {
    var desk = try PocketDesk.made()
    desk.type("a")
    let accepted = try #require(desk.entries.last)
    desk.send(
      .finished(
        .refused(
          .undoImpossible(.stepsOver(accepted, to: accepted, entry: 4_711)),
          Proposal(verb: "ledger.undo", takingBack: .last)), .keys))
    let text = desk.text.split { $0.isWhitespace || $0 == "│" }.joined(separator: " ")
    #expect(text.contains("A step stays on record: m tells the other side that it was a slip."), "\(text)")
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
}
