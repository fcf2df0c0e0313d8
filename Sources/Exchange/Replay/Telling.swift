import Domain

/// One event of a recorded day on the way to what it comes to.
struct Telling {
  let event: ReplayEvent
  let at: Timestamp
  let id: WorkOrder.ID
  let order: WorkOrder?
  let office: Office
  private(set) var said: [(by: Person.ID, commands: [Command])] = []

  init(event: ReplayEvent, at: Timestamp, id: WorkOrder.ID, order: WorkOrder?, office: Office) {
    self.event = event
    self.at = at
    self.id = id
    self.order = order
    self.office = office
  }

  mutating func tell(_ time: PlacedDay.Time, _ zone: ZoneRules) {
    if order == nil, event.kind != .callCreated {
      logUnheard()
      note(.outOfOrder, "\(event.kind.rawValue) before the call came in")
    }
    if let claimed = time.claimed {
      note(.outOfOrder, "\(event.kind.rawValue) says \(zone.civil(at: claimed).text), which is still to come")
    } else if time.isLate {
      note(.outOfOrder, "\(event.kind.rawValue) of \(zone.civil(at: time.at).text) comes late")
    }
    switch event.kind {
    case .callCreated: created()
    case .callEntered: entered()
    case .callClosed: closed()
    case .unitDispatched: dispatched()
    case .unitEnroute: enroute()
    case .unitOnScene: onScene()
    case .unitTransport: goesOn("leaves with the patient")
    case .unitHospital: goesOn("is at the hospital")
    case .unitAvailable: available()
    }
  }
}

extension Telling {
  private var unit: Technician.ID { ReplayOffice.technician(event.unit) }
  private var crew: Person.ID { ReplayOffice.person(event.unit) }
  private var visit: Visit? { order?.unfinishedVisit(of: unit) }

  /// The last attendance of this unit that is over.
  private var formerVisit: Visit? {
    order?.visits.last { $0.assignment?.technician == unit && $0.assignment?.status.isOver ?? false }
  }

  /// Whether the event is about an attendance that has ended since.
  private var isOfFormerVisit: Bool {
    visit == nil && formerVisit?.assignment?.endedAt.map { at <= $0 } ?? false
  }

  private mutating func say(_ commands: Command..., by person: Person.ID = ReplayOffice.teller) {
    said.append((person, commands))
  }

  private mutating func note(_ kind: Anomaly.Kind, _ detail: String) {
    say(.reportAnomaly(id, ReportAnomaly(kind, detail: detail)))
  }

  /// The one who turned up is on the order from now on, sent or not; the id of the visit.
  private mutating func sendUnannounced() -> Visit.ID {
    let visit: Visit.ID = newVisit
    say(.reportDispatch(id, ReportDispatch(visit: visit, technician: unit, wasSent: false)))
    return visit
  }

  /// One attendance of a unit at a call has one id, a second one another.
  private var newVisit: Visit.ID {
    let before = order?.visits.count { $0.assignments.contains { $0.technician == unit } } ?? 0
    return StableIdentifier.make("visit", "\(event.call) \(event.unit) \(before)")
  }

  private mutating func dispatched() {
    if isOfFormerVisit { return note(.outOfOrder, "\(event.unit) dispatched after it was available again") }
    say(.reportDispatch(id, ReportDispatch(visit: newVisit, technician: unit)))
  }

  /// Whoever sets off has said yes.
  private mutating func enroute() {
    if isOfFormerVisit { return note(.outOfOrder, "\(event.unit) en route after it was available again") }
    switch visit?.assignment?.status {
    case .onSite?: note(.outOfOrder, "\(event.unit) en route after it arrived")
    case .travelling?: note(.outOfOrder, "\(event.unit) en route twice")
    case .accepted?: say(.startTravel(id, StartTravel(visit: visit?.id)), by: crew)
    case .tentative?, .scheduled?, .dispatched?, .seen?, .done?, .notDone?, .declined?, nil:
      let visit = visit?.id ?? sendUnannounced()
      say(
        .acceptVisit(id, AcceptVisit(visit: visit)), .startTravel(id, StartTravel(visit: visit)), by: crew)
    }
  }

  private mutating func onScene() {
    if isOfFormerVisit { return note(.outOfOrder, "\(event.unit) on scene after it was available again") }
    if visit?.assignment?.status == .onSite { return note(.outOfOrder, "\(event.unit) on scene twice") }
    let visit = visit?.id ?? sendUnannounced()
    say(.arriveOnSite(id, ArriveOnSite(visit: visit)), by: crew)
  }

  private mutating func goesOn(_ words: String) {
    let isKnown = visit != nil
    if !isKnown { note(.unannounced, "\(event.unit) \(words), not on this call") }
    say(.addNote(id, AddNote("\(event.unit) \(words)")), by: isKnown ? crew : ReplayOffice.teller)
  }

  private mutating func available() {
    guard let visit, let holder = visit.assignment else {
      let isAgain = formerVisit != nil
      return note(
        isAgain ? .outOfOrder : .unannounced,
        isAgain ? "\(event.unit) available twice" : "\(event.unit) available, and was not dispatched")
    }
    say(Self.end(of: visit, holder, on: id), by: crew)
  }

