import Domain
import TUI
import Terminal
import TestSupport
import Testing
import Verbs

@Suite("Hostile text in a record")
struct HostileRecordTests {
  private static let forms: [(open: String, record: RecordReference, fields: Int)] = [
    (":customer show Quay Estates<Enter>", .customer(FormOffice.estates), Customer.Field.allCases.count),
    (":site show Quay House<Enter>", .site(FormOffice.quay), Site.Field.allCases.count),
    (":equipment show Lift 2<Enter>", .equipment(FormOffice.lift), Equipment.Field.allCases.count),
    (":technician show ana<Enter>", .technician(FormOffice.ana), Technician.Field.allCases.count),
    ("M35lee<Enter>", .person(Person.ID(high: 1, low: 2)), Person.Field.allCases.count)
  ]

  /// Fields that take any words; the others refuse what they cannot read, and say so.
  private static let wordFields: Set<String> = [
    "name", "phone", "contact", "preferences", "credit", "address", "zone", "accessCode", "access", "parking",
    "hazards", "region", "standard", "building", "floor", "area", "type", "maker", "model", "serial", "owner",
    "user", "specification", "team", "company"
  ]

  /// Fields that name another record by the beginning of its name: folded to a letter or two it may be one.
  private static let lookups: Set<String> = ["customer", "site", "parent", "contract", "prefers", "refuses"]

  @Test(
    "is stored as it came in every field that takes words, refused with the reason in every other, and shown harmless",
    arguments: forms.indices)
  func everyField(_ index: Int) {
    let form = Self.forms[index]
    var kept = 0
    for text in HostileTextTests.payloads {
      for tabs in 0..<form.fields {
        var desk = FormDesk(80, 24)
        desk.type(form.open + "e" + String(repeating: "<Tab>", count: tabs) + "<C-u>")
        let before = desk.effects.count
        desk.paste(text)
        let drafts = desk.effects[before...].compactMap {
          if case .saveDraft(let draft) = $0 { draft } else { nil }
        }
        #expect(HostileTextTests.isHarmless(desk.canvas), "\(form.open) field \(tabs)")
        guard let name = drafts.last?.fields.first(where: { $0.text == text })?.name else {
          // A choice takes no words.
          continue
        }
        desk.type("<C-s>")
        #expect(HostileTextTests.isHarmless(desk.canvas), "\(form.open) \(name)")
        let stored = desk.office.fields(of: form.record)?.first { $0.name == name }?.text
        if Self.wordFields.contains(name), desk.entries.count == 1 {
          #expect(stored == text, "\(form.open) \(name)")
          kept += 1
          desk.type("<Esc><Esc>" + form.open)
          #expect(HostileTextTests.isHarmless(desk.canvas), "\(form.open) \(name)")
        } else if !Self.lookups.contains(name) || !desk.resultLine.contains("✓") {
          #expect(desk.entries.isEmpty, "\(form.open) \(name) stored \(stored ?? "nothing")")
          #expect(desk.resultLine.contains("✗"), "\(form.open) \(name)")
          #expect(desk.drafts.contains { $0.fields.contains { $0.text == text } }, "\(form.open) \(name)")
          #expect(!Self.wordFields.contains(name), "\(form.open) \(name): \(desk.resultLine)")
        }
      }
    }
    #expect(kept > 0, "\(form.open) has taken words")
  }
}
