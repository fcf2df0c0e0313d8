/// Whose contract counts for whom, and in which hours: looked up once for many orders of one office.
struct ContractBook: Sendable {
  private let office: Office
  private let byTier: [Tier: Contract]
  private var byCustomer: [Customer.ID: Contract] = [:]
  private var calendars: [CalendarKey: WorkCalendar] = [:]

  private struct CalendarKey: Hashable {
    let contract: Contract.ID
    let zone: String?
  }

  init(_ office: Office) {
    self.office = office
    var byTier: [Tier: Contract] = [:]
    for contract in office.contracts.inOrder {
      if let tier = contract.tier, byTier[tier] == nil { byTier[tier] = contract }
    }
    self.byTier = byTier
  }

  /// The same contract that `office.contract(of:)` finds.
  mutating func contract(of order: borrowing WorkOrder) -> Contract? {
    contract(of: office.customer(order.customer) ?? office.customer(office.site(order.site)?.customer))
  }

  private mutating func contract(of customer: Customer?) -> Contract? {
    guard let customer else { return byTier[.standard] }
    if let known = byCustomer[customer.id] { return known }
    let found = office.ownContract(of: customer) ?? byTier[customer.tier]
    byCustomer[customer.id] = found
    return found
  }

  /// The calendar in which a level's targets are counted at a site.
  mutating func calendar(_ contract: Contract, _ level: ServiceLevel, site: Site?) -> WorkCalendar {
    if level.isRoundTheClock || contract.hours.isRoundTheClock { return .roundTheClock }
    let key = CalendarKey(contract: contract.id, zone: contract.timeZone ?? site?.timeZone)
    if let known = calendars[key] { return known }
    let calendar = WorkCalendar(hours: contract.hours, zone: office.zone(key.zone))
    calendars[key] = calendar
    return calendar
  }

  /// Both clocks of an order; none when nothing was promised for work like it.
  mutating func clocks(of order: borrowing WorkOrder) -> [ServiceClock] {
    let site = office.site(order.site)
    let customer = office.customer(order.customer) ?? office.customer(site?.customer)
    return clocks(of: order, at: site, for: customer)
  }

  /// The same where the order's site and customer have been looked up already. Those of closed work stay as they were
  /// stamped: another contract, or another level in it, is no promise that was made for it.
  mutating func clocks(
    of order: borrowing WorkOrder, at site: Site?, for customer: Customer?
  ) -> [ServiceClock] {
    let promised = promisedClocks(of: order, at: site, for: customer)
    guard case .closed(let record)? = order.ending?.kind, record.response != nil || record.fix != nil else {
      return promised
    }
    let start = order.receivedAt
    return [(ClockFace.Kind.response, record.response), (.fix, record.fix)].compactMap { kind, outcome in
      guard let outcome else { return nil }
      return promised.first { $0.kind == kind && $0.ended(as: outcome) }
        ?? ServiceClock(kind: kind, stamped: outcome, from: start)
    }
  }

  private mutating func promisedClocks(
    of order: borrowing WorkOrder, at site: Site?, for customer: Customer?
  ) -> [ServiceClock] {
    guard let contract = contract(of: customer),
      let level = contract.level(priority: order.promisedPriority, service: order.service)
    else { return [] }
    let calendar = calendar(contract, level, site: site)
    let response = PausableClock(
      start: order.receivedAt, target: level.response, calendar: calendar,
      pauses: order.pauses(of: .response, contract), stop: order.stop(of: .response, contract)?.at)
    let fix = PausableClock(
      start: order.receivedAt, target: level.fix, calendar: calendar,
      pauses: order.pauses(of: .fix, contract), stop: order.stop(of: .fix, contract)?.at)
    let percent = office.limits.atRiskPercent
    return [
      ServiceClock(
        kind: .response, clock: response, priority: order.promisedPriority, atRiskPercent: percent),
      ServiceClock(kind: .fix, clock: fix, priority: order.promisedPriority, atRiskPercent: percent)
    ]
  }
}

extension Office {
  /// The contract that a customer has of its own, or one of those it belongs to.
  func ownContract(of customer: Customer) -> Contract? {
    var holder: Customer? = customer
    var seen: Set<Customer.ID> = []
    while let one = holder, seen.insert(one.id).inserted {
      if let own = contract(one.contract) { return own }
      holder = self.customer(one.parent)
    }
    return nil
  }
}

extension WorkOrder {
  /// What stopped a clock under a contract, and when; nil while nothing has. Where the work did not, the end of the
  /// order does.
  func stop(of kind: ClockFace.Kind, _ contract: Contract) -> (by: ClockExplanation.Stop, at: Timestamp)? {
    let stopped: (ClockExplanation.Stop, Timestamp)? =
      switch kind {
      case .response: responded(contract.response)
      case .fix: doneAt.map { (.done, $0) }
      }
    return stopped ?? ending.map { (.ended, $0.at) }
  }

  /// The first step that the contract means by a response. Who has done work was there although his arrival was not
  /// reported, and has been whatever is still to be done: sent back, taken up again, or left to further visits.
  private func responded(_ meaning: ResponseMeaning) -> (ClockExplanation.Stop, Timestamp)? {
    if meaning == .assigned, let firstAssignedAt { return (.assigned, firstAssignedAt) }
    let ends = visits.lazy.flatMap(\.assignments).compactMap { $0.status == .done ? $0.endedAt : nil }
    let done = ends.min()
    if let firstOnSiteAt, firstOnSiteAt <= done ?? firstOnSiteAt { return (.onSite, firstOnSiteAt) }
    return done.map { (.done, $0) }
  }

  /// The holds, past and present, that stop a clock under a contract.
  func pauses(of kind: ClockFace.Kind, _ contract: Contract) -> [PausableClock.Pause] {
    if hold == nil, pastHolds.isEmpty { return [] }
    let stopped =
      pastHolds.map { ($0.hold, Timestamp?.some($0.releasedAt)) } + (hold.map { [($0, nil)] } ?? [])
    return stopped.filter { contract.stops(kind, $0.0.reason) }
      .map { PausableClock.Pause(start: $0.0.since, end: $0.1) }
  }
}

extension Contract {
  /// Whether a hold for this reason stops a clock.
  public func stops(_ kind: ClockFace.Kind, _ reason: HoldReason) -> Bool {
    guard let stopped = pauses[reason] else { return false }
    switch kind {
    case .response: return stopped.contains(.response)
    case .fix: return stopped.contains(.fix)
    }
  }
}
