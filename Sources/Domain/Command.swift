/// Somebody's intent. There is no other way to change anything, whoever asks: a key, the shell, an import.
public enum Command: Codable, Hashable, Sendable {
  // The office.
  case foundOffice(FoundOffice)
  case changeOffice(ChangeOffice)
  case changeContract(ChangeContract)
  case setOnCall(SetOnCall)
  case closeDay(CloseDay)
  case setTemplate(SetTemplate)
  case changeHandover(ChangeHandover)
  // Work.
  case logWorkOrder(LogWorkOrder)
  case importWorkOrder(ImportWorkOrder)
  case editWorkOrder(WorkOrder.ID, EditWorkOrder)
  case triageWorkOrder(WorkOrder.ID, TriageWorkOrder)
  case setPriority(WorkOrder.ID, SetPriority)
  case raisePriority(WorkOrder.ID, RaisePriority)
  case flagWorkOrder(WorkOrder.ID, FlagWorkOrder)
  case claimWorkOrder(WorkOrder.ID, ClaimWorkOrder)
  case assignVisit(WorkOrder.ID, AssignVisit)
  case unassignVisit(WorkOrder.ID, UnassignVisit)
  case postponeWorkOrder(WorkOrder.ID, PostponeWorkOrder)
  case moveVisit(WorkOrder.ID, MoveVisit)
  case pinVisit(WorkOrder.ID, PinVisit)
  case dispatchVisit(WorkOrder.ID, DispatchVisit)
  case reportDispatch(WorkOrder.ID, ReportDispatch)
  case seeVisit(WorkOrder.ID, SeeVisit)
  case acceptVisit(WorkOrder.ID, AcceptVisit)
  case declineVisit(WorkOrder.ID, DeclineVisit)
  case startTravel(WorkOrder.ID, StartTravel)
  case arriveOnSite(WorkOrder.ID, ArriveOnSite)
  case holdWorkOrder(WorkOrder.ID, HoldWorkOrder)
  case releaseWorkOrder(WorkOrder.ID, ReleaseWorkOrder)
  case completeVisit(WorkOrder.ID, CompleteVisit)
  case reportNotDone(WorkOrder.ID, ReportNotDone)
  case closeWorkOrder(WorkOrder.ID, CloseWorkOrder)
  case reopenWorkOrder(WorkOrder.ID, ReopenWorkOrder)
  case cancelWorkOrder(WorkOrder.ID, CancelWorkOrder)
  case markDuplicate(WorkOrder.ID, MarkDuplicate)
  case addNote(WorkOrder.ID, AddNote)
  case reportAnomaly(WorkOrder.ID, ReportAnomaly)
  case explainBreach(WorkOrder.ID, ExplainBreach)
  case changeAlert(Alert.ID, ChangeAlert)
  case attachFile(WorkOrder.ID, AttachFile)
  case sendMessage(WorkOrder.ID, SendMessage)
  case recallMessage(WorkOrder.ID, RecallMessage)
  case reportMessage(WorkOrder.ID, ReportMessage)
  // People, places, things.
  case addTechnician(AddTechnician)
  case editTechnician(Technician.ID, EditTechnician)
  case setShift(Technician.ID, SetShift)
  case addAbsence(Technician.ID, AddAbsence)
  case setPresence(Technician.ID, SetPresence)
  case addPerson(AddPerson)
  case editPerson(Person.ID, EditPerson)
  case setPIN(Person.ID, SetPIN)
  case addCustomer(AddCustomer)
  case editCustomer(Customer.ID, EditCustomer)
  case takeComplaint(Customer.ID, TakeComplaint)
  case settleComplaint(Customer.ID, SettleComplaint)
  case addSite(AddSite)
  case editSite(Site.ID, EditSite)
  case showSecret(Site.ID, ShowSecret)
  case addEquipment(AddEquipment)
  case editEquipment(Equipment.ID, EditEquipment)
}

/// Whether a command reports what is so, or wants something to become so.
public enum CommandKind: Sendable {
  /// Never refused for state or time: in an odd state it is accepted and raises an anomaly.
  case fact
  /// Carries the value it replaces, and may lose.
  case claim
}
