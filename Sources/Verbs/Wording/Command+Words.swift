import Domain

extension Command {
  /// The one place that knows how a command is called; the compiler asks for every new one.
  var words: CommandWords {
    switch self {
    case .foundOffice: CommandWords(InitVerb.name)
    case .changeOffice(let change): change.words
    case .changeContract(let rule): CommandWords(ContractEditVerb.name, about: { _ in rule.contract.name })
    case .setOnCall: CommandWords(OnCallVerb.name)
    case .closeDay: CommandWords(UnspokenVerb.closeDay)
    case .openDesk: CommandWords(UnspokenVerb.openDesk)
    case .setTemplate(let rule): CommandWords(TemplateSetVerb.name, about: { _ in rule.template.name })
    case .setSendingRule(let rule):
      CommandWords(
        rule.isRemoved ? SendingRuleRemoveVerb.name : SendingRuleSetVerb.name,
        about: { _ in rule.sendingRule.name })
    case .sendMessage(let id, let rule):
      CommandWords(MessageVerb.name, detail: { rule.name(in: $0.office.order(id)) })
    case .recallMessage: CommandWords(MessageRecallVerb.name)
    case .reportMessage(_, let report): CommandWords(report.outcome.verb)
    case .settleConflict: CommandWords(SettleVerb.name)
    case .leaseNumbers: CommandWords(UnspokenVerb.leaseNumbers)
    case .eraseWords: CommandWords(PersonEraseVerb.name)
    case .changeHandover(let rule): CommandWords(rule.verb)
    case .logWorkOrder(let rule):
      CommandWords(LogVerb.name, about: { $0.office.order(rule.work.id).map { String($0.number) } })
    case .importWorkOrder: CommandWords(ImportVerb.name)
    case .editWorkOrder(_, let edit):
      CommandWords(edit.changes.map(\.field) == [.window] ? WindowVerb.name : EditVerb.name)
    case .triageWorkOrder: CommandWords(TriageVerb.name)
    case .setPriority(_, let rule): CommandWords(ChangePriorityVerb.name, detail: { _ in rule.priority.text })
    case .raisePriority: CommandWords(ChangePriorityVerb.name)
    case .flagWorkOrder(_, let rule):
      CommandWords(FlagVerb.name, detail: { _ in rule.isFlagged ? nil : "off" })
    case .claimWorkOrder(_, let rule):
      CommandWords(ClaimVerb.name, detail: { _ in rule.isTaken ? nil : "off" })
    case .assignVisit(_, let rule):
      CommandWords(
        rule.isFurther ?? false ? FurtherVisitVerb.name : AssignVerb.name,
        detail: { "to \($0.technician(rule.technician)) \($0.planned(rule.start))" })
    case .giveWork: CommandWords(AssignVerb.name)
    case .returnForRework: CommandWords(ReworkVerb.name)
    case .postponeWorkOrder(_, let rule):
      CommandWords(PostponeVerb.name, detail: { words in rule.day.map { "to \(words.day($0))" } })
    case .unassignVisit(_, let rule):
      CommandWords(
        rule.visit != nil ? FurtherVisitVerb.name : UnassignVerb.name,
        detail: { words in rule.replacing.map { "from \(words.technician($0))" } })
    case .moveVisit(_, let rule): CommandWords(MoveVerb.name, detail: { $0.place(of: rule) })
    case .pinVisit(_, let rule):
      CommandWords(PinVerb.name, detail: { _ in rule.pin.map(Wording.pin) ?? "as before" })
    case .crewVisit(_, let rule): CommandWords(CrewVerb.name, detail: { $0.crew(rule) })
    case .dispatchVisit: CommandWords(DispatchVerb.name)
    case .reportDispatch, .reportAnomaly: CommandWords(ReplayVerb.name)
    case .seeVisit: CommandWords(SeenVerb.name)
    case .acceptVisit: CommandWords(AcceptVerb.name)
    case .declineVisit: CommandWords(DeclineVerb.name)
    case .startTravel: CommandWords(TravelVerb.name)
    case .arriveOnSite: CommandWords(OnSiteVerb.name)
    case .holdWorkOrder(_, let rule):
      CommandWords(HoldVerb.name, detail: { _ in "for \(rule.reason.rawValue)" })
    case .releaseWorkOrder: CommandWords(ReleaseVerb.name)
    case .completeVisit: CommandWords(CompleteVerb.name)
    case .reportNotDone: CommandWords(NotDoneVerb.name)
    case .takeBackStep: CommandWords(StepBackVerb.name)
    case .closeWorkOrder(_, let rule): CommandWords(rule.approves == true ? ApproveVerb.name : CloseVerb.name)
    case .reopenWorkOrder: CommandWords(ReopenVerb.name)
    case .cancelWorkOrder: CommandWords(CancelVerb.name)
    case .markDuplicate(_, let rule):
      CommandWords(DuplicateVerb.name, detail: { $0.office.order(rule.original).map { "of \($0.number)" } })
    case .chaseWorkOrder: CommandWords(ChaseVerb.name)
    case .usePart: CommandWords(PartVerb.name)
    case .addNote: CommandWords(NoteVerb.name)
    case .useThread: CommandWords(SayVerb.name)
    case .explainBreach: CommandWords(BreachCauseVerb.name)
    case .changeAlert(let id, let rule):
      CommandWords(
        rule.verb,
        about: { _ in
          [id.order.map(String.init), Wording.kind(id.kind)].compactMap(\.self).joined(separator: " ")
        })
    case .attachFile: CommandWords(AttachVerb.name)
    case .addTechnician(let rule):
      CommandWords(TechnicianAddVerb.name, about: { _ in rule.technician.name.words })
    case .editTechnician(let id, let edit): CommandWords(edit.verb, about: { $0.technician(id) })
    case .setShift(let id, let rule):
      CommandWords(ShiftVerb.name, about: { $0.technician(id) }, detail: { $0.day(rule.day) })
    case .addAbsence(let id, _): CommandWords(AbsenceVerb.name, about: { $0.technician(id) })
    case .setPresence(let id, let rule):
      CommandWords(StatusVerb.name, about: { $0.technician(id) }, detail: { _ in rule.presence.rawValue })
    case .addPerson(let rule): CommandWords(PersonAddVerb.name, about: { _ in rule.person.name.words })
    case .editPerson: CommandWords(PersonEditVerb.name)
    case .setPIN: CommandWords(PersonPINVerb.name)
    case .addCustomer(let rule): CommandWords(CustomerAddVerb.name, about: { _ in rule.customer.name })
    case .editCustomer(let id, _):
      CommandWords(CustomerEditVerb.name, about: { $0.office.customer(id)?.name })
    case .takeComplaint(let id, _):
      CommandWords(ComplaintVerb.name, about: { $0.office.customer(id)?.name })
    case .settleComplaint: CommandWords(AlertResolveVerb.name)
    case .addSite(let rule): CommandWords(SiteAddVerb.name, about: { _ in rule.site.name })
    case .editSite(let id, _): CommandWords(SiteEditVerb.name, about: { $0.office.site(id)?.name })
    case .showSecret: CommandWords(ShowCodeVerb.name)
    case .showPhone: CommandWords(ShowPhoneVerb.name)
    case .addEquipment(let rule): CommandWords(EquipmentAddVerb.name, about: { _ in rule.equipment.name })
    case .editEquipment(let id, _):
      CommandWords(EquipmentEditVerb.name, about: { $0.office.equipment(id)?.name })
    }
  }
}

