import Domain

/// The sites and customers of an office as forms look for them while somebody types: by name, number and contact.
///
/// It is made with the first key in a form and anew when one of them has changed; a key then reads a few megabytes in a
/// row instead of a hundred thousand records.
struct DirectoryBook: Sendable {
  private var last: Pages?

  struct Pages: Sendable {
    fileprivate let sites: NamedRegister<Site.ID, Site>
    fileprivate let customers: NamedRegister<Customer.ID, Customer>
    private var names = Listed<Site.ID>()
    private var contacts = Listed<Party>()
    private var numbers = Listed<Party>()
    /// By customer, the places of those that belong to it among them.
    private var places: [Customer.ID: [Site.ID]] = [:]
  }

  /// Whose number or contact it is.
  enum Party: Hashable, Sendable {
    case customer(Customer.ID)
    case site(Site.ID)
  }

  fileprivate struct Listed<ID: Sendable>: Sendable {
    var ids: [ID] = []
    var lines = WordLines()

    mutating func add(_ id: ID, _ name: String, beside more: [String?] = []) {
      ids.append(id)
      lines.add(name, beside: more)
    }
  }

  func pages(of office: Office) -> Pages {
    if let last, last.sites == office.sites, last.customers == office.customers { return last }
    return Pages(office)
  }

  /// Makes its pages before they are wanted again and again.
  mutating func prepare(for office: Office) { last = pages(of: office) }
}

extension DirectoryBook.Pages {
  fileprivate init(_ office: Office) {
    (sites, customers) = (office.sites, office.customers)
    var parties: [(party: DirectoryBook.Party, contact: String?, phone: String?, name: String)] = []
    var allSites: [Site] = []
    sites.forEach { allSites.append(copy $0) }
    allSites.sort { ($0.name, $0.address ?? "", $0.id) < ($1.name, $1.address ?? "", $1.id) }
    for site in allSites {
      let customer = office.customer(site.customer)
      names.add(site.id, site.name, beside: [customer?.name, site.address])
      for owner in [customer?.id, customer?.parent] {
        if let owner { places[owner, default: []].append(site.id) }
      }
      // A place with a number of its own and no contact is rung from by its customer's.
      let contact = site.contact ?? (site.phone == nil ? nil : customer?.contact)
      parties.append((.site(site.id), contact?.words, site.phone?.words, site.name))
    }
    customers.forEach { one in
      parties.append((.customer(one.id), one.contact?.words, one.phone?.words, one.name))
    }
    for one in parties.sorted(by: { ($0.contact ?? "", $0.name) < ($1.contact ?? "", $1.name) }) {
      if let contact = one.contact { contacts.add(one.party, contact) }
      if let phone = one.phone { numbers.add(one.party, FigureSearch.figures(of: phone)) }
    }
  }

  /// The best so many sites by name, customer and address.
  func sites(_ search: NameSearch, atMost limit: Int) -> [Site.ID] {
    names.lines.best(search, atMost: limit).map { names.ids[$0] }
  }

  /// The best so many whose contact is called so.
  func contacts(_ search: NameSearch, atMost limit: Int) -> [DirectoryBook.Party] {
    contacts.lines.best(search, atMost: limit).map { contacts.ids[$0] }
  }

  /// So many whose number has these figures.
  func numbers(_ search: FigureSearch, atMost limit: Int) -> [DirectoryBook.Party] {
    numbers.lines.numbers(search, atMost: limit).map { numbers.ids[$0] }
  }

  /// The places of a customer and of those that belong to it, by name.
  func places(of customer: Customer.ID) -> [Site] { (places[customer] ?? []).compactMap { sites[$0] } }
}
