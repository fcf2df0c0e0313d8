import Domain
import Terminal
import Verbs

/// The window of a customer: the open work with what callers ask about it, the record, complaints, sites, what ended.
struct CustomerContent: PageContent {
  let id: Customer.ID
  /// The open order that is talked about: the one it was opened from, then the one that was marked last.
  private(set) var subject: WorkOrder.ID?
  /// Its work that has ended, as the file told it.
  private var ended: [WorkOrder] = []

  init(_ id: Customer.ID, subject: WorkOrder.ID? = nil) {
    self.id = id
    self.subject = subject
  }

  var name: String { "Customer" }
  var contexts: [String] { KeyContexts.customer }
  var begins: PageLine.Target? { subject.map { .view(.open($0)) } }
  var hints: [(action: String, words: String)] {
    [
      ("customer.when", "when?"), ("customer.reschedule", "move it?"), ("customer.urgent", "urgent!"),
      (ChaseVerb.name, "called again"), (NoteVerb.name, "note"), (MessageVerb.name, "message"),
      (LogVerb.name, "new call"), (EditVerb.name, "edit"), ("explain", "why")
    ]
  }

  func titles(_ model: Model) -> [String] {
    guard let customer = model.office.customer(id) else { return ["no such customer"] }
    let group = model.office.customer(customer.parent).map { " (\($0.name))" } ?? ""
    return [
      ["Customer", customer.name + group, customer.tier.rawValue, customer.phone?.words].compactMap(\.self)
        .joined(separator: " · ")
    ]
  }

  func editing(_ model: Model) -> (any Popup)? {
    model.office.customer(id).map { VerbForm(EditForm.customer($0, model), model) }
  }

  func questions(_ model: Model) -> [Effect] { [.ask(.customer(id), .popup(0))] }

  mutating func take(_ answer: Answer) {
    if case .ended(let orders, about: .customer(id)) = answer { ended = orders }
  }

  mutating func mark(_ target: PageLine.Target?) {
    if case .view(.open(let order)) = target { subject = order }
  }

  mutating func act(_ action: String, _ model: Model) -> PopupAnswer? {
    guard let question = CustomerQuestion(rawValue: action) else { return nil }
    guard let order = chosen(model) else {
      return PopupAnswer(result: ResultLine(.note, "Nothing of theirs is open; a new call begins it."))
    }
    return model.answering(question, about: order)
  }

  /// The open order that the questions are about.
  private func chosen(_ model: Model) -> WorkOrder? {
    let open = open(model)
    return open.first { $0.id == subject } ?? open.first { $0.status != .review } ?? open.first
  }

  private func open(_ model: Model) -> [WorkOrder] {
    model.openOrders(where: { model.office.customer(of: $0)?.id == id })
  }

  func lines(_ tab: Int, _ model: Model, width: Int) -> [PageLine] {
    guard let customer = model.office.customer(id) else {
      return [PageLine("The record is not there.", .dim)]
    }
    let open = open(model)
    var lines = model.orderLines("Open", open, width: width)
    if let order = chosen(model) { lines += model.questionLines(about: order, width: width) }
    lines.append(.heading("Record  \(calls(open, model))"))
    lines += recordLines(customer, model, width: width)
    lines += complaintLines(customer, model, width: width)
    return lines + sitesLines(model, width: width) + model.orderLines("Ended", ended, width: width)
  }

  /// `9 calls this year`.
  private func calls(_ open: [WorkOrder], _ model: Model) -> String {
    let year = model.office.today(at: model.now).year
    let calls = (open + ended).filter { model.office.zone.date(at: $0.receivedAt).year == year }
    return calls.count == 1 ? "1 call this year" : "\(calls.count) calls this year"
  }
}