extension ReportMessage.Outcome {
  fileprivate var verb: String {
    switch self {
    case .queued, .sent: OutboxVerb.name
    case .delivered: MessageDeliveredVerb.name
    case .failed: MessageFailedVerb.name
    }
  }
}

extension ChangeAlert {
  var verb: String {
    switch change {
    case .owned, .escalated, .restored: AlertOwnVerb.name
    case .snoozed: AlertSnoozeVerb.name
    case .resolved: AlertResolveVerb.name
    }
  }
}

extension EditTechnician {
  /// The verb of the one thing that it changes, where that has a verb of its own.
  fileprivate var verb: String {
    guard changes.isEmpty, skills == nil else { return TechnicianEditVerb.name }
    if isActive == false { return TechnicianDeactivateVerb.name }
    return isActive == nil ? ShiftVerb.name : TechnicianEditVerb.name
  }
}

extension ChangeHandover {
  fileprivate var verb: String {
    switch change {
    case .add: HandoverAddVerb.name
    case .remove: HandoverDropVerb.name
    case .read: HandoverReadVerb.name
    case .take: HandoverTakeVerb.name
    case .restore: HandoverVerb.name
    }
  }
}

extension SendMessage {
  /// The template, or the words as they were written; where they are not at hand without the fields in braces.
  fileprivate func name(in order: WorkOrder?) -> String {
    switch content {
    case .template(let name): name
    case .words(let words):
      "\"\((order?.message(id)?.words.words ?? MergeText(words).withoutFields).clipped(24))\""
    }
  }
}

extension Wording {
  fileprivate func place(of move: MoveVisit) -> String? {
    let holder = move.technician.map { " to \(technician($0))" } ?? ""
    return move.start.map { "to \(planned($0))\(holder)" }
  }

  fileprivate func crew(_ rule: CrewVisit) -> String {
    rule.helpers.isEmpty ? "nobody" : names(rule.helpers, rule.roles)
  }
}
