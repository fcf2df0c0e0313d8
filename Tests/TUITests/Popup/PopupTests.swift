import Domain
import Terminal
import TestSupport
import Testing
import Verbs

@testable import TUI

@Suite("Popups")
struct PopupTests {
  @Test("the line runs over a half-filled form and leaves it as it was", .verifies("UX-02"))
  func lineOverForm() throws {
    var console = Console()
    _ = console.model.open(Scratch())
    console.type("half a no")
    console.type("<C-p>note 20418 \"meanwhile\"<enter>")
    #expect(console.submitted?.0.orders == [20_418])
    console.type("te")
    let form = try #require(console.model.popups.last?.popup as? Scratch)
    #expect(form.fields.value("note") == "half a note")
    #expect(
      console.effects.contains {
        if case .saveDraft(let draft) = $0 { draft["note"] == "half a note" } else { false }
      })
  }

  @Test("own every key but help, the line, redraw, suspend and interrupt")
  func ownKeys() {
    var console = Console()
    _ = console.model.open(Scratch())
    console.type("3qZ!")
    #expect(console.model.focus == .queue && !console.model.isZoomed)
    console.type("<F1>")
    #expect(console.text.contains("Help · Scratch"))
    console.type("<esc><esc>")
    #expect(console.model.popups.isEmpty)
  }

  @Test("hear of the answers to their own effects, also from below another popup")
  func answers() throws {
    var console = Console()
    _ = console.model.open(Scratch())
    console.effects = []
    console.press(Key(name: "C-s") ?? .enter)
    let origin = try #require(console.submitted?.1)
    #expect(origin == .popup(1))
    _ = console.model.open(TextPopup("Text", lines: ["one"]))
    console.send(.finished(.done("20418 noted"), origin))
    #expect(console.model.popups.count == 1, "the form closed, the text above stays")
    #expect(console.resultLine == " ✓ 10:42 20418 noted")
  }

  @Test("asks before a broken rule is passed: a digit for a warning, a reason for a block")
  func rules() {
    for severity in [Severity.warn, .block] {
      var console = Console()
      let broken = BrokenRule(
        rule: .overlap, severity: severity, order: 20_418, technician: "ana",
        evidence: .overlap(
          order: 20_417, TimeRange(start: Story.at(13, 0), length: .minutes(60)), freeFrom: Story.at(14, 0)))
      let proposal = Proposal(verb: "work-order.assign", commands: [], orders: [20_418])
      console.send(.finished(.refused(.broken(broken), proposal), .keys))
      #expect(console.model.popups.count == 1)
      console.type("<F9>w<enter>")
      let said = severity == .warn ? "a choice is asked for" : "the reason is missing"
      #expect(console.submitted == nil && console.resultLine.contains(said), "\(console.resultLine)")
      console.type(severity == .warn ? "1" : "<enter>")
      if severity == .block {
        #expect(console.submitted == nil, "no reason, nothing passed")
        console.type("mother ship asked<enter>")
      }
      #expect(console.submitted?.0.acceptsWarnings == true)
      #expect(console.submitted?.0.override == (severity == .warn ? nil : "mother ship asked"))
    }
  }

  /// A form as small as one can be.
  struct Scratch: Popup {
    var fields = FormFields([FormField("note", label: "Note")])
    var contexts: [String] { KeyContexts.form }
    var name: String { "Scratch" }

    func wantedSize(in screen: Size, _ model: Model) -> Size { Size(width: 40, height: 3) }

    mutating func handle(_ event: PopupEvent, _ model: Model) -> PopupAnswer {
      if case .action("form.save") = event {
        return PopupAnswer(effects: [.submit(Proposal(verb: "work-order.note", commands: []), .popup(0))])
      }
      if case .finished(.done) = event { return .close }
      switch fields.handle(event) {
      case .changed:
        let key = FormDraft.Key(form: "note", subject: "20418")
        let texts = fields.fields.map { FormDraft.Field(name: $0.name, text: $0.text.text) }
        return PopupAnswer(effects: [
          .saveDraft(FormDraft(key: key, fields: texts, begunAt: model.now))
        ])
      case .moved, .missed, .passedEnd: return .stay
      case .ignored: return .ignored
      }
    }

    func draw(on canvas: inout Canvas, _ model: Model) {
      canvas.box(canvas.bounds, titles: [name])
      fields.focused?.text.draw(on: &canvas, at: Point(column: 1, row: 1), width: 30)
    }
  }
}
