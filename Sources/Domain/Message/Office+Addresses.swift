/// Where a message about an order goes, and who is meant there.
struct Address {
  let recipient: Recipient
  /// The number or mail address; nil when nobody has said one.
  let line: PersonalText?
  /// Whom the contact is called by; its id is the one that the words are erased with.
  let contact: PersonalText?
  let fallback: Identifier<PersonalText>
  /// What to call whoever has no address, in a refusal.
  let subject: Subject

  /// Whether there is a number or mail address, and it was not erased.
  var isKnown: Bool { line.map { $0.words != PersonalText.erased } ?? false }
}

extension Office {
  /// Whether a message of that kind could go anywhere.
  public func canBeTold(_ party: MessageParty, of order: WorkOrder) -> Bool {
    address(of: party, order)?.isKnown ?? false
  }

  /// Whether a message about an order could go to a technician, and would tell him where to go.
  public func canBeWritten(to technician: Technician.ID, about order: WorkOrder) -> Bool {
    address(ofTechnician: technician)?.isKnown ?? false && site(order.site) != nil
  }

  /// Whom a message about an order would go to; nil where the office knows nobody.
  public func recipient(_ party: MessageParty, of order: WorkOrder) -> Recipient? {
    address(of: party, order)?.recipient
  }

  func address(of party: MessageParty, _ order: WorkOrder) -> Address? {
    switch party {
    case .customer: customerAddress(order)
    case .technician: order.technician.flatMap { address(ofTechnician: $0) }
    }
  }

  /// The customer's own number, else the site's, else the one that the last caller left.
  private func customerAddress(_ order: WorkOrder) -> Address? {
    let site = site(order.site)
    let caller = order.requests.last { $0.phone != nil }
    let known = customer(of: order)
    let line = known?.phone ?? site?.phone ?? caller?.phone
    let contact = known?.contact ?? site?.contact ?? caller?.caller
    if let known {
      return Address(
        recipient: .customer(known.id), line: line, contact: contact,
        fallback: Identifier(high: known.id.high, low: known.id.low ^ 2), subject: .customer(known.name))
    }
    if let site {
      return Address(
        recipient: .site(site.id), line: line, contact: contact,
        fallback: Identifier(high: site.id.high, low: site.id.low ^ 1), subject: .site(site.name))
    }
    return Address(
      recipient: .caller, line: line, contact: contact,
      fallback: Identifier(high: order.id.high, low: order.id.low ^ 5), subject: .order(order.number))
  }

  private func address(ofTechnician id: Technician.ID) -> Address? {
    guard let technician = technician(id) else { return nil }
    return Address(
      recipient: .technician(id), line: technician.phone, contact: technician.name,
      fallback: technician.name.id, subject: .technician(technician.handle))
  }

  func address(ofPerson id: Person.ID) -> Address? {
    guard let person = person(id) else { return nil }
    return Address(
      recipient: .person(id), line: person.phone, contact: person.name, fallback: person.name.id,
      subject: .person(person.handle))
  }
}
