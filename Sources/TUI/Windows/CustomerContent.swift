import Domain
import Terminal
import Verbs

/// The window of a customer: the record, its sites, its open work and what ended lately.
struct CustomerContent: PageContent {
  let id: Customer.ID
  /// The order it was opened from, which the order verbs go on meaning.
  var subject: WorkOrder.ID?
  /// Its work that has ended, as the file told it.
  private var ended: [WorkOrder] = []

  init(_ id: Customer.ID, subject: WorkOrder.ID? = nil) {
    self.id = id
    self.subject = subject
  }

  var name: String { "Customer" }
  var hints: [(action: String, words: String)] {
    [("work-order.edit", "edit"), ("work-order.log", "new call")]
  }

  func titles(_ model: Model) -> [String] {
    guard let customer = model.office.customer(id) else { return ["no such customer"] }
    return [
      ["Customer", customer.name, customer.tier.rawValue, customer.phone?.words].compactMap(\.self).joined(
        separator: " · ")
    ]
  }

  func editing(_ model: Model) -> (any Popup)? {
    model.office.customer(id).map { VerbForm(EditForm.customer($0, model), model) }
  }

  func questions(_ model: Model) -> [Effect] { [.ask(.customer(id), .popup(0))] }

  mutating func take(_ answer: Answer) {
    if case .ended(let orders, about: .customer(id)) = answer { ended = orders }
  }

  func lines(_ tab: Int, _ model: Model, width: Int) -> [PageLine] {
    guard let customer = model.office.customer(id) else {
      return [PageLine("The record is not there.", .dim)]
    }
    let open = model.openOrders(where: { model.office.customer(of: $0)?.id == id })
    return recordLines(customer, model, width: width)
      + model.orderLines("Open", open, width: width)
      + sitesLines(model, width: width)
      + model.orderLines("Ended", ended, width: width)
  }

  private func recordLines(_ customer: Customer, _ model: Model, width: Int) -> [PageLine] {
    let office = model.office
    var lines = PageLine.fact(
      "Contact", [customer.contact?.words, customer.phone?.words].compactMap(\.self).joined(separator: ", "),
      width: width)
    let own = office.contract(customer.contract)
    lines += PageLine.fact(
      "Contract", own.map { "\($0.name), its own" } ?? "by its tier, \(customer.tier.rawValue)", width: width)
    var parent = office.customer(customer.parent)
    var seen: Set<Customer.ID> = [customer.id]
    while let one = parent, seen.insert(one.id).inserted {
      lines += PageLine.fact(
        "Belongs to", "\(one.name), \(one.tier.rawValue)", width: width, target: .view(.openCustomer(one.id)))
      parent = office.customer(one.parent)
    }
    var children: [Customer] = []
    office.customers.forEach { if $0.parent == customer.id { children.append($0) } }
    for child in children.sorted(by: { $0.name < $1.name }) {
      lines += PageLine.fact(
        "Has", "\(child.name), \(child.tier.rawValue)", width: width, target: .view(.openCustomer(child.id)))
    }
    lines += PageLine.fact("Likes", customer.preferences, width: width)
    return lines + PageLine.fact("Credit", customer.credit, width: width, .resultWarning)
  }

  private func sitesLines(_ model: Model, width: Int) -> [PageLine] {
    var sites: [Site] = []
    model.office.sites.forEach { if $0.customer == id { sites.append($0) } }
    let rows = sites.sorted { $0.name < $1.name }.flatMap { site in
      PageLine.fact(
        site.zone ?? "", [site.name, site.address].compactMap(\.self).joined(separator: " · "), width: width,
        target: .view(.openSite(site.id)))
    }
    return [.heading("Sites  \(sites.count)")]
      + (rows.isEmpty ? [PageLine("No site is on its record.", .dim)] : rows)
  }
}

extension Model {
  /// Work that has not ended, the most urgent first.
  func openOrders(where belongs: (borrowing WorkOrder) -> Bool) -> [WorkOrder] {
    var open: [WorkOrder] = []
    office.orders.forEach { order in
      if order.ending == nil, belongs(order) { open.append(copy order) }
    }
    open.sort { ($0.priority, $0.receivedAt, $0.number) < ($1.priority, $1.receivedAt, $1.number) }
    return open
  }

  /// Orders with their state and what is due, each leading to its window.
  func orderLines(_ heading: String, _ orders: [WorkOrder], width: Int) -> [PageLine] {
    let rows = orders.map { order in
      let clock = office.clocks(of: order, at: now).filter { $0.isTicking || $0.state == .paused }.min {
        $0.dueAt < $1.dueAt
      }
      let visit = order.openVisit?.start.map { "at \(words($0))" }
      return PageLine(
        [
          ("\(order.number)  ", .plain), ("\(order.priority.text)  ", order.priority.role),
          (order.summary.fitted(to: max(12, width / 3)) + "  ", .plain),
          (stateWords(of: order) + "  ", .plain),
          (visit.map { "\($0)  " } ?? "", .dim), (clock.map { clockWords($0) } ?? "", clock?.role ?? .dim)
        ], target: .view(.open(order.id)))
    }
    if rows.isEmpty { return [.heading("\(heading)  0")] }
    return [.heading("\(heading)  \(orders.count)")] + rows
  }
}
