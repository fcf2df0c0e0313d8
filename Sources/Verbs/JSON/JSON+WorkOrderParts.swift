import Domain

extension Objects {
  static func customer(_ customer: Customer) -> JSONValue {
    .object([
      .init("name", .string(customer.name)), .init("tier", .string(customer.tier.rawValue)),
      .init("id", .string(customer.id.description))
    ])
  }

  static func site(_ site: Site) -> JSONValue {
    var object = JSONObject()
    object.add("name", site.name)
    object.add("address", site.address)
    object.add("zone", site.zone)
    object.add("lat", site.coordinates?.latitude)
    object.add("lon", site.coordinates?.longitude)
    object.add("id", site.id.description)
    object.add("hazards", site.details[.hazards])
    object.add("access", site.details[.access])
    object.add("hasAccessCode", site.details[.accessCode] != nil)
    return object.value
  }

  static func equipment(_ equipment: Equipment) -> JSONValue {
    var object = JSONObject()
    object.add("name", equipment.name)
    object.add("serial", equipment.details[.serial])
    object.add("id", equipment.id.description)
    object.add("maker", equipment.details[.maker])
    object.add("model", equipment.details[.model])
    return object.value
  }

  static func visit(_ visit: Visit, of order: WorkOrder, _ office: Office) -> JSONValue {
    var object = JSONObject()
    object.add("id", visit.id.description)
    object.add("start", visit.start?.rfc3339)
    object.add("end", visit.end?.rfc3339)
    object.add("estimateSeconds", JSONValue.integer(visit.estimate.seconds))
    object.add("pinned", order.openVisit?.id == visit.id && order.effectivePin != .nothing)
    object.add("assignments", visit.assignments.map { assignment($0, office) })
    if visit.isFurther != nil { object.add("further", true) }
    if let helpers = visit.helpers {
      object.add("along", helpers.compactMap { office.technician($0)?.handle }.map { JSONValue($0) })
      let roles = (visit.roles ?? []).compactMap { one -> JSONValue? in
        guard let handle = office.technician(one.technician)?.handle else { return nil }
        return .object([.init("technician", JSONValue(handle)), .init("role", JSONValue(one.role))])
      }
      if !roles.isEmpty { object.add("roles", roles) }
    }
    return object.value
  }

  static func assignment(_ assignment: Assignment, _ office: Office) -> JSONValue {
    var object = JSONObject()
    object.add(
      "technician", office.technician(assignment.technician)?.handle ?? assignment.technician.description)
    object.add("status", assignment.status.rawValue)
    object.add("assignedAt", assignment.assignedAt.rfc3339)
    object.add("assignedBy", office.person(assignment.assignedBy)?.handle)
    object.add("dispatchedAt", assignment.dispatchedAt?.rfc3339)
    object.add("seenAt", assignment.seenAt?.rfc3339)
    object.add("acceptedAt", assignment.acceptedAt?.rfc3339)
    object.add("travellingAt", assignment.travellingAt?.rfc3339)
    object.add("onSiteAt", assignment.onSiteAt?.rfc3339)
    object.add("doneAt", assignment.status == .done ? assignment.endedAt?.rfc3339 : nil)
    object.add("endedAt", assignment.endedAt?.rfc3339)
    object.add("reason", assignment.reason)
    object.add("nextStep", assignment.nextStep)
    object.add("report", assignment.report.map { report($0, office) })
    return object.value
  }

  static func report(_ report: CompletionReport, _ office: Office) -> JSONValue {
    var object = JSONObject()
    object.add("did", report.did)
    object.add("cause", report.cause)
    object.add("resolution", report.resolution)
    object.add("rating", report.rating)
    object.add("workSeconds", report.work.map { .integer($0.seconds) })
    object.add("travelSeconds", report.travel.map { .integer($0.seconds) })
    object.add("parts", report.parts.map { JSONValue($0) })
    object.add("cost", report.cost.map { money($0, office) })
    switch report.signature {
    case .by(let name): object.add("signedBy", name.words)
    case .refused(let reason): object.add("unsigned", reason)
    case nil: break
    }
    switch report.proof {
    case .code: object.add("signedWith", "code")
    case .wrongCode: object.add("signedWith", "wrong code")
    case .without(let why): object.add("signedWithoutCode", why)
    case nil: break
    }
    return object.value
  }

