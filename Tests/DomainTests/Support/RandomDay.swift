import Domain

/// A random but repeatable day: commands of every kind, most of them accepted, and the time going on between
/// them.
struct RandomDay {
  var sample: SampleOffice
  var numbers: SeededNumbers
  private(set) var orders: [WorkOrder.ID] = []
  private(set) var accepted = 0
  private(set) var refused = 0
  /// Who acted last.
  private(set) var actor = SampleOffice.bea

  init(seed: UInt64, now: Timestamp = SampleOffice.tuesday) throws {
    sample = try SampleOffice(now: now)
    numbers = SeededNumbers(seed: seed)
  }

  /// Lets some time pass, often none or seconds, at times most of a day.
  mutating func pass() {
    let seconds: [ClosedRange<Int64>] = [
      0...0, 0...0, 1...70, 1...70, 60...2_000, 600...7_200, 3_600...60_000
    ]
    sample.now += .seconds(.random(in: seconds.randomElement(using: &numbers) ?? 0...0, using: &numbers))
  }

  /// Submits something; the events it came to, none when it was refused.
  mutating func act() throws -> (decision: Decision, before: Office)? {
    let before = sample.office
    guard let command = try next() else { return nil }
    do {
      actor = [SampleOffice.bea, SampleOffice.sam].randomElement(using: &numbers) ?? SampleOffice.bea
      let decision = try sample.submit(command, by: actor)
      accepted += 1
      if case .logWorkOrder(let log) = command { orders.append(log.work.id) }
      return (decision, before)
    } catch {
      refused += 1
      return nil
    }
  }
}

