import Domain
import Terminal
import Verbs

/// The window of one of his orders: the job, what happened, the equipment; nothing that leads to others' work.
struct PocketOrderContent: PageContent {
  private static let shown: [OrderContent.Tab] = [
    .summary, .messages, .history, .visits, .equipment, .notes
  ]

  private var content: OrderContent

  init(_ order: WorkOrder, _ model: Model) { content = OrderContent(order.id, model) }

  var name: String { content.name }
  var subject: WorkOrder.ID? { content.subject }
  var tabs: [String] { Self.shown.map(title) }
  var contexts: [String] { KeyContexts.techWindow }

  func titles(_ model: Model) -> [String] { content.titles(model) }
  func questions(_ model: Model) -> [Effect] { content.questions(model) }
  mutating func take(_ answer: Answer) { content.take(answer) }

  func lines(_ tab: Int, _ model: Model, width: Int) -> [PageLine] {
    let all =
      switch Self.shown[tab] {
      case .summary: jobLines(model, width: width)
      case .messages: threadLines(model, width: width)
      case .history, .visits, .equipment, .notes:
        content.lines(Self.shown[tab].rawValue, model, width: width)
      }
    return all.map { line in
      var line = line
      if case .secret = line.target {} else { line.target = nil }
      line.field = nil
      return line
    }
  }

  /// A file without a record says nothing of how long it is.
  private func title(of tab: OrderContent.Tab) -> String {
    switch tab {
    case .summary: "Job"
    case .history where content.history?.isEmpty == true: "History"
    case .history, .visits, .messages, .equipment, .notes: content.tabs[tab.rawValue]
    }
  }

  /// What he and dispatch have said; what a customer was written is not his to read.
  private func threadLines(_ model: Model, width: Int) -> [PageLine] {
    guard let words = content.order(model)?.thread.words, !words.isEmpty else {
      return [PageLine("Nobody has said anything about it yet.", .dim)]
    }
    return words.flatMap { model.threadLines($0, width: width) }
  }

  mutating func effects(on tab: Int, _ model: Model) -> [Effect] {
    Self.shown[tab] == .messages ? content.reading(model) : []
  }

  /// What he needs there: what for, where, how he gets in, what is dangerous, what is promised, what it may cost.
  private func jobLines(_ model: Model, width: Int) -> [PageLine] {
    guard let order = content.order(model) else { return [PageLine("It is being looked up.", .dim)] }
    var lines = PageLine.fact("State", model.stateWords(of: order), width: width)
    for request in order.requests where !request.words.trimmed.isEmpty {
      let who = [request.caller?.words, request.phone?.words].compactMap(\.self).joined(separator: ", ")
      lines += PageLine.fact(
        "Problem", "\"\(request.words)\"\(who.isEmpty ? "" : " (\(who))")", width: width)
    }
    if order.requests.isEmpty { lines += PageLine.fact("Problem", order.summary, width: width) }
    lines += PageLine.fact("Not asked", Wording.unasked(order.stillUnasked), width: width, .resultWarning)
    lines += PageLine.fact("Used", order.usedParts.map(\.text).joined(separator: "; "), width: width)
    for rework in order.reworks {
      lines += PageLine.fact(
        "Sent back", "\(model.words(rework.at)) \(model.name(of: rework.by)): \(rework.reason)", width: width,
        .resultWarning)
    }
    lines += PageLine.fact("Described", order.description, width: width)
    lines += PageLine.fact("Customer", model.office.customer(of: order)?.name, width: width)
    if let site = model.office.site(order.site) {
      lines += PageLine.fact("Site", site.place.joined(separator: " · "), width: width)
      lines += model.accessLines(of: site, width: width)
    }
    if let equipment = model.office.equipment(order.equipment) {
      lines += PageLine.fact("Equipment", model.equipmentWords(equipment), width: width)
    }
    for clock in model.office.clocks(of: order, at: model.now) {
      lines += PageLine.fact("Clock", model.clockWords(clock), width: width, clock.role)
    }
    lines += PageLine.fact("Promise", model.wording.promise(order), width: width)
    lines += PageLine.fact("Estimate", model.wording.estimate(order), width: width)
    lines += PageLine.fact(
      "May cost", order.moneyLimit.map { "\($0.text) \(model.office.profile.currency)" }, width: width)
    if let hold = order.hold { lines += model.holdLines(hold, of: order.id, width: width) }
    return lines
  }
}