  static func hold(_ hold: Hold, _ office: Office) -> JSONValue {
    var object = JSONObject()
    object.add("reason", hold.reason.rawValue)
    object.add("note", hold.note)
    object.add("since", hold.since.rfc3339)
    object.add("reviewAt", hold.reviewAt.rfc3339)
    object.add("owner", office.person(hold.owner)?.handle)
    object.add("nextStep", hold.nextStep)
    object.add("options", hold.options)
    return object.value
  }

  static func pastHold(_ past: PastHold, _ office: Office) -> JSONValue {
    guard case .object(let members) = hold(past.hold, office) else { return .null }
    var object = JSONObject()
    object.add("releasedAt", past.releasedAt.rfc3339)
    object.add("releasedBy", office.person(past.releasedBy)?.handle)
    guard case .object(let more) = object.value else { return .object(members) }
    return .object(members + more)
  }

  static func request(_ request: WorkRequest, hidesPhone: Bool) -> JSONValue {
    var object = JSONObject()
    object.add("words", request.words)
    object.add("urgency", request.saidUrgency.map { JSONValue($0.rawValue) } ?? .null)
    object.add("source", request.source.rawValue)
    object.add("receivedAt", request.receivedAt.rfc3339)
    object.add("caller", request.caller?.words)
    object.add("phone", request.phone.map { hidesPhone ? Wording.hidden(phone: $0.words) : $0.words })
    return object.value
  }

  static func note(_ note: Note, _ office: Office) -> JSONValue {
    var object = JSONObject()
    object.add("words", note.words)
    object.add("by", office.person(note.by)?.handle)
    object.add("at", note.at.rfc3339)
    return object.value
  }

  static func attachment(_ attachment: Attachment, _ path: String?, _ office: Office) -> JSONValue {
    var object = JSONObject()
    object.add("sha256", attachment.sha256.description)
    object.add("name", attachment.name)
    object.add("type", attachment.type)
    object.add("bytes", attachment.bytes)
    object.add("path", path)
    object.add("by", office.person(attachment.by)?.handle)
    object.add("at", attachment.at.rfc3339)
    return object.value
  }

  static func anomaly(_ anomaly: Anomaly, _ wording: Wording) -> JSONValue {
    let facts = anomaly.facts
    var object = JSONObject()
    object.add("kind", anomaly.kind.rawValue)
    object.add("detail", wording.odd(anomaly))
    object.add("technician", wording.office.technician(facts?.technician)?.handle)
    object.add("step", facts?.step?.rawValue)
    object.add("from", facts?.from?.rawValue)
    object.add("ending", facts?.ending?.rawValue)
    object.add("number", facts?.number)
    object.add("told", facts?.told?.rfc3339)
    object.add("counted", facts?.counted?.rfc3339)
    object.add("at", anomaly.at.rfc3339)
    return object.value
  }

  static func ending(_ ending: Ending, _ office: Office) -> JSONValue {
    var object = JSONObject()
    switch ending.kind {
    case .closed(let record):
      object.add("kind", "closed")
      object.add("response", record.response.map(outcome))
      object.add("fix", record.fix.map(outcome))
      object.add("resolution", record.resolution)
    case .cancelled(let reason, let words, let fee):
      object.add("kind", "cancelled")
      object.add("reason", reason.rawValue)
      object.add("words", words)
      object.add("fee", fee.map { money($0, office) })
    case .duplicate(_, let number):
      object.add("kind", "duplicate")
      object.add("of", number)
    }
    object.add("at", ending.at.rfc3339)
    object.add("by", office.person(ending.by)?.handle)
    return object.value
  }

  static func outcome(_ outcome: ServiceLevelRecord.Outcome) -> JSONValue {
    var object = JSONObject()
    object.add("dueAt", outcome.dueAt.rfc3339)
    object.add("metAt", outcome.metAt?.rfc3339)
    object.add("remainingSeconds", JSONValue.integer(outcome.remaining.seconds))
    object.add("pausedSeconds", JSONValue.integer(outcome.paused.seconds))
    return object.value
  }

  static func proposal(_ proposal: PriorityProposal) -> JSONValue {
    var object = JSONObject()
    object.add("priority", proposal.priority.text)
    object.add("because", proposal.steps.map { JSONValue(Wording.step($0)) })
    return object.value
  }
}
