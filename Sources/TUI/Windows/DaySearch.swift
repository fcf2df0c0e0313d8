import Domain
import Verbs

/// Looks through the orders of the running day for what somebody types; while he types on, through those alone that
/// were found before.
struct DaySearch {
  private var words: [SearchedWord] = []
  private var found: [Place] = []

  /// An order by what it stands by: open work first, the highest number first.
  private struct Place {
    let id: WorkOrder.ID
    let number: Int
    let isEnded: Bool
  }

  /// How many open orders hold every word.
  var openCount: Int { found.count { !$0.isEnded } }

  /// All orders that hold every word, listed or not.
  var all: Set<WorkOrder.ID> { Set(found.map(\.id)) }

  /// Forgets what was found: the office has changed.
  mutating func restart() { words = [] }

  /// The orders that hold every word: an exact number first, then the open, then by number.
  mutating func orders(_ text: String, in office: Office, atMost limit: Int) -> [WorkOrder.ID] {
    let wanted = text.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
    guard text.trimmed.count >= 2 else {
      restart()
      found = []
      return []
    }
    let known = goesOn(with: wanted) ? found : nil
    words = wanted.map { SearchedWord($0) }
    found = []
    if let known {
      for place in known {
        if let box = office.orders.box(place.id), holds(box.value, office) { found.append(place) }
      }
    } else {
      office.orders.forEach { order in
        guard holds(order, office) else { return }
        found.append(Place(id: order.id, number: order.number, isEnded: order.isEnded))
      }
      found.sort { ($0.isEnded ? 1 : 0, -$0.number) < ($1.isEnded ? 1 : 0, -$1.number) }
    }
    let exact = Int(text.trimmed)
    let meant = found.filter { $0.number == exact }
    return (meant + found.prefix(limit).filter { $0.number != exact }).prefix(limit).map(\.id)
  }

  /// Whether whatever holds these words holds those of last time too: each goes on with one of them.
  private func goesOn(with wanted: [String]) -> Bool {
    !words.isEmpty && words.count <= wanted.count
      && zip(words, wanted).allSatisfy { $1.hasPrefix($0.text) }
  }

  private mutating func holds(_ order: borrowing WorkOrder, _ office: Office) -> Bool {
    for index in words.indices where !words[index].isFound(in: order, of: office) { return false }
    return true
  }
}

/// A word that orders are looked through for, and whether it stands in the records that they are about: hundreds of
/// orders share one, which is looked at once.
struct SearchedWord {
  private let search: ByteSearch
  private var sites: [Site.ID: Bool] = [:]
  private var customers: [Customer.ID: Bool] = [:]
  private var equipment: [Equipment.ID: Bool] = [:]
  private var technicians: [Technician.ID: Bool] = [:]

  init(_ word: String) { search = ByteSearch(word) }

  var text: String { search.word }

  /// Whether an order can be found by it: its number, its words, place, customer, serial, phones, notes.
  mutating func isFound(in order: borrowing WorkOrder, of office: Office) -> Bool {
    if search.isFound(in: order.summary) || search.isFound(in: String(order.number))
      || search.isFound(in: order.description) || search.isFound(in: order.category)
      || search.isFound(in: order.trade?.name) || search.isFound(in: order.reference)
    {
      return true
    }
    for request in order.requests {
      if search.isFound(in: request.words) || search.isFound(in: request.caller?.words)
        || search.isFound(in: request.phone?.words)
      {
        return true
      }
    }
    for note in order.notes where search.isFound(in: note.words) { return true }
    return isFound(inSite: order.site, of: office)
      || isFound(inCustomer: order.customer ?? office.site(order.site)?.customer, of: office)
      || isFound(inEquipment: order.equipment, of: office)
      || isFound(inTechnician: order.latestVisit?.assignment?.technician, of: office)
  }

  private mutating func isFound(inSite id: Site.ID?, of office: Office) -> Bool {
    once(id, \.sites, office.site) { [search] site in
      search.isFound(in: site.name) || search.isFound(in: site.address)
        || search.isFound(in: site.phone?.words)
    }
  }

  private mutating func isFound(inCustomer id: Customer.ID?, of office: Office) -> Bool {
    once(id, \.customers, office.customer) { [search] customer in
      search.isFound(in: customer.name) || search.isFound(in: customer.phone?.words)
    }
  }

  private mutating func isFound(inEquipment id: Equipment.ID?, of office: Office) -> Bool {
    once(id, \.equipment, office.equipment) { [search] equipment in
      search.isFound(in: equipment.name) || search.isFound(in: equipment.details[.serial])
        || search.isFound(in: equipment.details[.model])
    }
  }

  private mutating func isFound(inTechnician id: Technician.ID?, of office: Office) -> Bool {
    once(id, \.technicians, office.technician) { [search] in search.isFound(in: $0.name.words) }
  }

  private mutating func once<ID: Hashable, Record>(
    _ id: ID?, _ known: WritableKeyPath<SearchedWord, [ID: Bool]>, _ record: (ID?) -> Record?,
    _ look: (Record) -> Bool
  ) -> Bool {
    guard let id else { return false }
    if let isFound = self[keyPath: known][id] { return isFound }
    let isFound = record(id).map(look) ?? false
    self[keyPath: known][id] = isFound
    return isFound
  }
}
