import Domain

/// One name for each command, so that a new one does not compile until somebody has decided who may give it.
enum CommandName: String, CaseIterable {
  case foundOffice, changeOffice, changeContract, setOnCall, closeDay, openDesk, changeHandover, setTemplate
  case setSendingRule, giveWork, leaseNumbers, eraseWords
  case settleConflict
  case sendMessage, recallMessage, reportMessage
  case reportDispatch, reportAnomaly
  case logWorkOrder, importWorkOrder, editWorkOrder, triageWorkOrder, setPriority, raisePriority,
    flagWorkOrder,
    claimWorkOrder
  case assignVisit, unassignVisit, postponeWorkOrder, moveVisit, pinVisit, crewVisit, dispatchVisit, seeVisit,
    acceptVisit, declineVisit, startTravel,
    arriveOnSite
  case holdWorkOrder, releaseWorkOrder, completeVisit, reportNotDone, takeBackStep, closeWorkOrder,
    reopenWorkOrder,
    returnForRework
  case cancelWorkOrder, markDuplicate, addNote, chaseWorkOrder, usePart, useThread, attachFile, explainBreach,
    changeAlert,
    takeComplaint,
    settleComplaint
  case addTechnician, editTechnician, setShift, addAbsence, setPresence, addPerson, editPerson, setPIN
  case addCustomer, editCustomer, addSite, editSite, showSecret, addEquipment, editEquipment
  case showPhone

  init(_ command: Command) {
    self =
      switch command {
      case .foundOffice: .foundOffice
      case .changeOffice: .changeOffice
      case .changeContract: .changeContract
      case .setOnCall: .setOnCall
      case .closeDay: .closeDay
      case .openDesk: .openDesk
      case .setTemplate: .setTemplate
      case .setSendingRule: .setSendingRule
      case .sendMessage: .sendMessage
      case .recallMessage: .recallMessage
      case .reportMessage: .reportMessage
      case .changeHandover: .changeHandover
      case .settleConflict: .settleConflict
      case .leaseNumbers: .leaseNumbers
      case .eraseWords: .eraseWords
      case .logWorkOrder: .logWorkOrder
      case .importWorkOrder: .importWorkOrder
      case .editWorkOrder: .editWorkOrder
      case .triageWorkOrder: .triageWorkOrder
      case .setPriority: .setPriority
      case .raisePriority: .raisePriority
      case .flagWorkOrder: .flagWorkOrder
      case .claimWorkOrder: .claimWorkOrder
      case .assignVisit: .assignVisit
      case .giveWork: .giveWork
      case .unassignVisit: .unassignVisit
      case .postponeWorkOrder: .postponeWorkOrder
      case .moveVisit: .moveVisit
      case .pinVisit: .pinVisit
      case .crewVisit: .crewVisit
      case .dispatchVisit: .dispatchVisit
      case .seeVisit: .seeVisit
      case .acceptVisit: .acceptVisit
      case .declineVisit: .declineVisit
      case .startTravel: .startTravel
      case .arriveOnSite: .arriveOnSite
      case .holdWorkOrder: .holdWorkOrder
      case .releaseWorkOrder: .releaseWorkOrder
      case .completeVisit: .completeVisit
      case .reportNotDone: .reportNotDone
      case .takeBackStep: .takeBackStep
      case .closeWorkOrder: .closeWorkOrder
      case .reopenWorkOrder: .reopenWorkOrder
      case .returnForRework: .returnForRework
      case .cancelWorkOrder: .cancelWorkOrder
      case .markDuplicate: .markDuplicate
      case .addNote: .addNote
      case .chaseWorkOrder: .chaseWorkOrder
      case .usePart: .usePart
      case .useThread: .useThread
      case .reportDispatch: .reportDispatch
      case .reportAnomaly: .reportAnomaly
      case .explainBreach: .explainBreach
      case .changeAlert: .changeAlert
      case .takeComplaint: .takeComplaint
      case .settleComplaint: .settleComplaint
      case .attachFile: .attachFile
      case .addTechnician: .addTechnician
      case .editTechnician: .editTechnician
      case .setShift: .setShift
      case .addAbsence: .addAbsence
      case .setPresence: .setPresence
      case .addPerson: .addPerson
      case .editPerson: .editPerson
      case .setPIN: .setPIN
      case .addCustomer: .addCustomer
      case .editCustomer: .editCustomer
      case .addSite: .addSite
      case .editSite: .editSite
      case .showSecret: .showSecret
      case .showPhone: .showPhone
      case .addEquipment: .addEquipment
      case .editEquipment: .editEquipment
      }
  }

