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
  /// What each field held when the form was opened, in the form in which the record keeps it.
  let replaced: [String: String]
  var subject: WorkOrder.ID?
  var older: WorkOrder?
  /// Sites: where equipment is looked for.
  var site: Site.ID?
  var draftSubject: String { target.word }
  var looksUpPlaces: Bool { entries.contains { $0.offers == .sites || $0.offers == .customers } }

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

  func renewed(_ model: Model) -> (any FormContent)? {
    if let subject { return model.office.order(subject).map { Self.order($0, model) } }
    return Self.record(verb, target.word, model)
  }

  /// What the form showed is what it replaces: what somebody has changed while it stood open is not overwritten.
  func finish(_ proposal: Proposal, _ texts: FormTexts, _ model: Model) -> Proposal {
    var proposal = proposal
    proposal.commands = proposal.commands.map { $0.replacing(replaced) }
    return proposal
  }

  /// The names of the fields that say something else than they did.
  private func changes(_ texts: FormTexts) -> [String] {
    entries.filter { entry in
      entry.kind != .shown && texts.value(entry.name) ?? "" != entry.text
    }.map(\.name)
  }
}

extension Command {
  /// An edit that replaces what its fields held then.
  fileprivate func replacing(_ texts: [String: String]) -> Command {
    func replace<Field>(in changes: inout [FieldChange<Field>]) {
      for (index, change) in changes.enumerated() where change.from?.words != texts[change.field.rawValue] {
        let shown = texts[change.field.rawValue].map { FieldText.plain($0) }
        changes[index] = FieldChange(change.field, from: shown, to: change.to)
      }
    }
    if case .editWorkOrder(let id, var rule) = self {
      replace(in: &rule.changes)
      return .editWorkOrder(id, rule)
    }
    if case .editCustomer(let id, var rule) = self {
      replace(in: &rule.changes)
      return .editCustomer(id, rule)
    }
    if case .editSite(let id, var rule) = self {
      replace(in: &rule.changes)
      return .editSite(id, rule)
    }
    if case .editEquipment(let id, var rule) = self {
      replace(in: &rule.changes)
      return .editEquipment(id, rule)
    }
    if case .editTechnician(let id, var rule) = self {
      replace(in: &rule.changes)
      return .editTechnician(id, rule)
    }
    if case .editPerson(let id, var rule) = self {
      replace(in: &rule.changes)
      return .editPerson(id, rule)
    }
    return self
  }
}
