import Domain
import Verbs

/// Settles what an order needs before somebody is sent: trade, priority, skills, length.
struct TriageForm: OrderFormContent {
  let order: WorkOrder
  let verb = TriageVerb.name
  var name: String { "Triage \(order.number)" }

  func titles(_ texts: FormTexts, _ model: Model) -> [String] {
    [name, model.siteName(of: order), order.summary].compactMap(\.self)
  }

  func fields(_ model: Model) -> [FormField] {
    let trade =
      order.trade ?? model.office.proposedTrade(words: order.searchableWords, equipment: order.equipment)
    let isProposed = order.trade == nil && trade != nil
    let proposal = model.office.proposedPriority(of: order)
    let priority = order.priorityIsConfirmed ? order.priority : proposal.priority
    return [
      FormField(
        "trade", label: "Trade", text: trade?.name ?? "", note: isProposed ? "proposed from the words" : ""),
      FormField(
        "priority", label: "Priority", kind: .choice(Priority.allCases.map(\.text)), text: priority.text),
      FormField("reason", label: "Reason", note: "needed against the proposal"),
      FormField(
        "skill", label: "Skills", text: order.skills.map(\.text).joined(separator: " "),
        note: "beyond the trade's own, such as hvac:3"),
      FormField("estimate", label: "Length", text: "\(order.estimate.wholeMinutes)m"),
      FormField("category", label: "Category", text: order.category ?? ""),
      FormField("nte", label: "NTE", text: order.moneyLimit?.text ?? ""),
      FormField(
        "service", label: "Service", kind: .choice(ServiceType.allCases.map(\.rawValue)),
        text: order.service.rawValue)
    ]
  }

  func refresh(_ texts: inout FormTexts, _ model: Model) {
    guard var skill = texts.fields["skill"], var estimate = texts.fields["estimate"] else { return }
    if let entry = texts.value("trade").flatMap({ model.office.trades[Trade($0)] }) {
      skill.note = "\(entry.trade.name):\(entry.level) by the trade; more such as hvac:3"
      estimate.note = "usually \(TimeWords.estimate(entry.estimate))"
    }
    texts.fields["skill"] = skill
    texts.fields["estimate"] = estimate
  }

  func matches(_ name: String, _ text: String, _ texts: FormTexts, _ model: Model) -> [FormMatch] {
    switch name {
    case "trade": model.tradeMatches(text)
    case "category":
      model.categoryMatches(text, trade: texts.value("trade").flatMap { model.office.trades.named($0) })
    default: []
    }
  }

  func lines(_ texts: FormTexts, _ model: Model, width: Int) -> [PageLine] {
    var planned = current(model)
    if let trade = texts.value("trade") { planned.trade = Trade(trade) }
    if let index = texts.fields["service"]?.choiceIndex { planned.service = ServiceType.allCases[index] }
    if let category = texts.value("category") { planned.category = category }
    let proposal = model.office.proposedPriority(of: planned)
    var lines = PageLine.fact(
      "Proposed", "\(proposal.priority.text): \(model.words(of: proposal))", width: width, .fieldNote)
    if let index = texts.fields["priority"]?.choiceIndex { planned.priority = Priority.allCases[index] }
    let clocks = model.office.clocks(of: planned, at: model.now).map { model.clockWords($0) }
    lines += PageLine.fact(
      "Then", clocks.isEmpty ? "nothing was promised for such work" : clocks.joined(separator: " · "),
      width: width,
      .fieldNote)
    return lines
  }

  func arguments(_ texts: FormTexts, _ model: Model) -> Arguments {
    var names = ["trade", "priority", "reason", "skill", "estimate", "category", "nte", "service"]
    // What another system called it stays as it is.
    if texts.value("category") == order.category { names.removeAll { $0 == "category" } }
    return plainArguments(texts, names)
  }

  func renewed(_ model: Model) -> (any FormContent)? {
    model.office.order(order.id).map { TriageForm(order: $0) }
  }

  /// What the form showed is what it replaces: what somebody has changed while it stood open is not overwritten,
  /// and a field that was left as it was shown is left to whoever changed it.
  func finish(_ proposal: Proposal, _ texts: FormTexts, _ model: Model) -> Proposal {
    var proposal = proposal
    proposal.commands = proposal.commands.map { command in
      guard case .triageWorkOrder(order.id, var rule) = command else { return command }
      rule.replacingPriority = order.priority
      rule.changes = rule.changes.filter { $0.to?.words != order.text(of: $0.field) }
        .map { FieldChange($0.field, from: order.text(of: $0.field).map { .plain($0) }, to: $0.to) }
      return .triageWorkOrder(order.id, rule)
    }
    return proposal
  }
}

extension WorkOrder {
  /// All words by which a trade is proposed.
  var searchableWords: String {
    ([summary, description, category].compactMap(\.self) + requests.map(\.words)).joined(separator: " ")
  }
}
