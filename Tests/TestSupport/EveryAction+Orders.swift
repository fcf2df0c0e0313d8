import Domain

extension EveryAction {
  /// A call about something at one of the places.
  mutating func work(in office: Office, at now: Timestamp) -> LoggedWork {
    let receivedAt = now - .minutes(.random(in: 0...600, using: &numbers))
    let request = WorkRequest(
      id: id(), words: "dead", urgency: pick(Urgency.allCases) ?? .soon, source: .phone,
      receivedAt: receivedAt,
      phone: text("0151 496 0123"))
    var work = LoggedWork(
      id: id(), number: office.nextNumber, request: request, receivedAt: receivedAt,
      summary: "dead \(word())",
      priority: pick(Priority.allCases) ?? .p3, priorityIsConfirmed: flip())
    work.site = pick(office.sites.inOrder)?.id
    work.equipment = pick(office.equipment.inOrder.filter { $0.site == work.site })?.id
    work.trade = pick(office.technicians.inOrder.flatMap(\.skills).map(\.trade))
    return work
  }

  /// Who comes when.
  mutating func plan(_ kind: Kind, _ order: WorkOrder, in office: Office, at now: Timestamp) -> Command? {
    guard let technician = pick(office.technicians.inOrder)?.id else { return nil }
    let start = now + hours(-2...30)
    let visit = order.openVisit
    switch kind {
    case .assign:
      return .assignVisit(
        order.id,
        AssignVisit(
          visit: id(), technician: technician, start: start, length: flip() ? .minutes(45) : nil,
          replacing: order.technician, isTold: flip() ? nil : flip()))
    case .unassign: return .unassignVisit(order.id, UnassignVisit(replacing: order.technician))
    case .postpone:
      let day = office.today(at: now).adding(days: Int.random(in: 1...3, using: &numbers))
      return .postponeWorkOrder(order.id, PostponeWorkOrder(to: day, replacing: order.postponedTo))
    case .move, .handOn:
      return .moveVisit(
        order.id,
        MoveVisit(
          start: start, length: flip() ? .minutes(90) : nil, technician: kind == .handOn ? technician : nil,
          replacingStart: visit?.start, replacingTechnician: order.technician))
    case .pin:
      let pin = pick([nil, Pin.time, .technician, .both, .nothing]) ?? nil
      return .pinVisit(order.id, PinVisit(pin, replacing: visit?.pin))
    case .crew:
      let present = visit?.helpers ?? []
      let helpers: [Technician.ID] = flip() || technician == order.technician ? [] : [technician]
      return .crewVisit(order.id, CrewVisit(helpers, replacing: flip() ? present : []))
    case .further:
      if let waiting = order.furtherVisits.first, flip() {
        let back = UnassignVisit(replacing: waiting.activeAssignment?.technician, visit: waiting.id)
        return .unassignVisit(order.id, back)
      }
      var further = AssignVisit(
        visit: id(), technician: technician, start: start + .days(1), replacing: nil)
      further.isFurther = true
      return .assignVisit(order.id, further)
    case .promise:
      let range = TimeRange(start: start, end: start + .hours(2))
      let windows = [nil, AppointmentWindow.flexible, .exact(start), AppointmentWindow(.morning, range)]
      let to = (pick(windows) ?? nil).map { FieldText.plain($0.text) }
      let change = FieldChange(
        WorkOrder.Field.window, from: order.text(of: .window).map { .plain($0) }, to: to)
      return .editWorkOrder(order.id, EditWorkOrder([change]))
    default: return nil
    }
  }

