extension Command {
  /// The one place that knows which rule a command follows; the compiler asks for every new one.
  var rule: any CommandRule {
    switch self {
    case .foundOffice(let rule): rule
    case .changeOffice(let rule): rule
    case .changeContract(let rule): rule
    case .setOnCall(let rule): rule
    case .closeDay(let rule): rule
    case .openDesk(let rule): rule
    case .setTemplate(let rule): rule
    case .setSendingRule(let rule): rule
    case .changeHandover(let rule): rule
    case .settleConflict(let rule): rule
    case .leaseNumbers(let rule): rule
    case .eraseWords(let rule): rule
    case .logWorkOrder(let rule): rule
    case .importWorkOrder(let rule): rule
    case .editWorkOrder(let id, let rule): OnOrder(id: id, rule: rule)
    case .triageWorkOrder(let id, let rule): OnOrder(id: id, rule: rule)
    case .setPriority(let id, let rule): OnOrder(id: id, rule: rule)
    case .raisePriority(let id, let rule): OnOrder(id: id, rule: rule)
    case .flagWorkOrder(let id, let rule): OnOrder(id: id, rule: rule)
    case .claimWorkOrder(let id, let rule): OnOrder(id: id, rule: rule)
    case .assignVisit(let id, let rule): OnOrder(id: id, rule: rule)
    case .giveWork(let id, let rule): OnOrder(id: id, rule: rule)
    case .postponeWorkOrder(let id, let rule): OnOrder(id: id, rule: rule)
    case .unassignVisit(let id, let rule): OnOrder(id: id, rule: rule)
    case .moveVisit(let id, let rule): OnOrder(id: id, rule: rule)
    case .pinVisit(let id, let rule): OnOrder(id: id, rule: rule)
    case .crewVisit(let id, let rule): OnOrder(id: id, rule: rule)
    case .dispatchVisit(let id, let rule): OnOrder(id: id, rule: rule)
    case .reportDispatch(let id, let rule): OnOrder(id: id, rule: rule)
    case .reportAnomaly(let id, let rule): OnOrder(id: id, rule: rule)
    case .seeVisit(let id, let rule): OnOrder(id: id, rule: rule)
    case .acceptVisit(let id, let rule): OnOrder(id: id, rule: rule)
    case .declineVisit(let id, let rule): OnOrder(id: id, rule: rule)
    case .startTravel(let id, let rule): OnOrder(id: id, rule: rule)
    case .arriveOnSite(let id, let rule): OnOrder(id: id, rule: rule)
    case .holdWorkOrder(let id, let rule): OnOrder(id: id, rule: rule)
    case .releaseWorkOrder(let id, let rule): OnOrder(id: id, rule: rule)
    case .completeVisit(let id, let rule): OnOrder(id: id, rule: rule)
    case .reportNotDone(let id, let rule): OnOrder(id: id, rule: rule)
    case .takeBackStep(let id, let rule): OnOrder(id: id, rule: rule)
    case .closeWorkOrder(let id, let rule): OnOrder(id: id, rule: rule)
    case .reopenWorkOrder(let id, let rule): OnOrder(id: id, rule: rule)
    case .returnForRework(let id, let rule): OnOrder(id: id, rule: rule)
    case .cancelWorkOrder(let id, let rule): OnOrder(id: id, rule: rule)
    case .markDuplicate(let id, let rule): OnOrder(id: id, rule: rule)
    case .usePart(let id, let rule): OnOrder(id: id, rule: rule)
    case .chaseWorkOrder(let id, let rule): OnOrder(id: id, rule: rule)
    case .addNote(let id, let rule): OnOrder(id: id, rule: rule)
    case .useThread(let id, let rule): OnOrder(id: id, rule: rule)
    case .explainBreach(let id, let rule): OnOrder(id: id, rule: rule)
    case .changeAlert(let id, let rule): OnAlert(id: id, rule: rule)
    case .attachFile(let id, let rule): OnOrder(id: id, rule: rule)
    case .sendMessage(let id, let rule): OnOrder(id: id, rule: rule)
    case .recallMessage(let id, let rule): OnOrder(id: id, rule: rule)
    case .reportMessage(let id, let rule): OnOrder(id: id, rule: rule)
    case .addTechnician(let rule): rule
    case .editTechnician(let id, let rule): OnRecord(id: id, rule: rule)
    case .setShift(let id, let rule): OnRecord(id: id, rule: rule)
    case .addAbsence(let id, let rule): OnRecord(id: id, rule: rule)
    case .setPresence(let id, let rule): OnRecord(id: id, rule: rule)
    case .addPerson(let rule): rule
    case .editPerson(let id, let rule): OnRecord(id: id, rule: rule)
    case .setPIN(let id, let rule): OnRecord(id: id, rule: rule)
    case .addCustomer(let rule): rule
    case .editCustomer(let id, let rule): OnRecord(id: id, rule: rule)
    case .takeComplaint(let id, let rule): OnRecord(id: id, rule: rule)
    case .settleComplaint(let id, let rule): OnRecord(id: id, rule: rule)
    case .addSite(let rule): rule
    case .editSite(let id, let rule): OnRecord(id: id, rule: rule)
    case .showSecret(let id, let rule): OnRecord(id: id, rule: rule)
    case .showPhone(let id, let rule): OnRecord(id: id, rule: rule)
    case .addEquipment(let rule): rule
    case .editEquipment(let id, let rule): OnRecord(id: id, rule: rule)
    }
  }

  public var permission: Permission { type(of: rule).permission }
  public var kind: CommandKind { type(of: rule).kind }

  func decide(in moment: Moment) throws(Refusal) -> [Event] { try rule.decide(in: moment) }

  /// The work orders a command is about, so that older ones are put back before it is decided.
  public var orders: [WorkOrder.ID] { rule.touchedOrders }
}