  private static let backOffice: Set<Role> = [.parts, .billing, .quality]

  /// Who may give it beside the owner; a technician on his own work only.
  var mayBeGivenBy: Set<Role> {
    let desk: Set<Role> = [.dispatcher, .supervisor]
    switch self {
    case .foundOffice: return Set(Role.allCases)
    case .changeOffice, .changeContract, .setTemplate, .setSendingRule: return []
    case .setOnCall, .addTechnician, .editTechnician, .setShift, .addPerson, .editPerson, .setPIN,
      .eraseWords:
      return [.supervisor]
    // A technician settles what he himself wanted, of which this office has nothing.
    case .takeComplaint, .settleConflict: return desk.union([.helpdesk]).union(Self.backOffice)
    case .logWorkOrder, .editWorkOrder, .leaseNumbers, .chaseWorkOrder: return desk.union([.helpdesk])
    case .flagWorkOrder, .addNote, .useThread, .attachFile:
      return desk.union([.helpdesk, .technician]).union(Self.backOffice)
    case .seeVisit, .acceptVisit, .declineVisit, .startTravel, .arriveOnSite, .holdWorkOrder,
      .releaseWorkOrder, .completeVisit, .reportNotDone, .takeBackStep, .usePart, .setPresence, .showSecret,
      .showPhone,
      .sendMessage, .recallMessage, .reportAnomaly:
      return desk.union([.technician])
    case .explainBreach, .changeAlert, .settleComplaint, .reportDispatch: return desk
    case .closeDay, .openDesk, .changeHandover, .importWorkOrder, .triageWorkOrder, .setPriority,
      .raisePriority, .giveWork, .claimWorkOrder, .assignVisit, .unassignVisit, .postponeWorkOrder,
      .moveVisit, .pinVisit, .crewVisit, .dispatchVisit, .reportMessage, .closeWorkOrder, .reopenWorkOrder,
      .returnForRework, .cancelWorkOrder, .markDuplicate, .addAbsence, .addCustomer, .editCustomer, .addSite,
      .editSite, .addEquipment, .editEquipment:
      return desk
    }
  }