extension CustomerContent {
  private func recordLines(_ customer: Customer, _ model: Model, width: Int) -> [PageLine] {
    let office = model.office
    var lines = PageLine.fact(
      "Contact", customer.contact?.words, width: width, field: FieldPlace(id, .contact))
    lines += PageLine.fact("Phone", customer.phone?.words, width: width, field: FieldPlace(id, .phone))
    lines += PageLine.fact("Tier", customer.tier.rawValue, width: width, field: FieldPlace(id, .tier))
    let own = office.contract(customer.contract)
    lines += PageLine.fact(
      "Contract", own.map { "\($0.name), its own" } ?? "by its tier, \(customer.tier.rawValue)", width: width,
      field: FieldPlace(id, .contract))
    var parent = office.customer(customer.parent)
    var seen: Set<Customer.ID> = [customer.id]
    while let one = parent, seen.insert(one.id).inserted {
      lines += PageLine.fact(
        "Belongs to", "\(one.name), \(one.tier.rawValue)", width: width, target: .view(.openCustomer(one.id)),
        field: one.id == customer.parent ? FieldPlace(id, .parent) : nil)
      parent = office.customer(one.parent)
    }
    var children: [Customer] = []
    office.customers.forEach { if $0.parent == customer.id { children.append($0) } }
    for child in children.sorted(by: { $0.name < $1.name }) {
      lines += PageLine.fact(
        "Has", "\(child.name), \(child.tier.rawValue)", width: width, target: .view(.openCustomer(child.id)))
    }
    lines += PageLine.fact(
      "Likes", customer.preferences, width: width, field: FieldPlace(id, .preferences))
    lines += PageLine.fact(
      "Asks for", model.names(customer.preferred), width: width, field: FieldPlace(id, .prefers))
    lines += PageLine.fact(
      "Refuses", model.names(customer.refused), width: width, field: FieldPlace(id, .refuses))
    lines += PageLine.fact(
      "Language", customer.language, width: width, field: FieldPlace(id, .language))
    return lines
      + PageLine.fact(
        "Credit", customer.credit, width: width, .resultWarning, field: FieldPlace(id, .credit))
  }

  /// What they complained of, what is open first, with how the rest was settled.
  private func complaintLines(_ customer: Customer, _ model: Model, width: Int) -> [PageLine] {
    guard !customer.complaints.isEmpty else { return [] }
    let open = customer.complaints.filter { $0.resolution == nil }
    let settled = customer.complaints.filter { $0.resolution != nil }
    var lines = [PageLine.heading("Complaints  \(open.count) open, \(settled.count) settled")]
    for complaint in open.reversed() + settled.reversed() {
      let order = complaint.order.flatMap { model.office.order(number: $0)?.id }
      let about = complaint.order.map { "\($0)  " } ?? ""
      lines += PageLine.fact(
        model.words(complaint.at), "\(about)\(complaint.words)", width: width,
        complaint.resolution == nil ? .resultWarning : .plain, target: order.map { .view(.open($0)) })
      let how = complaint.resolution.map {
        "settled \(model.words($0.at)) by \(model.name(of: $0.by)): \($0.note)"
      }
      lines += PageLine.fact("", how ?? "open: the alert settles it", width: width, .dim)
    }
    return lines
  }

  private func sitesLines(_ model: Model, width: Int) -> [PageLine] {
    var sites: [Site] = []
    model.office.sites.forEach { if $0.customer == id { sites.append($0) } }
    let rows = sites.sorted { $0.name < $1.name }.flatMap { site in
      PageLine.fact(
        site.zone ?? "", site.place.joined(separator: " · "), width: width,
        target: .view(.openSite(site.id)))
    }
    return [.heading("Sites  \(sites.count)")]
      + (rows.isEmpty ? [PageLine("No site is on its record.", .dim)] : rows)
  }
}

extension Model {
  /// Technicians by name; nil for none.
  fileprivate func names(_ technicians: [Technician.ID]?) -> String? {
    let names = (technicians ?? []).compactMap { office.technician($0)?.name.words }
    return names.isEmpty ? nil : names.joined(separator: "; ")
  }
}