  /// What is said of an order, and what has been said of its alerts and to its customer.
  mutating func change(_ kind: Kind, _ order: WorkOrder, in office: Office, at now: Timestamp) -> Command? {
    let id = order.id
    let tomorrow = office.today(at: now).adding(days: 1)
    switch kind {
    case .edit: return .editWorkOrder(id, EditWorkOrder([field(.summary, from: order.summary)]))
    case .triage:
      return .triageWorkOrder(
        id,
        TriageWorkOrder(
          changes: flip() ? [] : [field(.category, from: order.category)], priority: flip() ? nil : .p2,
          reason: "so",
          replacingPriority: order.priority))
    case .priority:
      return .setPriority(
        id, SetPriority(pick(Priority.allCases) ?? .p1, reason: word(), replacing: order.priority))
    case .raise:
      return .raisePriority(id, RaisePriority(to: .p1, because: .age(since: now), replacing: order.priority))
    case .flag: return .flagWorkOrder(id, FlagWorkOrder(flip(), until: flip() ? nil : tomorrow))
    case .claim: return .claimWorkOrder(id, ClaimWorkOrder(order.claim == nil, replacing: order.claim?.by))
    case .explainBreach:
      let clock: ClockFace.Kind = flip() ? .response : .fix
      let known = order.breaches.first { $0.clock == clock }?.cause
      return .explainBreach(
        id, ExplainBreach(clock, pick(BreachCause.allCases), note: word(), replacing: known))
    case .ownAlert, .snoozeAlert, .resolveAlert:
      guard let alert = pick(office.orders.inOrder.flatMap { office.alerts(of: $0, at: now) }) else {
        return nil
      }
      let owner = pick(office.people.inOrder.map(\.id))
      let change: AlertChange =
        switch kind {
        case .ownAlert: .owned(owner)
        case .snoozeAlert: .snoozed(until: now + .minutes(30))
        default: .resolved(note: word())
        }
      return .changeAlert(alert.id, ChangeAlert(change, replacing: alert.standing.owner))
    case .chase:
      return .chaseWorkOrder(
        id,
        ChaseWorkOrder(
          WorkRequest(
            id: self.id(), words: word(), urgency: order.urgency, source: .phone, receivedAt: now)))
    case .message:
      return .sendMessage(id, SendMessage(id: self.id(), to: .customer, .words("We come \(word()).")))
    case .recall:
      let waiting = office.orders.inOrder.flatMap { order in order.messages.map { (order.id, $0) } }
      return pick(waiting.filter { $0.1.state == .waiting }).map {
        .recallMessage($0.0, RecallMessage($0.1.id))
      }
    case .messageFared:
      let all = office.orders.inOrder.flatMap { order in order.messages.map { (order.id, $0.id) } }
      let outcomes: [ReportMessage.Outcome] = [.queued, .sent, .delivered, .failed("no such number")]
      guard let (order, message) = pick(all), let outcome = pick(outcomes) else { return nil }
      return .reportMessage(order, ReportMessage(message, outcome))
    default: return nil
    }
  }

  /// What happened on the way and there.
  mutating func report(_ kind: Kind, _ order: WorkOrder, in office: Office, by person: Person.ID) -> Command?
  {
    let id = order.id
    let technician = pick(office.technicians.inOrder)?.id
    switch kind {
    case .tell: return .dispatchVisit(id, DispatchVisit(by: pick([nil, .phone, .message]) ?? nil))
    case .reportDispatch:
      return technician.map { .reportDispatch(id, ReportDispatch(visit: self.id(), technician: $0)) }
    case .see: return .seeVisit(id, SeeVisit())
    case .accept: return .acceptVisit(id, AcceptVisit())
    case .decline: return .declineVisit(id, DeclineVisit(reason: word()))
    case .travel: return .startTravel(id, StartTravel())
    case .arrive: return .arriveOnSite(id, ArriveOnSite())
    case .slip:
      guard let visit = order.openVisit, let active = visit.activeAssignment else { return nil }
      return .takeBackStep(id, TakeBackStep(active.status, of: visit.id))
    case .complete: return .completeVisit(id, CompleteVisit(CompletionReport(did: word(), parts: ["BLT-22"])))
    case .notDone: return .reportNotDone(id, ReportNotDone(reason: word()))
    case .noAccess:
      return .reportNotDone(id, ReportNotDone(reason: word(), noAccess: "locked", charges: flip()))
    case .part: return .usePart(id, UsePart(word(), pick(["1", "2", "1.5 m"]) ?? "1"))
    case .note: return .addNote(id, AddNote(word()))
    case .say: return .useThread(id, UseThread(.say(word())))
    case .read: return .useThread(id, UseThread(.read(order.thread.words.count)))
    case .anomaly: return .reportAnomaly(id, ReportAnomaly(.outOfOrder, detail: word()))
    case .file:
      let hash = Digest(rawBytes: (0..<32).map { _ in UInt8.random(in: 0...255, using: &numbers) }) ?? .zero
      return .attachFile(id, AttachFile(sha256: hash, name: "a.jpg", type: "image/jpeg", bytes: 1))
    default: return nil
    }
  }

  /// What stops an order, for a while or for good, and what lets it go on.
  mutating func ownEnd(_ kind: Kind, _ order: WorkOrder, in office: Office, at now: Timestamp) -> Command? {
    let id = order.id
    switch kind {
    case .hold:
      let due = flip() ? nil : now + .hours(5)
      return .holdWorkOrder(
        id, HoldWorkOrder(reason: pick(HoldReason.allCases) ?? .parts, note: word(), partDue: due))
    case .release: return .releaseWorkOrder(id, ReleaseWorkOrder(visit: self.id()))
    case .close: return .closeWorkOrder(id, CloseWorkOrder(resolution: flip() ? nil : word()))
    case .reopen:
      return .reopenWorkOrder(id, ReopenWorkOrder(reason: word(), visit: flip() ? nil : self.id()))
    case .rework:
      return pick(office.reviewQueue).map {
        .returnForRework($0.id, ReturnForRework(reason: word(), visit: self.id()))
      }
    case .cancel:
      return .cancelWorkOrder(
        id, CancelWorkOrder(reason: pick(CancelReason.allCases) ?? .customer, words: word()))
    case .duplicate: return pick(office.orders.inOrder).map { .markDuplicate(id, MarkDuplicate(of: $0.id)) }
    default: return nil
    }
  }
}
