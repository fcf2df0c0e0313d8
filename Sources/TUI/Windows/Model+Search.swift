import Domain
import Verbs

extension Model {
  /// Customers, sites, equipment and technicians by name, serial, address or phone: the few that fit best.
  func recordsFound(_ words: String) -> [SearchPopup.Row] {
    let search = NameSearch(words)
    guard words.trimmed.count >= 2, !search.isEmpty else { return [] }
    var found: [(rank: Int, words: String, row: SearchPopup.Row)] = []
    /// A name that fits counts before words that are said beside it.
    func best(_ name: Int?, _ beside: Int?) -> Int? { name ?? beside.map { $0 + 3 } }
    func add(_ rank: Int?, _ kind: String, _ view: ViewAction, _ parts: [String?]) {
      guard let rank else { return }
      let words = parts.compactMap(\.self).joined(separator: " · ")
      let row = SearchPopup.Row(view: view, order: nil, head: kind.padded(to: 10), words: words, isOpen: true)
      found.append((rank, words, row))
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
    found.sort { ($0.rank, $0.words) < ($1.rank, $1.words) }
    return found.prefix(Self.recordsShown).map(\.row)
  }

  /// So many records stand above the orders that were found.
  private static let recordsShown = 5
}
