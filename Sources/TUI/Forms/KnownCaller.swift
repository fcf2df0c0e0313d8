import Domain
import Terminal
import Verbs

/// Somebody who may be on the line: whom the books or an open order have with a number or a name.
struct KnownCaller: Hashable, Sendable {
  /// Unique among them, and the same as long as the books are.
  let id: String
  let phone: String?
  let name: String?
  let site: Site.ID?
  let customer: Customer.ID?
  /// What tells him from others of the same number or name.
  let detail: String

  /// The number and whose it is, as one word; nil without a number.
  var sameLine: String? { phone.map { "\($0.filter(\.isNumber)) \(customer?.description ?? "")" } }

  /// Whether a number as it was typed is this one's, with or without the country's code.
  func hasNumber(_ digits: String) -> Bool {
    guard let own = phone?.filter(\.isNumber), digits.count >= 6 else { return false }
    return own == digits || (min(own.count, digits.count) >= 9 && own.suffix(9) == digits.suffix(9))
  }
}

extension Model {
  /// Whose number holds the digits typed: sites, customers, and who has rung about what is open.
  func callers(number text: String) -> [KnownCaller] {
    let digits = text.filter(\.isNumber)
    guard digits.count >= 4 else { return [] }
    return callers { caller in
      caller.phone.map { $0.filter(\.isNumber).contains(digits) } ?? false || caller.hasNumber(digits)
    }
  }

  /// Who is called so: contacts of sites and customers, and who has rung about what is open.
  func callers(named text: String) -> [KnownCaller] {
    let search = NameSearch(text)
    guard text.trimmed.count >= 2 else { return [] }
    return callers { caller in caller.name.map { search.rank($0) != nil } ?? false }
  }

  /// Each of them once: who rang about an open order is left out where the books have the number.
  private func callers(where isMeant: (KnownCaller) -> Bool) -> [KnownCaller] {
    var found: [KnownCaller] = []
    office.sites.forEach { site in
      guard site.phone != nil || site.contact != nil else { return }
      let contact = site.contact ?? office.customer(site.customer)?.contact
      let caller = KnownCaller(
        id: "site \(site.id)", phone: site.phone?.words, name: contact?.words, site: site.id,
        customer: site.customer, detail: detail(site.name, contact?.words))
      if isMeant(caller) { found.append(caller) }
    }
    office.customers.forEach { customer in
      guard customer.phone != nil || customer.contact != nil else { return }
      let caller = KnownCaller(
        id: "customer \(customer.id)", phone: customer.phone?.words, name: customer.contact?.words, site: nil,
        customer: customer.id, detail: detail(customer.name, customer.contact?.words))
      if isMeant(caller) { found.append(caller) }
    }
    // A customer's number that is one of his places' says which place.
    let places = Set(found.compactMap { $0.site == nil ? nil : $0.sameLine })
    found.removeAll { $0.site == nil && $0.sameLine.map(places.contains) ?? false }
    var known = Set(found.compactMap { $0.phone?.filter(\.isNumber) })
    office.orders.forEach { order in
      guard !order.isEnded, let request = order.requests.last, let phone = request.phone?.words else {
        return
      }
      let site = office.site(order.site)
      let caller = KnownCaller(
        id: "order \(order.id)", phone: phone, name: request.caller?.words, site: order.site,
        customer: site?.customer,
        detail: detail(site?.name, request.caller?.words, "rang about \(order.number)"))
      if isMeant(caller), known.insert(phone.filter(\.isNumber)).inserted { found.append(caller) }
    }
    return Array(found.sorted { ($0.phone ?? "", $0.detail) < ($1.phone ?? "", $1.detail) }.prefix(20))
  }

  private func detail(_ words: String?...) -> String { words.compactMap(\.self).joined(separator: " · ") }

  /// The places of a customer and of those that belong to it.
  func places(of customer: Customer.ID) -> [Site] {
    var found: [Site] = []
    office.sites.forEach { site in
      if site.customer == customer || office.customer(site.customer)?.parent == customer {
        found.append(copy site)
      }
    }
    return found.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
  }
}
