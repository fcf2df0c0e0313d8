public import Domain

extension Event {
  /// The name by which scripts and history know it; add, never rename.
  public var name: String {
    switch self {
    case .workOrder(_, let event): event.name
    case .office(let event): event.name
    case .technician(_, let event): event.name
    case .customer(_, let event):
      switch event {
      case .added: "customerAdded"
      case .edited: "customerEdited"
      case .complained: "complaintTaken"
      case .complaintSettled: "complaintSettled"
      case .complaintReopened: "complaintReopened"
      case .alertChanged(_, let change): change.name
      }
    case .site(_, let event):
      switch event {
      case .added: "siteAdded"
      case .edited: "siteEdited"
      case .secretShown: "secretShown"
      }
    case .equipment(_, let event):
      switch event {
      case .added: "equipmentAdded"
      case .edited: "equipmentEdited"
      }
    case .person(_, let event):
      switch event {
      case .added: "personAdded"
      case .edited: "personEdited"
      case .pinSet: "pinSet"
      case .pinRemoved: "pinRemoved"
      }
    }
  }
}

extension WorkOrderEvent {
  public var name: String {
    switch self {
    case .logged: "workLogged"
    case .imported: "workImported"
    case .importUpdated: "importUpdated"
    case .edited: "workEdited"
    case .triaged: "workTriaged"
    case .priorityChanged: "priorityChanged"
    case .priorityRestored: "priorityRestored"
    case .priorityRaised: "priorityRaised"
    case .ruleApplied: "ruleApplied"
    case .alertChanged(_, let change): change.name
    case .breachExplained: "breachExplained"
    case .accessMissed: "accessMissed"
    case .untriaged: "triageTakenBack"
    case .flagged: "workFlagged"
    case .unflagged: "flagRemoved"
    case .claimed: "workClaimed"
    case .claimReleased: "claimReleased"
    case .visitPlanned: "visitPlanned"
    case .furtherVisitPlanned: "furtherVisitPlanned"
    case .visitDropped: "visitDropped"
    case .visitMoved: "visitMoved"
    case .visitPinned: "visitPinned"
    case .visitCrewed: "visitCrewed"
    case .assigned: "visitAssigned"
    case .pencilledIn: "visitPencilledIn"
    case .unassigned: "visitUnassigned"
    case .dispatched: "visitDispatched"
    case .toldBy: "visitToldBy"
    case .seen: "visitSeen"
    case .accepted: "visitAccepted"
    case .declined: "visitDeclined"
    case .travelStarted: "travelStarted"
    case .arrived: "arrivedOnSite"
    case .putOnHold: "putOnHold"
    case .released: "holdReleased"
    case .holdRestored: "holdRestored"
    case .visitDone: "visitDone"
    case .visitNotDone: "visitNotDone"
    case .stepTakenBack: "stepTakenBack"
    case .closed: "workClosed"
    case .cancelled: "workCancelled"
    case .markedDuplicate: "markedDuplicate"
    case .reopened: "workReopened"
    case .endingRestored: "endingRestored"
    case .returnedForRework: "returnedForRework"
    case .calledAgain: "calledAgain"
    case .partUsed: "partUsed"
    case .noted: "noteAdded"
    case .thread(.said): "threadSaid"
    case .thread(.read), .thread(.readAlone): "threadRead"
    case .thread(.heard): "threadHeard"
    case .signOffSealed: "signOffSealed"
    case .attached: "fileAttached"
    case .anomalyFound: "anomalyFound"
    case .postponed: "workPostponed"
    case .message(_, let event): event.name
    }
  }
}

extension MessageEvent {
  public var name: String {
    switch self {
    case .written: "messageWritten"
    case .recalled: "messageRecalled"
    case .waitsAgain: "messageWaitsAgain"
    case .queued: "messageQueued"
    case .sent: "messageSent"
    case .delivered: "messageDelivered"
    case .failed: "messageFailed"
    }
  }
}

extension OfficeEvent {
  public var name: String {
    switch self {
    case .founded: "officeFounded"
    case .profileChanged: "profileChanged"
    case .limitsChanged: "limitsChanged"
    case .taxonomyChanged: "tradesChanged"
    case .zoneLearnt: "zoneLearnt"
    case .contractAdded: "contractAdded"
    case .contractChanged: "contractChanged"
    case .onCallSet: "onCallSet"
    case .onCallRemoved: "onCallRemoved"
    case .templateSet: "templateSet"
    case .templateRemoved: "templateRemoved"
    case .sendingRuleSet: "sendingRuleSet"
    case .sendingRuleRemoved: "sendingRuleRemoved"
    case .dayClosed, .dayEnded: "dayClosed"
    case .deskOpened: "deskOpened"
    case .handover(let event):
      switch event {
      case .lineAdded: "handoverLineAdded"
      case .deskTaken: "handoverTaken"
      case .unread: "handoverUnread"
      case .lineRemoved: "handoverLineRemoved"
      case .read: "handoverRead"
      case .taken: "handoverTaken"
      case .restored: "handoverRestored"
      }
    case .conflict(.arose): "conflictArose"
    case .conflict(.changed(_, .grew)): "conflictGrew"
    case .conflict(.changed(_, .settled)), .conflict(.changed(_, .accepted)): "conflictSettled"
    case .conflict(.changed(_, .entered)): "conflictEntered"
    case .conflict(.changed(_, .reopened)): "conflictReopened"
    case .conflict(.changed(_, .alertChanged)): "alertChanged"
    case .numbersLeased: "numbersLeased"
    case .wordsErased: "wordsErased"
    case .console(.started): "officeStarted"
    case .console(.enrolled): "personEnrolled"
    case .console(.joined): "consoleJoined"
    case .console(.revoked): "consoleRevoked"
    case .console(.alertChanged(_, let change)): change.name
    }
  }
}

extension TechnicianEvent {
  public var name: String {
    switch self {
    case .added: "technicianAdded"
    case .edited: "technicianEdited"
    case .skillsChanged: "skillsChanged"
    case .hoursChanged: "hoursChanged"
    case .shiftSet: "shiftSet"
    case .absenceAdded: "absenceAdded"
    case .absenceRemoved: "absenceRemoved"
    case .presenceSet: "presenceSet"
    case .deactivated: "technicianDeactivated"
    case .reactivated: "technicianReactivated"
    case .phoneShown: "phoneShown"
    }
  }
}

extension AlertChange {
  var name: String {
    switch self {
    case .owned(nil): "alertGivenBack"
    case .owned: "alertOwned"
    case .snoozed: "alertSnoozed"
    case .resolved: "alertResolved"
    case .escalated: "alertEscalated"
    case .restored: "alertRestored"
    }
  }
}
