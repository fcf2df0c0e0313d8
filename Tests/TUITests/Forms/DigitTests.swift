import Domain
import Settings
import TUI
import TestSupport
import Testing
import Verbs

@Suite("A digit in a form")
struct DigitTests {
  @Test(
    "chooses and stays; Tab and Enter go one field on, and so do words that follow it",
    .verifies("UX-01"), arguments: Form.all)
  func goesNoFurther(_ form: Form) throws {
    let fields = try form.fields()
    let choices = fields.indices.filter { fields[$0].isChoice }
    #expect(!choices.isEmpty, "nothing is chosen in \(form.name)")
    for index in choices {
      let label = fields[index].label
      let next = index + 1 < fields.count ? fields[index + 1] : nil
      var desk = try form.opened(at: index)
      desk.type("1")
      #expect(desk.model.fieldAskedFor == label, "\(form.name): the cursor is where it was seen")
      var other = desk
      other.type("2")
      #expect(other.model.fieldAskedFor == label, "\(form.name): another digit chooses again")
      for key in ["<Tab>", "<Enter>"] {
        guard let next else { continue }
        var moved = desk
        moved.type(key)
        #expect(moved.model.fieldAskedFor == next.label, "\(form.name): \(key) after \(label)")
      }
      guard let next, !next.isChoice else { continue }
      var written = desk
      written.type("words")
      #expect(written.model.fieldAskedFor == next.label)
      #expect(written.drafts.last?.fields.contains { $0.text.hasSuffix("words") } == true, "\(form.name)")
      var pasted = desk
      pasted.paste("words")
      #expect(pasted.model.fieldAskedFor == next.label)
      #expect(pasted.drafts.last?.fields.contains { $0.text.hasSuffix("words") } == true, "\(form.name)")
    }
  }

  @Test(
    "needs no Tab before the words of a hold, and takes one", .verifies("HLD-01"),
    arguments: ["", "<Tab>", "<Enter>"])
  func hold(_ end: String) {
    var desk = FormDesk()
    desk.type("H1\(end)belt torn<Enter>")
    #expect(desk.order(20_418)?.hold?.reason == .parts)
    #expect(desk.order(20_418)?.hold?.note == "belt torn")
  }

  @Test("is corrected by another one")
  func corrected() {
    var desk = FormDesk()
    desk.type("H13<Tab>over the limit<Enter>")
    #expect(desk.order(20_418)?.hold?.reason == .approval)
  }
}

extension DigitTests {
  /// A form in which something is chosen, and how it is opened.
  struct Form: Sendable, CustomTestStringConvertible {
    let name: String
    let open: @Sendable () throws -> FormDesk

    static let all = [
      Form(name: "call") { typed("n") },
      Form(name: "another call") { typed("Y") },
      Form(name: "hold") { typed("H") },
      Form(name: "cancel") { typed("Ex") },
      Form(name: "triage") { typed("T") },
      Form(name: "edit an order") { typed("e") },
      Form(name: "release") { typed("H1words<Enter>H") },
      Form(name: "complete") {
        var desk = OrderFormTests.onSite()
        desk.type("C")
        return desk
      },
      Form(name: "complete in the pocket") {
        var desk = try PocketDesk.made()
        desk.type("ato<enter>c")
        return desk
      },
      Form(name: "edit a customer") { typed("ce") },
      Form(name: "edit a technician") { typed("2<Enter>e") }
    ]

    var testDescription: String { name }

    private static func typed(_ keys: String) -> FormDesk {
      var desk = FormDesk()
      desk.type(keys)
      return desk
    }

    func opened(at index: Int) throws -> FormDesk {
      var desk = try open()
      for _ in 0..<index { desk.type("<Tab>") }
      return desk
    }

    /// Every field in the order of Tab, until it goes round.
    func fields() throws -> [(label: String, isChoice: Bool)] {
      var desk = try open()
      var fields: [(label: String, isChoice: Bool)] = []
      for _ in 0..<60 {
        guard let label = desk.model.fieldAskedFor else { break }
        if let first = fields.first, first.label == label { break }
        fields.append((label, desk.model.choicesAskedFor != nil))
        desk.type("<Tab>")
      }
      return fields
    }
  }
}
