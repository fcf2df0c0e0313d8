import Domain

/// A word that fits, and what it is.
struct Offer: Hashable {
  let text: String
  let help: String

  init(_ text: String, _ help: String) {
    self.text = text
    self.help = help
  }
}

/// What fits where a line stops.
struct Offers {
  let context: VerbContext
  let filling: Filling
  let typed: String

  var all: [Offer] {
    let options = filling.openOptions
    if typed.hasPrefix("-"), typed != "-" {
      return options.map { Offer("--" + $0.name, $0.help) }.filter { $0.text.hasPrefix(typed) }
    }
    let expected = filling.expected
    let values = expected.flatMap { offers(for: $0) }.filter { fits($0.text) }
    let words = filling.openKeywords.filter { $0.hasPrefix(typed.lowercased()) }.map { Offer($0, "") }
    let isValueOfOption = expected.count == 1 && expected[0].place == .option
    if isValueOfOption || !typed.isEmpty { return values + words }
    return values + words + options.map { Offer("--" + $0.name, $0.help) }
  }

  private func fits(_ text: String) -> Bool {
    if typed.isEmpty || text.hasPrefix(typed) { return true }
    let folded = typed.folded
    if folded.isEmpty { return false }
    return text.folded.hasPrefix(folded)
      || text.split(whereSeparator: \.isWhitespace).contains { $0.folded.hasPrefix(folded) }
  }
}

extension Offers {
  private func offers(for parameter: Parameter) -> [Offer] {
    let office = context.office
    switch parameter.kind {
    case .choice(let choices): return choices.map { Offer($0, "") }
    case .priority: return Priority.allCases.map { Offer($0.text, "") }
    case .fields(let names): return names.map { Offer($0 + "=", "") }
    case .orders, .order: return orders(parameter)
    case .technician: return technicians
    case .assignee: return [Offer("@best", "the first who can")] + technicians
    case .person:
      return office.people.inOrder.map { Offer($0.handle, "\($0.name.words), \($0.role.rawValue)") }
        .sortedByText
    case .customer: return office.customers.inOrder.map { Offer($0.name, $0.tier.rawValue) }.sortedByText
    case .site:
      return office.sites.inOrder.map { Offer($0.name, office.customer($0.customer)?.name ?? "") }
        .sortedByText
    case .equipment:
      return office.equipment.inOrder.map { Offer($0.name, office.site($0.site)?.name ?? "") }.sortedByText
    case .contract:
      return office.contracts.inOrder.map { Offer($0.name, $0.tier?.rawValue ?? "") }.sortedByText
    case .trade, .skill: return office.trades.entries.map { Offer($0.trade.name, "") }
    case .zone:
      let zones = Set(office.technicians.inOrder.compactMap(\.zone) + office.sites.inOrder.compactMap(\.zone))
      return zones.sorted().map { Offer($0, "") }
    case .verb: return Verbs.groups.map { Offer($0, "") }
    case .template: return office.templateNames.map { Offer($0, office.template($0)?.text.clipped(40) ?? "") }
    case .message: return messages
    case .day: return days
    case .instant: return days
    case .shift: return [Offer("+15m", "later"), Offer("-15m", "earlier")] + days
    case .text, .longText, .file, .number, .length, .money, .coordinates, .hours, .flag: return []
    }
  }

  /// The selection, then the last order and the open ones, the newest first, by number: which one is meant is to be
  /// seen before it is done.
  private func orders(_ parameter: Parameter) -> [Offer] {
    var offers: [Offer] = []
    if let only = context.selection.first, context.selection.count == 1 {
      offers.append(Offer(".", context.office.order(only).map { named($0) } ?? "1 selected"))
    } else if !context.selection.isEmpty {
      offers.append(Offer(".", "\(context.selection.count) selected"))
    }
    let last = context.office.order(context.last ?? WorkOrder.ID(high: 0, low: 0))
    if typed == "-", let last { return [Offer("-", named(last))] }
    if typed.isEmpty, filling.arguments.has(parameter.name) { return offers }
    let digits = typed.hasPrefix("#") ? String(typed.dropFirst()) : typed
    let found = context.office.orders.inOrder.filter { order in
      !order.isEnded && order.id != last?.id && String(order.number).hasPrefix(digits)
    }
    return offers
      + ([last].compactMap(\.self) + found.sorted { $0.number > $1.number }.prefix(50)).map {
        Offer(String($0.number), $0.summary.clipped(40))
      }
  }

  private func named(_ order: WorkOrder) -> String { "\(order.number) \(order.summary.clipped(40))" }

  /// The messages that still go somewhere, by the beginning of their ids.
  private var messages: [Offer] {
    var found: [OutgoingMessage] = []
    context.office.orders.forEach { order in
      found += order.messages.filter { $0.state != .recalled && $0.state != .delivered }
    }
    return found.sorted { $0.at > $1.at }.prefix(50).map {
      Offer(String($0.id.description.prefix(8)), $0.words.words.clipped(40))
    }
  }

  private var technicians: [Offer] {
    context.office.technicians.inOrder.filter(\.isActive).map { Offer($0.handle, $0.name.words) }.sortedByText
  }

  private var days: [Offer] {
    ["today", "tomorrow"].map { Offer($0, "") } + Weekday.allCases.map { Offer($0.short.lowercased(), "") }
  }
}

extension [Offer] {
  fileprivate var sortedByText: [Offer] { sorted { ($0.text, $0.help) < ($1.text, $1.help) } }
}