  /// Done, or not needed any more before anybody was there.
  private static func end(of visit: Visit, _ holder: Assignment, on id: WorkOrder.ID) -> Command {
    guard holder.status == .onSite else {
      return .reportNotDone(id, ReportNotDone(reason: "available again before arrival", visit: visit.id))
    }
    return .completeVisit(id, CompleteVisit(CompletionReport(did: "attended"), visit: visit.id))
  }

  private mutating func closed() {
    guard let order else {
      return say(.closeWorkOrder(id, CloseWorkOrder(resolution: event["disposition"] ?? "closed")))
    }
    if order.isEnded { return note(.afterTheEnd, "closed after \(order.status.rawValue)") }
    for visit in order.visits {
      guard let holder = visit.activeAssignment else { continue }
      let handle = office.technician(holder.technician)?.handle ?? ""
      note(.outOfOrder, "closed while \(handle) is \(holder.status.rawValue)")
      say(Self.end(of: visit, holder, on: id))
    }
    say(.closeWorkOrder(id, CloseWorkOrder(resolution: event["disposition"] ?? "closed")))
  }

  private mutating func entered() {
    if order?.isEnded ?? false { return note(.afterTheEnd, "entered after the end") }
    say(.triageWorkOrder(id, TriageWorkOrder()))
  }
}

extension Telling {
  private mutating func created() {
    guard let order else {
      return say(.logWorkOrder(LogWorkOrder(call(), provisionalSite: unknownSite)))
    }
    // Somebody spoke of it before it came in; what it is about is known from now on.
    guard order.trade == Self.unheardTrade, order.summary == unheardSummary, !order.isEnded else {
      return note(.outOfOrder, "call.created again")
    }
    if let site = unknownSite { say(.addSite(AddSite(site)), by: ReplayOffice.teller) }
    let call = call()
    var after = order
    after.summary = call.summary
    after.category = call.category
    after.trade = call.trade
    after.site = call.site
    let changes = [WorkOrder.Field.summary, .category, .trade, .site].compactMap { field in
      order.text(of: field) == after.text(of: field)
        ? nil
        : FieldChange(
          field, from: order.text(of: field).map { .plain($0) }, to: after.text(of: field).map { .plain($0) })
    }
    say(
      .triageWorkOrder(
        id, TriageWorkOrder(changes: changes, priority: call.priority, reason: "the call came in late")))
  }

  private static let unheardTrade = Trade("general")
  private var unheardSummary: String { "call \(event.call), not on record yet" }

  private mutating func logUnheard() {
    var work = LoggedWork(
      id: id, number: 0, request: request("Somebody was sent; the call itself is not on record.", .today),
      receivedAt: at, summary: unheardSummary, priority: .p2)
    work.reference = event.call
    work.trade = Self.unheardTrade
    say(.logWorkOrder(LogWorkOrder(work)))
  }

  private func request(_ words: String, _ urgency: Urgency) -> WorkRequest {
    WorkRequest(
      id: StableIdentifier.make("request", event.call), words: words, urgency: urgency, source: .phone,
      receivedAt: at)
  }

  private func call() -> LoggedWork {
    let type = event["type"] ?? event["group"] ?? "Call"
    let priority = Self.priority(event["priority"], group: event["group"])
    let words = [type, event["group"], event["area"]].compactMap(\.self).joined(separator: " · ")
    var work = LoggedWork(
      id: id, number: 0, request: request(words, priority <= .p2 ? .now : .today), receivedAt: at,
      summary: type, priority: priority)
    work.reference = event.call
    work.category = event["group"]
    work.trade = Self.trade(of: type)
    work.estimate = ReplayOffice.trades[work.trade]?.estimate ?? work.estimate
    work.description = event["incident"].map { "Incident \($0)" }
    work.site = site?.id
    return work
  }

  /// 3 is an emergency, 2 is none; letters are the source's own finer classes, E the worst.
  private static func priority(_ word: String?, group: String?) -> Priority {
    let isDire = group == "Potentially Life-Threatening" || group == "Fire"
    switch word {
    case "3", "E", "D": return isDire ? .p1 : .p2
    case "2", "C", "B": return .p3
    case _: return .p4
    }
  }

  private static func trade(of type: String) -> Trade {
    let words = type.lowercased()
    let named = ["rescue", "collision", "collapse"].contains { words.contains($0) }
    if named { return Trade("rescue") }
    if words.contains("medical") { return Trade("medical") }
    let burns = ["fire", "alarm", "gas", "electrical", "odor", "smoke", "hazard", "explosion"]
    return Trade(burns.contains { words.contains($0) } ? "fire" : "general")
  }

  private var unknownSite: Site? { site.flatMap { office.site($0.id) == nil ? $0 : nil } }

  private var site: Site? {
    guard let address = event["address"] else { return nil }
    let words = [address, event["city"], event["zip"]].compactMap(\.self).joined(separator: ", ")
    var site = Site(id: StableIdentifier.make("site", words.folded), name: address, customer: nil)
    site.coordinates = event.place
    site.zone = event["zone"]
    site.details[.address] = words
    site.details[.region] = event["area"]
    return site
  }
}
