public import Domain

/// The objects that scripts rely on: add, never rename.
public enum Objects {
  /// What a work order may say, where several are listed.
  static let workOrderKeys =
    """
    number id status priority priorityConfirmed priorityReason priorityProposal.priority \
    priorityProposal.because urgency trade category service summary description source reference createdAt \
    triagedAt changedAt score
    """ + Score.Term.Kind.allCases.map { " scoreTerms.\($0.rawValue)" }.joined() + """
       customer.name customer.tier customer.id site.name site.address site.zone site.lat site.lon site.id \
      site.hazards site.access site.hasAccessCode equipment.name equipment.serial equipment.id \
      equipment.maker equipment.model contract clocks estimateSeconds window.start window.end windowKind pin \
      nte.amount nte.currency skills visits report.did report.cause report.resolution report.workSeconds \
      report.travelSeconds report.parts report.cost.amount report.cost.currency report.signedBy \
      report.unsigned report.signedWith report.signedWithoutCode hold.reason hold.note hold.since \
      hold.reviewAt hold.owner hold.nextStep hold.options pastHolds claimedBy flags flaggedUntil requests \
      notes messages attachments ending.kind ending.response.dueAt ending.response.metAt \
      ending.response.remainingSeconds ending.response.pausedSeconds ending.fix.dueAt ending.fix.metAt \
      ending.fix.remainingSeconds ending.fix.pausedSeconds ending.resolution ending.reason ending.words \
      ending.fee.amount ending.fee.currency ending.of ending.at ending.by pastEndings impact breaches \
      missedAccesses anomalies
      """

  /// A work order with its clocks, score, visits, hold, all that is set; the shell's `show N`.
  /// `path` says where an attached file's bytes lie, where that is known. Among others an order hides the numbers of
  /// those who rang.
  public static func workOrder(
    _ order: WorkOrder, in office: Office, at now: Timestamp, hidesPhones: Bool = false,
    path: (Digest) -> String? = { _ in nil }
  ) -> JSONValue {
    var object = JSONObject()
    object.add("number", order.number)
    object.add("id", order.id.description)
    object.add("status", order.status.rawValue)
    object.add("priority", order.priority.text)
    object.add("priorityConfirmed", order.priorityIsConfirmed)
    object.add("priorityReason", order.priorityReason)
    object.add("priorityProposal", proposal(office.proposedPriority(of: order)))
    object.add("urgency", order.saidUrgency.map { JSONValue($0.rawValue) } ?? .null)
    object.add("trade", order.trade?.name)
    object.add("category", order.category)
    object.add("service", order.service.rawValue)
    object.add("summary", order.summary)
    object.add("description", order.description)
    object.add("source", order.source.rawValue)
    object.add("reference", order.reference)
    object.add("createdAt", order.receivedAt.rfc3339)
    object.add("triagedAt", order.triagedAt?.rfc3339)
    object.add("changedAt", order.lastChangedAt.rfc3339)
    addScore(office.score(of: order, at: now), to: &object)
    object.add("customer", office.customer(of: order).map(customer))
    object.add("site", office.site(order.site).map(site))
    object.add("equipment", office.equipment(order.equipment).map(equipment))
    object.add("contract", office.contract(of: order)?.name)
    object.add("clocks", office.clocks(of: order, at: now).map(clock))
    object.add("estimateSeconds", JSONValue.integer(order.estimate.seconds))
    object.add("window", order.window.map(range))
    object.add("windowKind", order.appointment?.kind.rawValue)
    object.add("pin", order.openVisit == nil ? nil : order.effectivePin.rawValue)
    object.add("nte", order.moneyLimit.map { money($0, office) })
    object.add("skills", order.skills.map { skill($0.trade, $0.level) })
    object.add("visits", order.visits.map { visit($0, of: order, office) })
    object.add("report", order.sourceReport.map { report($0, office) })
    object.add("hold", order.hold.map { hold($0, office) })
    object.add("pastHolds", order.pastHolds.map { pastHold($0, office) })
    object.add("claimedBy", order.claim.flatMap { office.person($0.by)?.handle })
    object.add("flags", flags(order))
    object.add("flaggedUntil", order.flag?.until?.iso)
    object.add("requests", order.requests.map { request($0, hidesPhone: hidesPhones) })
    object.add("notes", order.notes.map { note($0, office) })
    object.add("messages", order.messages.map { message($0, of: order, Wording(office: office, now: now)) })
    object.add("attachments", order.attachments.map { attachment($0, path($0.sha256), office) })
    object.add("ending", order.ending.map { ending($0, office) })
    object.add("pastEndings", order.pastEndings.map { ending($0, office) })
    object.add("impact", order.impact?.rawValue)
    object.add("rating", order.customerRating)
    object.add("breaches", order.breaches.map { breach($0, office) })
    object.add("missedAccesses", order.missedAccesses.map { missedAccess($0, office) })
    object.add("anomalies", order.anomalies.map { anomaly($0, Wording(office: office, now: now)) })
    return object.value
  }

  /// `flagged held provisional anomaly unconfirmed newer`: marks that rows show as signs.
  static func flags(_ order: WorkOrder) -> [JSONValue] {
    var flags: [JSONValue] = []
    if order.flag != nil { flags.append("followUp") }
    if order.claim != nil { flags.append("claimed") }
    if order.hold != nil { flags.append("held") }
    if !order.anomalies.isEmpty { flags.append("anomaly") }
    if order.needsNewerConsole { flags.append("newer") }
    return flags
  }

  static func addScore(_ score: Score, to object: inout JSONObject) {
    object.add("score", score.total)
    object.add(
      "scoreTerms", .object(score.terms.map { JSONValue.Member($0.kind.rawValue, JSONValue($0.points)) }))
  }

  static func clock(_ clock: ClockFace) -> JSONValue {
    var object = JSONObject()
    object.add("kind", clock.kind.rawValue)
    object.add("dueAt", clock.dueAt.rfc3339)
    object.add("state", clock.state.rawValue)
    object.add("remainingSeconds", JSONValue.integer(clock.remaining.seconds))
    object.add("pausedSeconds", JSONValue.integer(clock.paused.seconds))
    object.add("metAt", clock.metAt?.rfc3339)
    return object.value
  }

  static func money(_ money: Money, _ office: Office) -> JSONValue {
    .object([.init("amount", .string(money.text)), .init("currency", .string(office.profile.currency))])
  }

  static func range(_ range: TimeRange) -> JSONValue {
    .object([.init("start", .string(range.start.rfc3339)), .init("end", .string(range.end.rfc3339))])
  }

  static func skill(_ trade: Trade, _ level: Int) -> JSONValue {
    .object([.init("trade", .string(trade.name)), .init("level", JSONValue(level))])
  }
}

extension Objects {
  private static func breach(_ breach: BreachExplanation, _ office: Office) -> JSONValue {
    var object = JSONObject()
    object.add("clock", breach.clock.rawValue)
    object.add("cause", breach.cause.rawValue)
    object.add("note", breach.note)
    object.add("person", office.person(breach.by)?.handle)
    object.add("at", breach.at.rfc3339)
    return object.value
  }

  private static func missedAccess(_ missed: MissedAccess, _ office: Office) -> JSONValue {
    var object = JSONObject()
    object.add("technician", office.technician(missed.technician)?.handle)
    object.add("evidence", missed.evidence)
    object.add("charges", missed.charges)
    object.add("at", missed.at.rfc3339)
    return object.value
  }
}
