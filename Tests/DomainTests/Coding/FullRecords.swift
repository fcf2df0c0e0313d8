import Domain

/// One of each record with every field filled, and none with what it has by itself.
enum FullRecords {
  static let instant = Timestamp(seconds: 1_790_000_000)
  static let stamp = Stamp(by: id(90), at: instant, console: id(92))

  static func id<Subject>(_ number: UInt64) -> Identifier<Subject> { Identifier(high: 7, low: number) }

  static func words(_ text: String) -> PersonalText { PersonalText(id: id(60), words: text) }

  static let report = CompletionReport(
    did: "belt changed", cause: "worn", work: .minutes(40), travel: .minutes(12), parts: ["belt"],
    signature: .by(words("Ms Roe")), cost: Money(hundredths: 12_500), resolution: "replaced",
    proof: .code, rating: 4)

  static let hold = Hold(
    reason: .parts, note: "valve", nextStep: "fit it", options: "lend one", owner: id(91), since: instant,
    reviewAt: instant + .minutes(30), partDue: instant + .minutes(90))

  static let resolution = AlertResolution(note: "called him", by: id(90), at: instant)

  static var alertLife: AlertLife {
    var life = AlertLife(
      Alert.ID(
        .overrun, order: 20_418, technician: "ana", customer: id(3), conflict: id(4), console: id(5),
        cause: instant),
      at: instant)
    life.owner = id(90)
    life.snoozedUntil = instant + .minutes(10)
    life.level = .supervisor
    life.raisedTo = [.supervisor]
    life.resolution = resolution
    return life
  }

  static var visit: Visit {
    var assignment = Assignment(technician: id(4), status: .done, assignedAt: instant, assignedBy: id(90))
    assignment.dispatchedAt = instant + .minutes(1)
    assignment.toldBy = .message
    assignment.seenAt = instant + .minutes(2)
    assignment.acceptedAt = instant + .minutes(3)
    assignment.travellingAt = instant + .minutes(4)
    assignment.onSiteAt = instant + .minutes(5)
    assignment.endedAt = instant + .minutes(6)
    assignment.reason = "no tools"
    assignment.nextStep = "bring tools"
    assignment.report = report
    var visit = Visit(id: id(5), start: instant, estimate: .minutes(45), assignments: [assignment])
    visit.pin = .both
    visit.helpers = [Technician.ID(high: 6, low: 6)]
    visit.roles = [CrewRole(Technician.ID(high: 6, low: 6), "apprentice")]
    visit.isFurther = true
    return visit
  }

  static var message: OutgoingMessage {
    var message = OutgoingMessage(
      id: id(6), to: .customer(id(3)), channel: .mail, address: words("roe@example.org"),
      words: words("We come at nine."), template: "visit-booked", cause: .with("work-order.move"),
      tells: instant, stamp, waitsUntil: instant + .minutes(1))
    message.state = .failed
    message.sentAt = instant + .minutes(2)
    message.why = "no such address"
    message.attempts = 2
    return message
  }

  static var logged: LoggedWork {
    let request = WorkRequest(
      id: id(1), words: "It leaks", urgency: nil, source: .mail, receivedAt: instant, caller: words("Roe"),
      phone: words("0151 1"))
    var logged = LoggedWork(
      id: id(2), number: 20_418, request: request, receivedAt: instant, summary: "Leak", priority: .p2,
      priorityIsConfirmed: true, service: .inspection, estimate: .minutes(75))
    logged.reference = "A-1"
    logged.description = "under the sink"
    logged.category = "water"
    logged.trade = Trade("plumbing")
    logged.skills = [SkillRequirement(trade: Trade("plumbing"), level: 3)]
    logged.window = TimeRange(start: instant, length: .minutes(120))
    logged.windowKind = .morning
    logged.moneyLimit = Money(hundredths: 40_000)
    logged.customer = id(3)
    logged.site = id(8)
    logged.equipment = id(9)
    logged.impact = .cosmetic
    logged.unasked = [UnaskedQuestion(.window, reason: "he hung up"), UnaskedQuestion(.urgency, reason: nil)]
    return logged
  }

  static var imported: ImportedWork {
    var work = ImportedWork(logged: logged)
    var visit = ImportedVisit(id: id(5), technician: id(4))
    visit.assignedAt = instant
    visit.acceptedAt = instant
    visit.travellingAt = instant + .minutes(1)
    visit.onSiteAt = instant + .minutes(2)
    visit.doneAt = instant + .minutes(3)
    work.visits = [visit]
    work.closedAt = instant
    work.endedAs = .closed
    work.notes = ["noise"]
    work.report = report
    work.contradictions = ["closed before it was received"]
    return work
  }

