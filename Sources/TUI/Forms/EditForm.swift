import Domain
import Terminal
import Verbs

/// The fields of a record, each as it stands, changed one by one: of an order, a customer, a site, a machine.
struct EditForm: FormContent {
  /// One field: its name in the verb, what it says now, and what it says to people.
  struct Entry: Sendable {
    let name: String
    let label: String
    let text: String
    var kind = FormField.Kind.text
    var note = ""
    /// Which records its words are looked for in.
    var offers: RecordKind?
  }

  let verb: String
  let name: String
  /// The parameter that names the record, and the word for this one.
  let target: (parameter: String, word: String)
  let entries: [Entry]
  var subject: WorkOrder.ID?
  var older: WorkOrder?
  /// Sites: where equipment is looked for.
  var site: Site.ID?
  var draftSubject: String { target.word }

  func titles(_ texts: FormTexts, _ model: Model) -> [String] {
    let changed = changes(texts).count
    return [name, changed == 0 ? "nothing changed yet" : "\(changed) changed"]
  }

  func fields(_ model: Model) -> [FormField] {
    entries.map { FormField($0.name, label: $0.label, kind: $0.kind, text: $0.text, note: $0.note) }
  }

  func refresh(_ texts: inout FormTexts, _ model: Model) {
    for entry in entries {
      guard var field = texts.fields[entry.name], !field.isShown else { continue }
      let isChanged = texts.value(entry.name) ?? "" != entry.text
      field.note = isChanged && !entry.text.isEmpty ? "was \(entry.text)" : entry.note
      texts.fields[entry.name] = field
    }
  }

  func matches(_ name: String, _ text: String, _ texts: FormTexts, _ model: Model) -> [FormMatch] {
    switch entries.first(where: { $0.name == name })?.offers {
    case .customers: model.customerMatches(text)
    case .sites: model.siteMatches(text)
    case .equipment: model.equipmentMatches(text, at: site)
    case .trades: model.tradeMatches(text)
    case .people, .technicians, .contracts, .drafts, nil: []
    }
  }

  func arguments(_ texts: FormTexts, _ model: Model) -> Arguments {
    Arguments([
      target.parameter: [target.word],
      "field": changes(texts).map { "\($0)=\(texts.word($0) ?? "")" }
    ])
  }

  /// The names of the fields that say something else than they did.
  private func changes(_ texts: FormTexts) -> [String] {
    entries.filter { entry in
      entry.kind != .shown && texts.value(entry.name) ?? "" != entry.text
    }.map(\.name)
  }
}
