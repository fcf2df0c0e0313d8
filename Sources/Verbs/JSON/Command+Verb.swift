public import Domain

extension Reversal {
  /// The name of the verb that it comes from.
  public var verb: String {
    switch self {
    case .undoes: Undo.name
    case .redoes: Redo.name
    }
  }
}

extension Command {
  /// The name of the verb that makes this command, for history and ledger.
  public var verb: String {
    switch self {
    case .foundOffice: "office.init"
    case .changeOffice(let change): change.trades != nil ? "office.trade" : "office.set"
    case .changeContract: "contract.edit"
    case .setOnCall: "technician.on-call"
    case .closeDay: "office.close-day"
    case .openDesk: "office.open-desk"
    case .setTemplate: "template.set"
    case .setSendingRule(let rule):
      rule.isRemoved ? SendingRuleRemove.name : SendingRuleSet.name
    case .sendMessage: "work-order.message"
    case .recallMessage: "message.recall"
    case .reportMessage(_, let report): report.outcome.verb
    case .settleConflict: SettleVerb.name
    case .leaseNumbers: "office.lease-numbers"
    case .eraseWords: "person.erase"
    case .changeHandover(let rule):
      switch rule.change {
      case .add: HandoverAdd.name
      case .remove: HandoverDrop.name
      case .read: HandoverRead.name
      case .take: HandoverTake.name
      case .restore: HandoverVerb.name
      }
    case .logWorkOrder: "work-order.log"
    case .importWorkOrder: "file.import"
    case .editWorkOrder(_, let edit):
      edit.changes.map(\.field) == [.window] ? "work-order.window" : "work-order.edit"
    case .triageWorkOrder: "work-order.triage"
    case .setPriority, .raisePriority: "work-order.set-priority"
    case .flagWorkOrder: "work-order.flag"
    case .claimWorkOrder: "work-order.claim"
    case .assignVisit, .giveWork: "work-order.assign"
    case .returnForRework: "work-order.rework"
    case .postponeWorkOrder: "work-order.postpone"
    case .unassignVisit: "work-order.unassign"
    case .moveVisit: "work-order.move"
    case .pinVisit: "work-order.pin"
    case .crewVisit: "work-order.crew"
    case .dispatchVisit: "work-order.dispatch"
    case .reportDispatch, .reportAnomaly: Replay.name
    case .seeVisit: "work-order.seen"
    case .acceptVisit: "work-order.accept"
    case .declineVisit: "work-order.decline"
    case .startTravel: "work-order.travel"
    case .arriveOnSite: "work-order.on-site"
    case .holdWorkOrder: "work-order.hold"
    case .releaseWorkOrder: "work-order.release"
    case .completeVisit: "work-order.complete"
    case .reportNotDone: "work-order.not-done"
    case .closeWorkOrder: "work-order.close"
    case .reopenWorkOrder: "work-order.reopen"
    case .cancelWorkOrder: "work-order.cancel"
    case .markDuplicate: "work-order.duplicate"
    case .chaseWorkOrder: "work-order.chase"
    case .usePart: "work-order.part"
    case .addNote: "work-order.note"
    case .useThread: "work-order.say"
    case .explainBreach: "work-order.breach-cause"
    case .changeAlert(_, let rule): rule.verb
    case .attachFile: "work-order.attach"
    case .addTechnician: "technician.add"
    case .editTechnician: "technician.edit"
    case .setShift: "technician.set-shift"
    case .addAbsence: "technician.absence"
    case .setPresence: "technician.set-presence"
    case .addPerson: "person.add"
    case .editPerson: "person.edit"
    case .setPIN: "person.pin"
    case .addCustomer: "customer.add"
    case .editCustomer: "customer.edit"
    case .takeComplaint: "customer.complaint"
    case .settleComplaint: "alert.resolve"
    case .addSite: "site.add"
    case .editSite: "site.edit"
    case .showSecret: "site.show-code"
    case .showPhone: "technician.show-phone"
    case .addEquipment: "equipment.add"
    case .editEquipment: "equipment.edit"
    }
  }
}

extension ReportMessage.Outcome {
  fileprivate var verb: String {
    switch self {
    case .queued, .sent: "message.outbox"
    case .delivered: "message.delivered"
    case .failed: "message.failed"
    }
  }
}

extension ChangeAlert {
  var verb: String {
    switch change {
    case .owned, .escalated, .restored: "alert.own"
    case .snoozed: "alert.snooze"
    case .resolved: "alert.resolve"
    }
  }
}
