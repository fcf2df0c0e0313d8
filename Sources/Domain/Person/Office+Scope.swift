extension Office {
  /// Whose own work is all that the console of a person may hold; nil for people who see the work of the office.
  ///
  /// A technician whom no record of technicians belongs to has no work.
  public func hasScope(_ person: Person.ID) -> Bool { self.person(person)?.role == .technician }

  /// What the console of a technician may hold: his work as far as it is his, and what that refers to.
  public func scoped(to person: Person.ID, console: ConsoleID) -> Office {
    // The next number would tell of every call.
    var part = Office(profile: profile, firstNumber: 1, at: dayOpenedAt)
    part.limits = limits
    part.trades = trades
    part.zones = zones
    part.templates = templates
    part.deskOpenedAt = deskOpenedAt
    part.keptFrom = keptFrom
    part.conflicts = conflicts.filter { $0.person == person }
    part.leases = leases.filter { $0.console == console }
    for one in people.unordered where one.id == person || one.role != .technician {
      part.people[one.id] = one.id == person ? one : one.named
    }
    guard let own = self.person(person)?.technician, let technician = technician(own) else { return part }
    part.technicians[own] = technician
    part.unheeded = unheededSteps(of: own, since: .epoch)
    part.onCall = onCall.filter { $0.technician == own }
    for order in orders.unordered {
      if let order = self.part(of: order, for: person) { refer(order, in: &part) }
    }
    return part
  }

  /// An order as far as a person may hold it: a technician what is his of his own work; nil for what is none of his.
  public func part(of order: WorkOrder, for person: Person.ID) -> WorkOrder? {
    guard hasScope(person) else { return order }
    guard let own = self.person(person)?.technician, order.isWork(of: own) else { return nil }
    var part = order.part(of: own)
    part.thread.readers.removeAll { $0.person != person }
    // What he has written himself, so that he can take it back.
    part.messages = order.messages.filter { $0.by == person }.map(\.withoutAddress)
    return part
  }

  /// Puts an order into a part of the office, with what it refers to.
  private func refer(_ order: WorkOrder, in part: inout Office) {
    part.restore(order)
    for visit in order.visits {
      for id in visit.assignments.map(\.technician) + (visit.helpers ?? []) where part.technicians[id] == nil
      {
        if let colleague = technician(id) { part.technicians[id] = colleague.named }
      }
    }
    if let site = site(order.site) { part.sites[site.id] = site }
    var customer = customer(of: order)
    while let one = customer, part.customers[one.id] == nil {
      part.customers[one.id] = one.withoutDealings
      if let contract = contract(one.contract) { part.contracts[contract.id] = contract }
      customer = self.customer(one.parent)
    }
    if let contract = contract(of: order) { part.contracts[contract.id] = contract }
    var equipment = equipment(order.equipment)
    while let one = equipment, part.equipment[one.id] == nil {
      part.equipment[one.id] = one.withoutHistory
      equipment = self.equipment(one.parent)
    }
  }
}

extension WorkOrder {
  /// Whether a visit of it is a technician's now, or was done by him, alone or as one of a crew.
  func isWork(of technician: Technician.ID) -> Bool { visits.contains { $0.isWork(of: technician) } }

  /// The order without what others have to do with it, and without what the office makes of it.
  func part(of technician: Technician.ID) -> WorkOrder {
    var order = self
    order.visits = visits.filter { $0.isWork(of: technician) }.map { visit in
      var visit = visit
      let lead = visit.isHelped(by: technician) ? visit.assignment?.technician : nil
      visit.assignments = visit.assignments.filter { $0.technician == technician || $0.technician == lead }
        .map { $0.technician == technician ? $0 : $0.withoutWords }
      return visit
    }
    order.formerTechnicians = formerTechnicians.filter { $0 == technician }
    order.messages = []
    order.anomalies = []
    order.alertLives = []
    order.breaches = []
    order.ruleMarks = []
    order.missedAccesses = []
    order.claim = nil
    order.flag = nil
    order.sourceReport = sourceReport?.withoutCost
    return order
  }
}

extension Visit {
  /// Whether it was given to a technician last, and he has not declined, or he comes along.
  fileprivate func isWork(of technician: Technician.ID) -> Bool {
    guard let assignment, assignment.status != .declined else { return false }
    return assignment.technician == technician || isHelped(by: technician)
  }

  fileprivate func isHelped(by technician: Technician.ID) -> Bool { helpers?.contains(technician) ?? false }
}

extension Assignment {
  /// Who has it and how far it has come, without what he reported, what it cost and why.
  fileprivate var withoutWords: Assignment {
    var assignment = self
    assignment.report = nil
    assignment.reason = nil
    assignment.nextStep = nil
    return assignment
  }
}

extension OutgoingMessage {
  /// To whom and how far it has come, without the number or mail address.
  fileprivate var withoutAddress: OutgoingMessage {
    var message = self
    message.address = PersonalText(id: address.id, words: "")
    return message
  }
}

extension Technician {
  /// Who it is, and nothing else.
  fileprivate var named: Technician { Technician(id: id, handle: handle, name: name) }
}

extension Person {
  /// Who it is, and nothing else.
  fileprivate var named: Person {
    var person = self
    person.phone = nil
    person.pin = nil
    return person
  }
}

extension Customer {
  /// Whose place it is and whom to call there; not what the office and he have with each other.
  fileprivate var withoutDealings: Customer {
    var customer = self
    customer.credit = nil
    customer.preferred = nil
    customer.refused = nil
    customer.complaints = []
    customer.alertLives = []
    return customer
  }
}

extension Equipment {
  /// What it is, without who did what to it.
  fileprivate var withoutHistory: Equipment {
    var equipment = self
    equipment.history = []
    return equipment
  }
}
