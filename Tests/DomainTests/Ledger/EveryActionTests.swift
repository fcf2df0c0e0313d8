import Domain
import TestSupport
import Testing

@Suite("Every kind of action")
struct EveryActionTests {
  @Test("is made for every command of the catalogue", arguments: CommandName.allCases)
  func complete(name: CommandName) {
    #expect(
      !name.actions.isEmpty
        || [.foundOffice, .settleConflict, .leaseNumbers, .eraseWords, .setSendingRule, .giveWork].contains(
          name),
      "no random day ever does it")
  }

  @Test("is one command, and what cannot be undone is called a fact", arguments: 1...3 as ClosedRange<UInt64>)
  func kinds(seed: UInt64) throws {
    var sample = try SampleOffice()
    var actions = EveryAction(seed: seed)
    for _ in 0..<600 {
      guard let kind = actions.kind() else { continue }
      guard let command = actions.command(kind, in: sample.office, at: sample.now, by: SampleOffice.bea)
      else {
        continue
      }
      #expect(CommandName(command).actions.contains(kind), "\(kind)")
      guard let decision = try? sample.submit(command, after: .seconds(20)), !decision.events.isEmpty else {
        continue
      }
      #expect(!kind.isFact || decision.inverse.isEmpty, "\(kind) is undone")
    }
  }
}

extension CommandName {
  /// The kinds of action that come to it.
  fileprivate var actions: Set<EveryAction.Kind> {
    switch self {
    case .foundOffice: []
    case .changeOffice: [.limits, .profile]
    case .changeContract: [.contract]
    case .setOnCall: [.onCall]
    case .closeDay: [.closeDay]
    case .openDesk: [.openDesk]
    case .setTemplate: [.template]
    // What needs several consoles, or a rule of the office, has tests of its own.
    case .settleConflict, .leaseNumbers, .eraseWords, .setSendingRule, .giveWork: []
    case .changeHandover: [.addLine, .removeLine, .takeOver, .readHandover]
    case .sendMessage: [.message]
    case .recallMessage: [.recall]
    case .reportMessage: [.messageFared]
    case .reportDispatch: [.reportDispatch]
    case .reportAnomaly: [.anomaly]
    case .logWorkOrder: [.log]
    case .importWorkOrder: [.importWork]
    case .editWorkOrder: [.edit, .promise]
    case .triageWorkOrder: [.triage]
    case .setPriority: [.priority]
    case .raisePriority: [.raise]
    case .flagWorkOrder: [.flag]
    case .claimWorkOrder: [.claim]
    case .assignVisit: [.assign, .further]
    case .unassignVisit: [.unassign, .further]
    case .postponeWorkOrder: [.postpone]
    case .moveVisit: [.move, .handOn]
    case .pinVisit: [.pin]
    case .crewVisit: [.crew]
    case .dispatchVisit: [.tell]
    case .seeVisit: [.see]
    case .acceptVisit: [.accept]
    case .declineVisit: [.decline]
    case .startTravel: [.travel]
    case .arriveOnSite: [.arrive]
    case .holdWorkOrder: [.hold]
    case .releaseWorkOrder: [.release]
    case .completeVisit: [.complete]
    case .reportNotDone: [.notDone, .noAccess]
    case .takeBackStep: [.slip]
    case .closeWorkOrder: [.close]
    case .reopenWorkOrder: [.reopen]
    case .returnForRework: [.rework]
    case .cancelWorkOrder: [.cancel]
    case .markDuplicate: [.duplicate]
    case .addNote: [.note]
    case .chaseWorkOrder: [.chase]
    case .usePart: [.part]
    case .useThread: [.say, .read]
    case .attachFile: [.file]
    case .explainBreach: [.explainBreach]
    case .changeAlert: [.ownAlert, .snoozeAlert, .resolveAlert]
    case .takeComplaint: [.complaint]
    case .settleComplaint: [.settleComplaint]
    case .addTechnician: [.newTechnician]
    case .editTechnician: [.technician]
    case .setShift: [.shift]
    case .addAbsence: [.absence]
    case .setPresence: [.presence]
    case .addPerson: [.newPerson]
    case .editPerson: [.person]
    case .setPIN: [.pinCode]
    case .addCustomer: [.newCustomer]
    case .editCustomer: [.customer]
    case .addSite: [.newSite]
    case .editSite: [.site]
    case .showSecret: [.secret]
    case .showPhone: [.phone]
    case .addEquipment: [.newEquipment]
    case .editEquipment: [.equipment]
    }
  }
}