  static var order: WorkOrder {
    var order = WorkOrder(logged, at: instant + .minutes(1))
    order.priorityReason = "water near power"
    order.prioritySetAt = instant
    order.sourceReport = report
    order.agreedPriority = .p3
    order.triagedAt = instant
    order.postponedTo = CivilDate(daysSinceEpoch: 20_700)
    order.visits = [visit]
    order.formerTechnicians = [id(10)]
    order.hold = hold
    order.pastHolds = [PastHold(hold: hold, releasedAt: instant, releasedBy: id(90))]
    order.claim = Claim(by: id(90), at: instant)
    order.flag = FollowUp(until: CivilDate(daysSinceEpoch: 20_701), by: id(90), at: instant)
    order.notes = [Note(words: "dog", by: id(90), at: instant)]
    order.attachments = [
      Attachment(
        sha256: Digest(rawBytes: Array(1...32)) ?? .zero, name: "leak.jpg", type: "image/jpeg", bytes: 9,
        by: id(90), at: instant)
    ]
    order.messages = [message]
    order.anomalies = [
      Anomaly(
        .outOfOrder, detail: "seen before told",
        facts: Anomaly.Facts(
          technician: id(4), visit: id(5), step: .seen, from: .dispatched, ending: .closed, number: 7,
          told: instant, counted: instant), at: instant)
    ]
    order.ruleMarks = [RuleMark(.criticalLift, cause: "critical", at: instant)]
    order.alertLives = [alertLife]
    order.breaches = [BreachExplanation(.fix, .parts, note: "valve", by: id(90), at: instant)]
    order.missedAccesses = [
      MissedAccess(visit: id(5), technician: id(4), evidence: "photo", charges: true, at: instant)
    ]
    order.ending = Ending(
      .duplicate(of: id(11), number: 20_419), at: instant, by: id(90), takenBackAt: instant)
    order.pastEndings = [
      Ending(
        .cancelled(.weather, words: "storm", fee: Money(hundredths: 1)), at: instant, by: id(90),
        takenBackAt: instant)
    ]
    order.rating = 2
    order.reworks = [Rework(visit: id(5), reason: "leaks still", by: id(90), at: instant)]
    order.firstAssignedAt = instant
    order.firstOnSiteAt = instant + .minutes(9)
    order.isWorkedOnHere = true
    order.needsNewerConsole = true
    // What only events may set.
    var office = Office.unfounded
    office.orders[order.id] = order
    for event in [
      WorkOrderEvent.thread(.said(.desk, "ring first")), .thread(.read(.desk, through: 1)),
      .thread(.read(.technician, through: 1)), .thread(.readAlone(through: 1)), .thread(.heard(through: 1)),
      .partUsed("belt", quantity: "2"),
      .signOffSealed(SignOffSeal("123456", toldBy: id(61)))
    ] { office.apply(.workOrder(order.id, event), stamp) }
    return office.order(order.id) ?? order
  }

  static var closed: ServiceLevelRecord {
    let outcome = ServiceLevelRecord.Outcome(
      dueAt: instant, metAt: instant + .minutes(1), remaining: .minutes(2), paused: .minutes(3))
    return ServiceLevelRecord(response: outcome, fix: outcome, resolution: "dry")
  }

  static var equipment: Equipment {
    var equipment = Equipment(id: id(9), name: "Lift 1", site: id(8))
    equipment.parent = id(12)
    equipment.status = .outOfService
    equipment.criticality = .critical
    equipment.purchasedOn = CivilDate(daysSinceEpoch: 18_000)
    equipment.warrantyUntil = CivilDate(daysSinceEpoch: 21_000)
    equipment.user = words("Mr Poe")
    equipment.details[.maker] = "Otto"
    equipment.details[.floor] = "3"
    equipment.history = [
      ServiceRecord(
        order: 20_001, closedAt: instant, technician: id(4), summary: "squeaks", did: "oiled", cause: "dry",
        parts: ["oil"], work: .minutes(20), cost: Money(hundredths: 900))
    ]
    return equipment
  }

  static var site: Site {
    var site = Site(id: id(8), name: "Mill", customer: id(3), isProvisional: true)
    site.zone = "north"
    site.coordinates = Coordinates(latitude: 53.4, longitude: -2.9)
    site.timeZone = "Europe/London"
    site.hours = try? OpeningHours("Mon-Fri 08:00-18:00")
    site.contact = words("Ms Roe")
    site.phone = words("0151 2")
    site.details[.hazards] = "asbestos"
    return site
  }

  static var customer: Customer {
    var customer = Customer(id: id(3), name: "Mill Ltd", tier: .gold)
    customer.parent = id(13)
    customer.contract = id(14)
    customer.phone = words("0151 3")
    customer.contact = words("Mr Doe")
    customer.preferences = "mornings"
    customer.credit = "ask first"
    customer.language = "de"
    customer.preferred = [id(16)]
    customer.refused = [id(17)]
    var complaint = Complaint(id: id(15), words: "late again", order: 20_418, at: instant, by: id(90))
    complaint.resolution = resolution
    customer.complaints = [complaint]
    customer.alertLives = [alertLife]
    return customer
  }

  static var skill: Skill {
    Skill(trade: Trade("hvac"), level: 2, expiresOn: CivilDate(daysSinceEpoch: 20_900))
  }
}
