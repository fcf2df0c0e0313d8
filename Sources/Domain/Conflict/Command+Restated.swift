extension Command {
  /// The same wish with what is there now as what it replaces; nil where nothing but the person can say what that
  /// would be, and he gives it anew.
  public func restated(on office: Office) -> Command? {
    switch self {
    case .assignVisit(let id, var rule):
      guard let order = office.order(id) else { return nil }
      rule.replacing = order.technician
      return .assignVisit(id, rule)
    case .unassignVisit(let id, var rule):
      guard let order = office.order(id) else { return nil }
      rule.replacing = order.technician
      return .unassignVisit(id, rule)
    case .moveVisit(let id, var rule):
      guard let order = office.order(id) else { return nil }
      rule.replacingStart = order.openVisit?.start
      rule.replacingTechnician = order.technician
      return .moveVisit(id, rule)
    case .setPriority(let id, var rule):
      guard let order = office.order(id) else { return nil }
      rule.replacing = order.priority
      return .setPriority(id, rule)
    case .claimWorkOrder(let id, var rule):
      guard let order = office.order(id) else { return nil }
      rule.replacing = order.claim?.by
      return .claimWorkOrder(id, rule)
    case .postponeWorkOrder(let id, var rule):
      guard let order = office.order(id) else { return nil }
      rule.replacing = order.postponedTo
      return .postponeWorkOrder(id, rule)
    case .editWorkOrder(let id, let rule):
      return office.order(id).map { .editWorkOrder(id, EditWorkOrder(rule.changes.restated(on: $0))) }
    case .editCustomer(let id, let rule):
      return office.customer(id).map { .editCustomer(id, EditCustomer(rule.changes.restated(on: $0))) }
    case .editSite(let id, let rule):
      return office.site(id).map { .editSite(id, EditSite(rule.changes.restated(on: $0))) }
    case .editEquipment(let id, let rule):
      return office.equipment(id).map { .editEquipment(id, EditEquipment(rule.changes.restated(on: $0))) }
    case .editPerson(let id, let rule):
      return office.person(id).map { .editPerson(id, EditPerson(rule.changes.restated(on: $0))) }
    case .pinVisit(let id, var rule):
      guard let order = office.order(id) else { return nil }
      rule.replacing = order.openVisit?.pin
      return .pinVisit(id, rule)
    // What is held waits for somebody to release it first.
    case .holdWorkOrder(let id, _): return office.order(id)?.hold == nil ? self : nil
    case .flagWorkOrder, .cancelWorkOrder, .closeWorkOrder, .dispatchVisit, .markDuplicate: return self
    // It is filled in by what is there when it is decided.
    case .sendMessage: return self
    case .foundOffice, .changeOffice, .changeContract, .setOnCall, .closeDay, .openDesk, .setTemplate,
      .setSendingRule, .giveWork,
      .changeHandover, .settleConflict, .leaseNumbers, .eraseWords, .logWorkOrder, .importWorkOrder,
      .triageWorkOrder, .raisePriority, .crewVisit, .reportDispatch,
      .seeVisit, .acceptVisit, .declineVisit, .startTravel, .arriveOnSite,
      .releaseWorkOrder, .completeVisit, .reportNotDone, .reopenWorkOrder, .returnForRework, .addNote,
      .chaseWorkOrder, .usePart,
      .reportAnomaly, .explainBreach, .changeAlert, .useThread,
      .attachFile, .recallMessage, .reportMessage, .addTechnician, .editTechnician,
      .setShift, .addAbsence, .setPresence, .addPerson, .setPIN, .addCustomer,
      .takeComplaint, .settleComplaint, .addSite, .showSecret, .showPhone, .addEquipment:
      return kind == .fact ? self : nil
    }
  }
}

extension Conflict {
  /// All that was wanted, to be submitted again on what is there now; nil where a part has to be given anew by hand.
  public func restated(on office: Office) -> [Command]? {
    let restated = commands.compactMap { $0.restated(on: office) }
    return restated.count == commands.count && !restated.isEmpty ? restated : nil
  }
}

extension Array {
  /// The same changes of fields, from what a record has now.
  fileprivate func restated<R: Record>(on record: R) -> [FieldChange<R.Field>]
  where Element == FieldChange<R.Field> {
    map { change in
      let now = record.text(of: change.field)
      return FieldChange(
        change.field, from: now.map { (change.from ?? change.to)?.saying($0) ?? .plain($0) }, to: change.to)
    }
  }
}

extension FieldText {
  /// Other words of the same field: what is about a person stays erasable.
  fileprivate func saying(_ words: String) -> FieldText {
    switch self {
    case .plain: .plain(words)
    case .personal(let text): .personal(PersonalText(id: text.id, words: words))
    }
  }
}