  /// One such command about an order, its site and a technician.
  func sample(on order: WorkOrder, _ technician: Technician.ID = Town.ana) -> Command {
    let id = order.id
    let site = order.site ?? Town.hospital
    let report = CompletionReport(did: "reset")
    return switch self {
    case .foundOffice: .foundOffice(Self.founding)
    case .changeOffice: .changeOffice(ChangeOffice())
    case .changeContract: .changeContract(ChangeContract(Self.contract))
    case .setOnCall:
      .setOnCall(
        SetOnCall(OnCallTurn(technician: technician, trade: nil, from: Town.at(18), to: Town.at(20))))
    case .closeDay: .closeDay(CloseDay(due: Town.at(6)))
    case .openDesk: .openDesk(OpenDesk())
    case .setTemplate: .setTemplate(SetTemplate(MessageTemplate("held", to: .customer, "x"), replacing: nil))
    case .setSendingRule: .setSendingRule(SetSendingRule(Self.rule, replacing: nil))
    case .giveWork: .giveWork(id, GiveWork(by: "Air"))
    case .sendMessage:
      .sendMessage(id, SendMessage(id: OutgoingMessage.ID(high: 64, low: 1), to: .customer, .words("hello")))
    case .recallMessage: .recallMessage(id, RecallMessage(OutgoingMessage.ID(high: 64, low: 2)))
    case .reportMessage: .reportMessage(id, ReportMessage(OutgoingMessage.ID(high: 64, low: 2), .sent))
    case .changeHandover: .changeHandover(ChangeHandover(.read([.late])))
    case .settleConflict: .settleConflict(SettleConflict(Conflict.ID(high: 65, low: 1), .keep))
    case .leaseNumbers: .leaseNumbers(LeaseNumbers(taken: 0))
    case .eraseWords: .eraseWords(EraseWords([Identifier(high: 66, low: 1)]))
    case .logWorkOrder: .logWorkOrder(LogWorkOrder(Self.work(7)))
    case .importWorkOrder: .importWorkOrder(ImportWorkOrder(ImportedWork(logged: Self.work(8))))
    case .editWorkOrder:
      .editWorkOrder(
        id, EditWorkOrder([FieldChange(.summary, from: .plain(order.summary), to: .plain("no heat"))]))
    case .triageWorkOrder: .triageWorkOrder(id, TriageWorkOrder(priority: .p3, reason: "calm"))
    case .setPriority: .setPriority(id, SetPriority(.p3, reason: "calm", replacing: order.priority))
    case .raisePriority:
      .raisePriority(id, RaisePriority(to: .p1, because: .age(since: Town.at(6)), replacing: order.priority))
    case .flagWorkOrder: .flagWorkOrder(id, FlagWorkOrder(true))
    case .claimWorkOrder: .claimWorkOrder(id, ClaimWorkOrder(true, replacing: nil))
    case .assignVisit: Town.assign(order, technician, Town.at(11), replacing: order.technician)
    case .postponeWorkOrder:
      .postponeWorkOrder(id, PostponeWorkOrder(to: Town.day.adding(days: 1), replacing: nil))
    case .unassignVisit: .unassignVisit(id, UnassignVisit(replacing: order.technician))
    case .moveVisit:
      .moveVisit(
        id,
        MoveVisit(
          start: Town.at(13), replacingStart: order.openVisit?.start, replacingTechnician: order.technician))
    case .pinVisit: .pinVisit(id, PinVisit(.time, replacing: order.openVisit?.pin))
    case .crewVisit: .crewVisit(id, CrewVisit([Town.bo], replacing: order.openVisit?.helpers ?? []))
    case .dispatchVisit: .dispatchVisit(id, DispatchVisit())
    case .seeVisit: .seeVisit(id, SeeVisit())
    case .acceptVisit: .acceptVisit(id, AcceptVisit())
    case .declineVisit: .declineVisit(id, DeclineVisit(reason: "ill"))
    case .startTravel: .startTravel(id, StartTravel())
    case .arriveOnSite: .arriveOnSite(id, ArriveOnSite())
    case .holdWorkOrder: .holdWorkOrder(id, HoldWorkOrder(reason: .parts, note: "belt"))
    case .releaseWorkOrder: .releaseWorkOrder(id, ReleaseWorkOrder(visit: Visit.ID(high: 62, low: 1)))
    case .completeVisit: .completeVisit(id, CompleteVisit(report))
    case .reportNotDone: .reportNotDone(id, ReportNotDone(reason: "no key"))
    case .takeBackStep:
      .takeBackStep(id, TakeBackStep(.onSite, of: order.openVisit?.id ?? Visit.ID(high: 6, low: 6)))
    case .closeWorkOrder: .closeWorkOrder(id, CloseWorkOrder(resolution: "well"))
    case .reopenWorkOrder: .reopenWorkOrder(id, ReopenWorkOrder(reason: "again", visit: nil))
    case .returnForRework: .returnForRework(id, ReturnForRework(reason: "leaks", visit: Visit.ID(9)))
    case .cancelWorkOrder: .cancelWorkOrder(id, CancelWorkOrder(reason: .customer, words: ""))
    case .markDuplicate: .markDuplicate(id, MarkDuplicate(of: id))
    case .explainBreach: .explainBreach(id, ExplainBreach(.fix, .parts, replacing: nil))
    case .changeAlert:
      .changeAlert(
        Alert.ID(.atRisk, order: order.number, cause: Town.at(9)), ChangeAlert(.owned(nil), replacing: nil))
    case .takeComplaint:
      .takeComplaint(Town.mercy, TakeComplaint(id: Complaint.ID(high: 6, low: 6), words: "late"))
    case .settleComplaint:
      .settleComplaint(Town.mercy, SettleComplaint(Complaint.ID(high: 6, low: 6), note: "ok"))
    case .addNote: .addNote(id, AddNote("hello"))
    case .usePart: .usePart(id, UsePart("belt"))
    case .chaseWorkOrder:
      .chaseWorkOrder(
        id,
        ChaseWorkOrder(
          WorkRequest(
            id: WorkRequest.ID(9), words: "where are you", urgency: .now, source: .phone, receivedAt: .epoch))
      )
    case .useThread: .useThread(id, UseThread(.say("hello")))
    case .reportDispatch:
      .reportDispatch(id, ReportDispatch(visit: Visit.ID(high: 62, low: 9), technician: technician))
    case .reportAnomaly: .reportAnomaly(id, ReportAnomaly(.outOfOrder, detail: "arrived before it was sent"))
    case .attachFile:
      .attachFile(id, AttachFile(sha256: Self.digest, name: "a.jpg", type: "image/jpeg", bytes: 1))
    case .addTechnician: .addTechnician(AddTechnician(Self.technician, person: Person.ID(high: 1, low: 160)))
    case .editTechnician:
      .editTechnician(technician, EditTechnician(skills: [Skill(trade: Trade("it"), level: 1)]))
    case .setShift: .setShift(technician, SetShift(day: Town.day, intervals: []))
    case .addAbsence:
      .addAbsence(technician, AddAbsence(Absence(from: Town.at(13), to: Town.at(14), reason: "dentist")))
    case .setPresence: .setPresence(technician, SetPresence(.onBreak, replacing: .available))
    case .addPerson: .addPerson(AddPerson(Self.person))
    case .editPerson:
      .editPerson(
        Town.helpdesk, EditPerson([FieldChange(.handle, from: .plain("hal"), to: .plain("hallie"))]))
    case .setPIN: .setPIN(Town.boPerson, SetPIN(Town.name("sealed", 170)))
    case .addCustomer:
      .addCustomer(AddCustomer(Customer(id: Customer.ID(high: 3, low: 60), name: "New", tier: .gold)))
    case .editCustomer:
      .editCustomer(Town.mercy, EditCustomer([FieldChange(.preferences, from: nil, to: .plain("mornings"))]))
    case .addSite: .addSite(AddSite(Site(id: Site.ID(high: 4, low: 60), name: "New", customer: Town.mercy)))
    case .editSite: .editSite(site, EditSite([FieldChange(.parking, from: nil, to: .plain("bay 3"))]))
    case .showSecret: .showSecret(site, ShowSecret(.accessCode))
    case .showPhone: .showPhone(technician, ShowPhone())
    case .addEquipment:
      .addEquipment(
        AddEquipment(Equipment(id: Equipment.ID(high: 5, low: 60), name: "New", site: Town.hospital)))
    case .editEquipment:
      .editEquipment(Town.airHandler, EditEquipment([FieldChange(.serial, from: nil, to: .plain("SN 1"))]))
    }
  }
}

