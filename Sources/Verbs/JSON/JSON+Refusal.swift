import Domain

extension Objects {
  /// What a script needs to react to a refusal, beside its code.
  static func detail(_ refusal: Refusal) -> JSONValue {
    var object = JSONObject()
    switch refusal {
    case .notFound(let subject), .taken(let subject), .inUse(let subject), .needsNewerConsole(let subject):
      addSubject(subject, to: &object)
    case .notAllowed(let permission, let role):
      object.add("permission", permission.rawValue)
      object.add("role", role.rawValue)
    case .changedSince(let subject, let field, let now):
      addSubject(subject, to: &object)
      object.add("field", field)
      object.add("now", now)
    case .broken(let broken):
      object.add("rule", broken.rule.rawValue)
      object.add("severity", broken.severity.rawValue)
      object.add("order", broken.order)
      object.add("technician", broken.technician)
      addEvidence(broken.evidence, to: &object)
    case .overrideNeedsReason(let rule): object.add("rule", rule.rawValue)
    case .workEnded(let number, let status):
      object.add("order", number)
      object.add("status", status.rawValue)
    case .wrongState(let number, let status, let wanted):
      object.add("order", number)
      object.add("status", status.rawValue)
      object.add("wanted", wanted.rawValue)
    case .alreadyOnHold(let number, let hold):
      object.add("order", number)
      object.add("reason", hold.reason.rawValue)
      object.add("since", hold.since.rfc3339)
    case .notOnHold(let number): object.add("order", number)
    case .missing(let subject, let fields):
      addSubject(subject, to: &object)
      object.add("fields", fields.map { JSONValue($0) })
    case .fault(let fault):
      object.add("field", fault.field)
      object.add("word", fault.word)
      object.add("expected", fault.expected)
    case .undoImpossible(let obstacle): addObstacle(obstacle, to: &object)
    case .messageLeft(let number, let message):
      object.add("order", number)
      object.add("message", message.id.description)
      object.add("sentAt", message.sentAt?.rfc3339)
    case .personLeft(let handle): object.add("person", handle)
    case .planMovedOn: object.add("field", "plan")
    case .handoverUnread(let sections): object.add("unread", sections.map { JSONValue($0.rawValue) })
    }
    return object.value
  }

  private static func addSubject(_ subject: Subject, to object: inout JSONObject) {
    switch subject {
    case .order(let number): object.add("order", number)
    case .technician(let name): object.add("technician", name)
    case .customer(let name): object.add("customer", name)
    case .site(let name): object.add("site", name)
    case .equipment(let name): object.add("equipment", name)
    case .person(let name): object.add("person", name)
    case .contract(let name): object.add("contract", name)
    case .office(let name): object.add("office", name)
    case .message(let id): object.add("message", id)
    case .alert(let id): object.add("alert", id)
    case .conflict(let id): object.add("conflict", id)
    }
  }

  private static func addObstacle(_ obstacle: UndoObstacle, to object: inout JSONObject) {
    switch obstacle {
    case .nothingToUndo: object.add("reason", "nothingToUndo")
    case .nothingToRedo: object.add("reason", "nothingToRedo")
    case .nothing(let number):
      object.add("reason", "nothingToUndo")
      object.add("order", number)
    case .noEntry(let seq):
      object.add("reason", "noEntry")
      object.add("entry", seq)
    case .fact(let entry):
      object.add("reason", "fact")
      object.add("entry", entry.seq)
    case .alreadyUndone(let entry):
      object.add("reason", "alreadyUndone")
      object.add("entry", entry.seq)
    case .elsewhere(_, let seq, _):
      object.add("reason", "elsewhere")
      object.add("entry", seq)
    case .stepsOver(let over, _, _, let seq):
      object.add("reason", "stepsOver")
      object.add("over", over.seq)
      object.add("entry", seq)
    case .partly(_, let goes, _, let seq):
      object.add("reason", "partly")
      object.add("goes", JSONValue.array(goes.map { .integer(Int64($0)) }))
      object.add("entry", seq)
    }
  }

  private static func addEvidence(_ evidence: BrokenRule.Evidence, to object: inout JSONObject) {
    switch evidence {
    case .overlap(let order, let range, let freeFrom):
      object.add("with", order)
      object.add("start", range.start.rfc3339)
      object.add("end", range.end.rfc3339)
      object.add("freeFrom", freeFrom.rfc3339)
    case .skill(let needed, let held, let expiredOn):
      object.add("trade", needed.trade.name)
      object.add("level", needed.level)
      object.add("held", held)
      object.add("expiredOn", expiredOn?.iso)
    case .notWorking(let absent, let until):
      object.add("absent", Wording.absent(absent))
      object.add("until", until?.rfc3339)
    case .overBreak(let pause): object.add("break", range(pause))
    case .held(let reason, let reviewAt):
      object.add("reason", reason.rawValue)
      object.add("reviewAt", reviewAt.rfc3339)
    case .past(let start): object.add("start", start.rfc3339)
    case .window(let window, let arrival):
      object.add("window", range(window))
      object.add("arrival", arrival.rfc3339)
    case .travel(let needed, let from, let available):
      object.add("from", from)
      object.add("neededSeconds", JSONValue.integer(needed.seconds))
      object.add("availableSeconds", JSONValue.integer(available.seconds))
    case .overtime(let until, let shiftEnds):
      object.add("until", until.rfc3339)
      object.add("shiftEnds", shiftEnds.rfc3339)
    case .moneyLimit(let limit, let spent):
      object.add("limit", limit.text)
      object.add("spent", spent.text)
    case .pinned(let start, let holder):
      object.add("pinnedTo", start?.rfc3339)
      object.add("pinnedTechnician", holder)
    case .underWay(let handle, let since):
      object.add("onHisWay", handle)
      object.add("since", since.rfc3339)
    case .onSite(let handle, let since):
      object.add("onSite", handle)
      object.add("since", since.rfc3339)
    case .claimed(let by, let since):
      object.add("claimedBy", by)
      object.add("since", since.rfc3339)
    case .refused(let by): object.add("refusedBy", by)
    case .ruledOut(let name): object.add("sendingRule", name)
    case .hasDeclined(let reason): object.add("declined", reason)
    case .siteClosed(let site, let opens, let closes):
      object.add("site", site)
      object.add("opensAt", opens?.rfc3339)
      object.add("closesAt", closes?.rfc3339)
    }
  }
}
