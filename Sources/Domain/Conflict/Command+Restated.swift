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
    case .foundOffice, .changeOffice, .changeContract, .setOnCall, .closeDay, .openDesk, .setTemplate,
      .setSendingRule, .giveWork,
      .changeHandover, .settleConflict, .leaseNumbers, .eraseWords, .logWorkOrder, .importWorkOrder,
      .editWorkOrder,
      .triageWorkOrder, .raisePriority, .flagWorkOrder, .pinVisit, .crewVisit, .dispatchVisit,
      .reportDispatch,
      .seeVisit, .acceptVisit, .declineVisit, .startTravel, .arriveOnSite, .holdWorkOrder,
      .releaseWorkOrder, .completeVisit, .reportNotDone, .closeWorkOrder, .reopenWorkOrder, .returnForRework,
      .cancelWorkOrder, .markDuplicate, .addNote, .reportAnomaly, .explainBreach, .changeAlert, .useThread,
      .attachFile, .sendMessage, .recallMessage, .reportMessage, .addTechnician, .editTechnician,
      .setShift, .addAbsence, .setPresence, .addPerson, .editPerson, .setPIN, .addCustomer,
      .editCustomer, .takeComplaint, .settleComplaint, .addSite, .editSite, .showSecret, .showPhone,
      .addEquipment, .editEquipment:
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
