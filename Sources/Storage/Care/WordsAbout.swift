public import Domain
import Synchronization

/// Collects the words about people that are in any value: it passes through the coder, which hands each to its vault.
private final class CollectingVault: PersonalVault {
  private let found = Mutex<Set<Identifier<PersonalText>>>([])

  var texts: Set<Identifier<PersonalText>> { found.withLock { $0 } }

  func keep(_ text: PersonalText) -> Digest {
    if text.words != PersonalText.erased { found.withLock { _ = $0.insert(text.id) } }
    return .zero
  }

  func words(of id: Identifier<PersonalText>, hash: Digest) -> String? { nil }

  func collect(_ value: some Encodable) throws(CompactCodingError) {
    _ = try CompactEncoder(userInfo: [.personalVault: self]).encode(value)
  }
}

extension CollectingVault {
  /// The words in all that was ever recorded of a record, and of no other: each edit has brought its own, and those
  /// that it replaced.
  ///
  /// Where a technician lives stays: a place is no text that could be erased from his record.
  func collect(_ entries: [Entry], about record: RecordReference) throws(CompactCodingError) {
    for entry in entries {
      for event in entry.events where event.record == record {
        if case .technician(_, .edited(let changes)) = event {
          try collect(changes.filter { $0.field != .home })
        } else {
          try collect(event)
        }
      }
      for command in entry.commands where command.edits == record {
        if case .editTechnician(_, let rule) = command {
          try collect(rule.changes.filter { $0.field != .home })
        } else {
          try collect(command)
        }
      }
    }
  }
}

extension Command {
  /// The record of which it sets fields; nil for everything else.
  fileprivate var edits: RecordReference? {
    switch self {
    case .editCustomer(let id, _): .customer(id)
    case .editSite(let id, _): .site(id)
    case .editEquipment(let id, _): .equipment(id)
    case .editTechnician(let id, _): .technician(id)
    case .editPerson(let id, _): .person(id)
    default: nil
    }
  }
}

extension Conflict {
  /// Whether something was wanted of a customer, of his sites or of his orders.
  fileprivate func isAbout(_ customer: Customer.ID, _ sites: Set<Site.ID>, in office: Office) -> Bool {
    commands.contains { command in
      if case .editCustomer(customer, _) = command { return true }
      if case .editSite(let site, _) = command { return sites.contains(site) }
      if case .addSite(let rule) = command { return rule.site.customer == customer }
      if case .logWorkOrder(let rule) = command { return rule.work.customer == customer }
      return command.orders.contains { office.order($0)?.customer == customer }
    }
  }
}

extension OfficeFile {
  /// The words about a customer's people: in his record, at his sites, in all his orders, however old, and in what was
  /// wanted of any of these and refused.
  ///
  /// What an order says about the office's own people is theirs and stays.
  public func words(
    about customer: Customer.ID
  ) throws(StorageError) -> (texts: [Identifier<PersonalText>], orders: Int) {
    let office = state.office
    let sites = Set(office.sites.unordered.filter { $0.customer == customer }.map(\.id))
    let (found, own) = (CollectingVault(), CollectingVault())
    var orders = 0
    do {
      for one in office.people.unordered { try own.collect(one) }
      for one in office.technicians.unordered { try own.collect(one) }
      if let one = office.customer(customer) { try found.collect(one) }
      try found.collect(entries(of: .customer(customer)), about: .customer(customer))
      for id in sites {
        if let site = office.site(id) { try found.collect(site) }
        try found.collect(entries(of: .site(id)), about: .site(id))
      }
      for one in office.equipment.unordered where one.site.map(sites.contains) ?? false {
        try found.collect(one)
        try found.collect(entries(of: .equipment(one.id)), about: .equipment(one.id))
      }
      try forEachOrder { order in
        guard order.customer == customer || order.customer == nil && order.site.map(sites.contains) ?? false
        else { return true }
        let here = CollectingVault()
        try here.collect(order)
        if !here.texts.subtracting(own.texts).isEmpty { orders += 1 }
        try found.collect(order)
        return true
      }
      for conflict in office.conflicts where conflict.isAbout(customer, sites, in: office) {
        try found.collect(conflict)
      }
    } catch {
      throw StorageError(error, path: path)
    }
    return (found.texts.subtracting(own.texts).sorted(), orders)
  }

  /// The words about a person of the office: in his record and in that of the technician that he is.
  public func words(about person: Person.ID) throws(StorageError) -> [Identifier<PersonalText>] {
    let office = state.office
    let found = CollectingVault()
    do {
      if let one = office.person(person) {
        try found.collect(one)
        try found.collect(entries(of: .person(person)), about: .person(person))
        if let technician = office.technician(one.technician) {
          try found.collect(technician)
          try found.collect(entries(of: .technician(technician.id)), about: .technician(technician.id))
        }
      }
    } catch {
      throw StorageError(error, path: path)
    }
    return found.texts.sorted()
  }
}
