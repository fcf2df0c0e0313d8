import Domain

extension EveryAction {
  /// A change of a record other than an order, or of the office itself.
  mutating func record(_ kind: Kind, in office: Office, at now: Timestamp) -> Command? {
    ofOffice(kind, office, at: now) ?? ofPeople(kind, office, at: now) ?? ofPlaces(kind, office)
  }

  private mutating func ofOffice(_ kind: Kind, _ office: Office, at now: Timestamp) -> Command? {
    switch kind {
    case .limits:
      var limits = office.limits
      limits.atRiskPercent = Int.random(in: 10...40, using: &numbers)
      return .changeOffice(ChangeOffice(of: office, limits: limits))
    case .profile:
      var profile = office.profile
      profile.name = "Riverside \(word())"
      return .changeOffice(ChangeOffice(of: office, profile: profile))
    case .contract:
      guard let known = pick(office.contracts.inOrder) else { return nil }
      var contract = known
      contract.name = word()
      return .changeContract(ChangeContract(contract, replacing: known))
    case .onCall:
      let turn = pick(office.technicians.inOrder).map { technician in
        OnCallTurn(technician: technician.id, trade: nil, from: now, to: now + hours(1...9))
      }
      if let old = pick(office.onCall), flip() { return .setOnCall(SetOnCall(old, isRemoved: true)) }
      return turn.map { .setOnCall(SetOnCall($0)) }
    case .template:
      let known = office.templates.first { $0.name == "held" }
      let template = MessageTemplate("held", to: .customer, "It waits, \(word()).")
      return .setTemplate(SetTemplate(template, replacing: known?.text))
    case .addLine: return .changeHandover(ChangeHandover(.add(id(), words: word())))
    case .removeLine:
      return pick(office.handover.lines).map { .changeHandover(ChangeHandover(.remove($0.id))) }
    case .takeOver: return .changeHandover(ChangeHandover(.take))
    case .readHandover: return .changeHandover(ChangeHandover(.read(HandoverSection.allCases)))
    case .openDesk: return .openDesk(OpenDesk())
    case .closeDay: return .closeDay(CloseDay(due: office.lastDayEnd(at: now)))
    default: return nil
    }
  }

  private mutating func ofPeople(_ kind: Kind, _ office: Office, at now: Timestamp) -> Command? {
    let handle = "h\(numbers.next() % 1_000_000)"
    switch kind {
    case .newTechnician:
      let name = text("New One")
      let skills = [Skill(trade: Trade("hvac"), level: 2)]
      return .addTechnician(
        AddTechnician(
          Technician(id: id(), handle: handle, name: name, skills: skills, hours: .always), person: id()))
    case .newPerson:
      return .addPerson(AddPerson(Person(id: id(), handle: handle, name: text("Kim"), role: .helpdesk)))
    default: break
    }
    guard let one = pick(office.technicians.inOrder), let person = pick(office.people.inOrder) else {
      return nil
    }
    switch kind {
    case .technician:
      return .editTechnician(
        one.id, EditTechnician([field(.team, from: one.team)], isActive: flip() ? nil : true))
    case .shift:
      let day = office.today(at: now)
      return .setShift(
        one.id, SetShift(day: day, intervals: flip() ? nil : []))
    case .absence:
      if let old = pick(one.absences), flip() { return .addAbsence(one.id, AddAbsence(old, isRemoved: true)) }
      let from = now + hours(-3...20)
      return .addAbsence(one.id, AddAbsence(Absence(from: from, to: from + hours(1...6), reason: word())))
    case .presence:
      return .setPresence(
        one.id, SetPresence(pick(Presence.allCases) ?? .available, replacing: one.presence))
    case .person:
      let change = FieldChange(Person.Field.handle, from: .plain(person.handle), to: .plain(handle))
      return .editPerson(person.id, EditPerson([change]))
    case .pinCode: return .setPIN(person.id, SetPIN(text("sealed")))
    case .phone: return .showPhone(one.id, ShowPhone())
    default: return nil
    }
  }

  private mutating func ofPlaces(_ kind: Kind, _ office: Office) -> Command? {
    switch kind {
    case .newCustomer:
      return .addCustomer(AddCustomer(Customer(id: id(), name: "New \(word())", tier: .gold)))
    case .newSite:
      return .addSite(
        AddSite(Site(id: id(), name: "Quay \(word())", customer: pick(office.customers.inOrder)?.id)))
    case .newEquipment:
      return .addEquipment(
        AddEquipment(Equipment(id: id(), name: "Lift \(word())", site: pick(office.sites.inOrder)?.id)))
    default: break
    }
    switch kind {
    case .customer:
      guard let one = pick(office.customers.inOrder) else { return nil }
      return .editCustomer(one.id, EditCustomer([field(.preferences, from: one.preferences)]))
    case .complaint:
      return pick(office.customers.inOrder).map {
        .takeComplaint($0.id, TakeComplaint(id: id(), words: "late"))
      }
    case .settleComplaint:
      let all = office.customers.inOrder.flatMap { one in one.complaints.map { (one.id, $0.id) } }
      return pick(all).map { .settleComplaint($0.0, SettleComplaint($0.1, note: flip() ? nil : word())) }
    case .site:
      guard let one = pick(office.sites.inOrder) else { return nil }
      return .editSite(one.id, EditSite([field(.parking, from: one.text(of: .parking))]))
    case .equipment:
      guard let one = pick(office.equipment.inOrder) else { return nil }
      return .editEquipment(one.id, EditEquipment([field(.serial, from: one.text(of: .serial))]))
    case .secret: return pick(office.sites.inOrder).map { .showSecret($0.id, ShowSecret(.accessCode)) }
    default: return nil
    }
  }
}