extension CommandName {
  private static let digest = Digest(rawBytes: [UInt8](repeating: 7, count: 32)) ?? .zero
  private static let person = Person(
    id: Person.ID(high: 1, low: 161), handle: "kim", name: Town.name("Kim", 161), role: .helpdesk)
  private static let technician = Technician(
    id: Technician.ID(high: 2, low: 60), handle: "dee", name: Town.name("Dee", 60))
  private static let rule: SendingRule = {
    var scope = SendingRule.Scope()
    scope.trade = Trade("hvac")
    var rule = SendingRule("Air", for: scope)
    rule.gives = true
    return rule
  }()
  private static let contract = Contract(
    id: Contract.ID(high: 30, low: 60), name: "Own", tier: nil, response: .onSite, hours: .always, levels: [])
  private static let founding = FoundOffice(
    profile: OfficeProfile(name: "X", zone: "UTC", currency: "EUR"), zone: .utc, firstNumber: 1,
    contracts: [],
    owner: person)

  private static func work(_ number: UInt64) -> LoggedWork {
    let request = WorkRequest(
      id: WorkRequest.ID(high: 6, low: number), words: "x", urgency: .soon, source: .phone,
      receivedAt: Town.at(10))
    return LoggedWork(
      id: WorkOrder.ID(high: 6, low: number), number: 30_000 + Int(number), request: request,
      receivedAt: Town.at(10),
      summary: "x", priority: .p3)
  }
}
