import Domain
import Verbs

extension Model {
  /// Whether an order can be found by a word: its number, its words, place, customer, serial, phones, notes.
  func holds(_ word: ByteSearch, _ order: borrowing WorkOrder) -> Bool {
    if word.isFound(in: order.summary) || word.isFound(in: String(order.number))
      || word.isFound(in: order.description)
      || word.isFound(in: order.category) || word.isFound(in: order.trade?.name)
      || word.isFound(in: order.reference)
    {
      return true
    }
    for request in order.requests {
      if word.isFound(in: request.words) || word.isFound(in: request.caller?.words)
        || holds(word, phone: request.phone)
      {
        return true
      }
    }
    for note in order.notes where word.isFound(in: note.words) { return true }
    if let site = office.site(order.site) {
      if word.isFound(in: site.name) || word.isFound(in: site.address) || holds(word, phone: site.phone) {
        return true
      }
    }
    if let customer = office.customer(order.customer) ?? office.customer(office.site(order.site)?.customer) {
      if word.isFound(in: customer.name) || holds(word, phone: customer.phone) { return true }
    }
    if let equipment = office.equipment(order.equipment) {
      let details = equipment.details
      if word.isFound(in: equipment.name) || word.isFound(in: details[.serial])
        || word.isFound(in: details[.model])
      {
        return true
      }
    }
    return order.visits.last?.assignment.map { word.isFound(in: technicianName($0.technician)) } ?? false
  }

  private func holds(_ word: ByteSearch, phone: PersonalText?) -> Bool { word.isFound(in: phone?.words) }
}

extension Model {
  /// Customers, sites, equipment and technicians by name, serial, address or phone: the few that fit best.
  func recordsFound(_ words: String) -> [SearchPopup.Row] {
    let search = NameSearch(words)
    guard words.trimmed.count >= 2, !search.isEmpty else { return [] }
    var found: [(rank: Int, row: SearchPopup.Row)] = []
    /// A name that fits counts before words that are said beside it.
    func best(_ name: Int?, _ beside: Int?) -> Int? { name ?? beside.map { $0 + 3 } }
    func add(_ rank: Int?, _ kind: String, _ view: ViewAction, _ parts: [String?]) {
      guard let rank else { return }
      let words = parts.compactMap(\.self).joined(separator: " · ")
      found.append(
        (rank, SearchPopup.Row(view: view, order: nil, head: kind.padded(to: 10), words: words, isOpen: true))
      )
    }
    office.customers.forEach { one in
      add(
        best(search.rank(one.name), search.rank(one.name, one.phone?.words, one.contact?.words)), "customer",
        .openCustomer(one.id),
        [one.name, one.tier.rawValue])
    }
    office.sites.forEach { one in
      let customer = office.customer(one.customer)?.name
      add(
        best(search.rank(one.name), search.rank(one.name, one.address, customer, one.phone?.words)), "site",
        .openSite(one.id),
        [one.name, customer, one.address])
    }
    office.equipment.forEach { one in
      let site = office.site(one.site)
      let customer = office.customer(site?.customer)?.name
      let details = one.details
      add(
        best(
          search.rank(one.name),
          search.rank(one.name, details[.serial], details[.type], details[.model], site?.name, customer)),
        "equipment", .openEquipment(one.id), [one.name, site?.name, details[.type], details[.serial]])
    }
    office.technicians.forEach { one in
      add(
        search.rank(one.name.words, one.handle), "technician", .openTechnician(one.id),
        [one.name.words, one.zone])
    }
    found.sort { ($0.rank, $0.row.words) < ($1.rank, $1.row.words) }
    return found.prefix(Self.recordsShown).map(\.row)
  }

  /// So many records stand above the orders that were found.
  private static let recordsShown = 5
}
