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

/// Looks for figures in many numbers, whatever stands between them, without making a new string for any.
struct FigureSearch {
  private let figures: [UInt8]
  /// What is the same with or without the country's code.
  private let tail: ArraySlice<UInt8>

  init(_ text: String) {
    figures = text.utf8.filter { (0x30...0x39).contains($0) }
    tail = figures.suffix(9)
  }

  var count: Int { figures.count }

  /// Whether a number holds them, or is the same with or without the country's code.
  func isFound(in number: String) -> Bool {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.longest) { buffer in
      var count = 0
      for byte in number.utf8 where (0x30...0x39).contains(byte) && count < Self.longest {
        buffer[count] = byte
        count += 1
      }
      let own = buffer[..<count]
      if tail.count == 9, count >= 9, own.suffix(9).elementsEqual(tail) { return true }
      guard count >= figures.count else { return false }
      return (0...count - figures.count).contains { own[$0...].starts(with: figures) }
    }
  }

  private static let longest = 48
}

extension Model {
  /// Whose number holds the digits typed: sites, customers, and who has rung about what is open.
  func callers(number text: String) -> [KnownCaller] {
    let search = FigureSearch(text)
    guard search.count >= 4 else { return [] }
    return callers { phone, _ in phone.map { search.isFound(in: $0) } ?? false }
  }

  /// Who is called so: contacts of sites and customers, and who has rung about what is open.
  func callers(named text: String) -> [KnownCaller] {
    let search = NameSearch(text)
    guard text.trimmed.count >= 2 else { return [] }
    return callers { _, name in name.map { search.rank($0) != nil } ?? false }
  }

  /// Each of them once: who rang about an open order is left out where the books have the number.
  private func callers(where isMeant: (_ phone: String?, _ name: String?) -> Bool) -> [KnownCaller] {
    var found = knownCallers(where: isMeant)
    // A customer's number that is one of his places' says which place.
    let places = Set(found.compactMap { $0.site == nil ? nil : $0.sameLine })
    found.removeAll { $0.site == nil && $0.sameLine.map(places.contains) ?? false }
    var known = Set(found.compactMap { $0.phone?.filter(\.isNumber) })
    office.orders.forEach { order in
      guard !order.isEnded, let request = order.requests.last, let phone = request.phone?.words,
        isMeant(phone, request.caller?.words)
      else { return }
      let site = office.site(order.site)
      let caller = KnownCaller(
        id: "order \(order.id)", phone: phone, name: request.caller?.words, site: order.site,
        customer: site?.customer,
        detail: detail(site?.name, request.caller?.words, "rang about \(order.number)"))
      if known.insert(phone.filter(\.isNumber)).inserted { found.append(caller) }
    }
    return Array(found.sorted { ($0.phone ?? "", $0.detail) < ($1.phone ?? "", $1.detail) }.prefix(20))
  }

  /// Those in the books; of the many that are not meant nothing is made.
  private func knownCallers(where isMeant: (_ phone: String?, _ name: String?) -> Bool) -> [KnownCaller] {
    var found: [KnownCaller] = []
    var contacts: Set<Customer.ID> = []
    office.customers.forEach { customer in
      if isMeant(nil, customer.contact?.words) { contacts.insert(customer.id) }
      guard isMeant(customer.phone?.words, customer.contact?.words) else { return }
      found.append(
        KnownCaller(
          id: "customer \(customer.id)", phone: customer.phone?.words, name: customer.contact?.words,
          site: nil, customer: customer.id, detail: detail(customer.name, customer.contact?.words)))
    }
    office.sites.forEach { site in
      let isCustomers =
        site.contact == nil && site.phone != nil && (site.customer.map { contacts.contains($0) } ?? false)
      guard isCustomers || isMeant(site.phone?.words, site.contact?.words) else { return }
      let contact = site.contact ?? office.customer(site.customer)?.contact
      found.append(
        KnownCaller(
          id: "site \(site.id)", phone: site.phone?.words, name: contact?.words, site: site.id,
          customer: site.customer, detail: detail(site.name, contact?.words)))
    }
    return found
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