extension RandomDay {
  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[.random(in: 0..<values.count, using: &numbers)]
  }

  private mutating func next() throws -> Command? {
    if orders.count < 4 || Int.random(in: 0..<7, using: &numbers) == 0 { return log() }
    if Int.random(in: 0..<9, using: &numbers) == 0 { return record() }
    let id = pick(orders)
    guard let order = sample.office.order(id) else { return nil }
    let start = sample.now + .minutes(.random(in: -30...400, using: &numbers))
    let technician = pick([SampleOffice.ana, SampleOffice.chen, SampleOffice.brandt, SampleOffice.evans])
    switch Int.random(in: 0..<22, using: &numbers) {
    case 0...3:
      let visit = sample.newVisit()
      return .assignVisit(
        id, AssignVisit(visit: visit, technician: technician, start: start, replacing: order.technician))
    case 4: return .unassignVisit(id, UnassignVisit(replacing: order.technician))
    case 5:
      let move = MoveVisit(
        start: start, length: pick([nil, .minutes(30)]), replacingStart: order.openVisit?.start,
        replacingTechnician: order.technician)
      return .moveVisit(id, move)
    case 6: return .acceptVisit(id, AcceptVisit())
    case 7: return .declineVisit(id, DeclineVisit(reason: "too far"))
    case 8, 9: return .startTravel(id, StartTravel())
    case 10, 11: return .arriveOnSite(id, ArriveOnSite())
    case 12: return .holdWorkOrder(id, HoldWorkOrder(reason: pick(HoldReason.allCases), note: "waits"))
    case 13: return .releaseWorkOrder(id, ReleaseWorkOrder(visit: sample.newVisit()))
    case 14, 15: return .completeVisit(id, CompleteVisit(CompletionReport(did: "done", parts: ["BLT-22"])))
    case 16: return .reportNotDone(id, ReportNotDone(reason: "no key"))
    case 17: return .closeWorkOrder(id, CloseWorkOrder(resolution: pick([nil, "by phone"])))
    case 18:
      return .reopenWorkOrder(id, ReopenWorkOrder(reason: "again", visit: pick([nil, sample.newVisit()])))
    default: return command(on: order)
    }
  }

  /// A change of what the dispatcher sees of an order, or its end.
  mutating func command(on order: WorkOrder) -> Command {
    switch Int.random(in: 0..<9, using: &numbers) {
    case 8: return .pinVisit(order.id, PinVisit(pick([nil, .time, .both]), replacing: order.openVisit?.pin))
    case 0:
      let reason = Bool.random(using: &numbers) ? "says so" : nil
      return .setPriority(
        order.id, SetPriority(pick(Priority.allCases), reason: reason, replacing: order.priority))
    case 1:
      return .flagWorkOrder(
        order.id,
        FlagWorkOrder(Bool.random(using: &numbers), until: pick([nil, CivilDate(daysSinceEpoch: 20_790)])))
    case 2:
      return .claimWorkOrder(
        order.id, ClaimWorkOrder(Bool.random(using: &numbers), replacing: order.claim?.by))
    case 3: return .cancelWorkOrder(order.id, CancelWorkOrder(reason: .weather, words: ""))
    case 4: return .markDuplicate(order.id, MarkDuplicate(of: pick(orders)))
    case 5:
      let words = pick(["new words", "other words"])
      let change = FieldChange<WorkOrder.Field>(.summary, from: .plain(order.summary), to: .plain(words))
      return .editWorkOrder(order.id, EditWorkOrder([change]))
    case 6:
      let trade = FieldChange<WorkOrder.Field>(
        .trade, from: order.trade.map { .plain($0.name) }, to: .plain("doors"))
      return .triageWorkOrder(
        order.id, TriageWorkOrder(changes: pick([[], [trade]]), priority: pick([nil, .p2])))
    default: return .addNote(order.id, AddNote("a word"))
    }
  }

  private mutating func log() -> Command {
    let number = sample.newVisit().low
    let request = WorkRequest(
      id: WorkRequest.ID(number), words: "dead", urgency: pick(Urgency.allCases), source: .phone,
      receivedAt: sample.now - .minutes(.random(in: 0...90, using: &numbers)))
    var work = LoggedWork(
      id: WorkOrder.ID(number), number: sample.office.nextNumber, request: request,
      receivedAt: request.receivedAt,
      summary: "dead", priority: pick(Priority.allCases), priorityIsConfirmed: Bool.random(using: &numbers))
    work.site = pick([
      nil, SampleOffice.hospital, SampleOffice.store112, SampleOffice.mall, SampleOffice.brooklyn
    ])
    work.trade = pick([nil, Trade("hvac"), Trade("doors")])
    work.equipment = pick([nil, nil, SampleOffice.airHandler, SampleOffice.walkIn])
    return .logWorkOrder(LogWorkOrder(work))
  }

  /// A change of a technician, a place, a customer or the office.
  private mutating func record() -> Command {
    let technician = pick([SampleOffice.ana, SampleOffice.chen, SampleOffice.brandt, SampleOffice.evans])
    switch Int.random(in: 0..<9, using: &numbers) {
    case 0...3:
      return .setPresence(
        technician,
        SetPresence(pick(Presence.allCases), replacing: sample.office.technician(technician)?.presence))
    case 4:
      let from = sample.now + .minutes(.random(in: -60...200, using: &numbers))
      return .addAbsence(technician, AddAbsence(Absence(from: from, to: from + .hours(1), reason: "dentist")))
    case 5:
      let name = sample.office.site(SampleOffice.hospital)?.name ?? ""
      let change = FieldChange<Site.Field>(
        .name, from: .plain(name), to: .plain(pick(["Mercy", "Mercy Hosp"])))
      return .editSite(SampleOffice.hospital, EditSite([change]))
    case 6:
      let tier = sample.office.customer(SampleOffice.arcade)?.tier.rawValue ?? ""
      let change = FieldChange<Customer.Field>(
        .tier, from: .plain(tier), to: .plain(pick(Tier.allCases).rawValue))
      return .editCustomer(SampleOffice.arcade, EditCustomer([change]))
    case 7:
      let turn = OnCallTurn(
        technician: technician, trade: nil, from: sample.now, to: sample.now + .minutes(90))
      return .setOnCall(SetOnCall(turn))
    case 8: return .openDesk(OpenDesk())
    default:
      return .closeDay(CloseDay(due: sample.office.lastDayEnd(at: sample.now)))
    }
  }
}
