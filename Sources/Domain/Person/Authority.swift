extension Office {
  /// Asked by the console and by whoever decides alike: whether a person may do this at all.
  ///
  /// Each role has a scope for each kind of act: technicians may act on work that is or was theirs, on its site and on
  /// their own record, and on nobody else's. Only who manages the office makes an owner or touches one. Everybody sets
  /// his own PIN. Who has left does nothing any more.
  public func authorize(_ command: Command, by person: Person.ID) throws(Refusal) {
    if case .foundOffice = command { return }
    let actor = try acting(person)
    if case .setPIN(person, _) = command { return }
    for permission in permissions(for: command) {
      let scope = try scope(of: permission, actor)
      guard isWithin(scope, command, actor) else { throw .notAllowed(command.permission, role: actor.role) }
    }
  }

  /// The same before a command is known: whether a person may do something of that kind, with that order where one is
  /// meant.
  public func authorize(
    _ permission: Permission, on order: WorkOrder?, by person: Person.ID
  ) throws(Refusal) {
    let actor = try acting(person)
    let scope = try scope(of: permission, actor)
    guard let order else { return }
    guard isWithin(scope, order, actor) else { throw .notAllowed(permission, role: actor.role) }
  }

  private func scope(of permission: Permission, _ actor: Person) throws(Refusal) -> RecordScope {
    guard let scope = actor.role.scope(of: permission) else {
      throw .notAllowed(permission, role: actor.role)
    }
    return scope
  }

  private func isWithin(_ scope: RecordScope, _ command: Command, _ actor: Person) -> Bool {
    switch scope {
    case .all: return true
    case .own:
      guard let technician = technician(actor.technician), technician.isActive else { return false }
      return isOwn(command, of: technician.id)
    case .heldForParts, .done:
      if takesBackOwn(command, actor) { return true }
      let touched = command.orders
      return !touched.isEmpty
        && touched.allSatisfy { order($0).map { isWithin(scope, $0, actor) } ?? false }
    }
  }

  private func isWithin(_ scope: RecordScope, _ order: WorkOrder, _ actor: Person) -> Bool {
    switch scope {
    case .all: true
    case .own: actor.technician.map { order.wasEver(of: $0) } ?? false
    case .heldForParts: order.hold?.reason == .parts
    case .done: order.doneAt != nil && !order.isEnded
    }
  }

  /// The person that somebody acts as; refused for nobody and for who has left.
  @discardableResult public func acting(_ person: Person.ID) throws(Refusal) -> Person {
    guard let actor = self.person(person) else { throw .notFound(.person("")) }
    guard actor.isActive, actor.technician == nil || technician(actor.technician)?.isActive ?? true else {
      throw .personLeft(actor.handle)
    }
    return actor
  }

  /// The command's own permission, and what its contents need beyond that. Who logs a call also ends it where nobody
  /// has to come, says which order it is a second call about, and tells the caller that it is on record or off.
  func permissions(for command: Command) -> [Permission] {
    if case .cancelWorkOrder(let id, let rule) = command, rule.endsCall(order(id)) { return [.logWork] }
    if case .sendMessage(let id, let rule) = command, rule.tellsCaller(of: order(id)) { return [.logWork] }
    if case .recallMessage(let id, let rule) = command, rule.takesReceiptBack(of: order(id)) {
      return [.logWork]
    }
    if case .editWorkOrder(_, let rule) = command, !rule.changes.isEmpty {
      return Permission.allCases.filter { kind in rule.changes.contains { $0.field.permission == kind } }
    }
    if case .markDuplicate(let id, _) = command, order(id)?.isNewCall ?? false { return [.logWork] }
    let beyond: Permission? =
      switch command {
      case .logWorkOrder(let rule): rule.work.moneyLimit == nil ? nil : .setPrice
      case .addPerson(let rule):
        rule.person.role == .owner ? .manageOffice : nil
      case .editPerson(let id, let rule):
        self.person(id)?.role == .owner
          || rule.changes.contains { $0.field == .role && $0.to?.words == Role.owner.rawValue }
          ? .manageOffice : nil
      case .setPIN(let id, _): self.person(id)?.role == .owner ? .manageOffice : nil
      case .foundOffice, .changeOffice, .changeContract, .setOnCall, .closeDay, .openDesk, .changeHandover,
        .settleConflict, .leaseNumbers, .eraseWords, .setTemplate, .setSendingRule, .giveWork,
        .importWorkOrder, .editWorkOrder,
        .triageWorkOrder,
        .setPriority, .raisePriority, .flagWorkOrder, .claimWorkOrder, .assignVisit, .unassignVisit,
        .postponeWorkOrder,
        .moveVisit,
        .pinVisit, .crewVisit, .dispatchVisit,
        .seeVisit, .acceptVisit, .declineVisit, .startTravel, .arriveOnSite, .holdWorkOrder,
        .releaseWorkOrder,
        .completeVisit,
        .reportNotDone, .closeWorkOrder, .reopenWorkOrder, .returnForRework, .cancelWorkOrder, .markDuplicate,
        .addNote, .chaseWorkOrder, .usePart, .useThread,
        .reportDispatch, .reportAnomaly,
        .explainBreach, .changeAlert,
        .attachFile, .sendMessage, .recallMessage, .reportMessage,
        .addTechnician, .editTechnician, .setShift, .addAbsence, .setPresence, .addCustomer, .takeComplaint,
        .settleComplaint, .editCustomer,
        .addSite,
        .editSite, .showSecret, .showPhone, .addEquipment, .editEquipment:
        nil
      }
    return [command.permission] + (beyond.map { [$0] } ?? [])
  }

  /// Whether all that a command touches is a technician's own.
  private func isOwn(_ command: Command, of technician: Technician.ID) -> Bool {
    switch command {
    case .setPresence(let id, _), .showPhone(let id, _): return id == technician
    case .showSecret(let site, _):
      return orders.unordered.contains { $0.site == site && $0.wasEver(of: technician) }
    case .settleConflict(let rule):
      return person(conflict(rule.conflict)?.person)?.technician == technician
    case .foundOffice, .changeOffice, .changeContract, .setOnCall, .closeDay, .openDesk, .changeHandover,
      .leaseNumbers, .eraseWords, .setTemplate, .setSendingRule, .giveWork,
      .logWorkOrder,
      .importWorkOrder,
      .editWorkOrder, .triageWorkOrder, .setPriority, .raisePriority, .flagWorkOrder, .claimWorkOrder,
      .assignVisit,
      .unassignVisit, .postponeWorkOrder,
      .moveVisit, .pinVisit, .crewVisit, .dispatchVisit, .seeVisit, .acceptVisit, .declineVisit, .startTravel,
      .arriveOnSite,
      .holdWorkOrder,
      .releaseWorkOrder, .completeVisit, .reportNotDone, .closeWorkOrder, .reopenWorkOrder, .returnForRework,
      .cancelWorkOrder,
      .markDuplicate, .addNote, .chaseWorkOrder, .usePart, .reportDispatch, .reportAnomaly, .explainBreach,
      .changeAlert, .attachFile,
      .useThread,
      .sendMessage, .recallMessage,
      .reportMessage, .addTechnician, .editTechnician, .setShift, .addAbsence,
      .addPerson,
      .editPerson, .setPIN, .addCustomer, .takeComplaint, .settleComplaint, .editCustomer, .addSite,
      .editSite,
      .addEquipment, .editEquipment:
      let touched = command.orders
      return !touched.isEmpty && touched.allSatisfy { order($0)?.wasEver(of: technician) ?? false }
    }
  }
}
