public import Domain

/// Three things that people mix up and that are not the same: what the customer was promised, what we expect, and
/// what the contract demands. The last is told by the clocks.
extension Wording {
  /// `10:00`, `09:00–11:00`, `am 08:00–12:00`, `after hours 18:00–24:00`, `any time`.
  public func window(_ window: AppointmentWindow) -> String {
    guard let range = window.range else { return "any time" }
    let whole = self.range(range)
    switch window.kind {
    case .exact: return "\(time(range.start)) exactly"
    case .hours: return whole
    case .morning: return "am, \(whole)"
    case .afternoon: return "pm, \(whole)"
    case .afterHours: return "after hours, \(whole)"
    case .flexible: return "any time"
    }
  }

  /// The same as the customer reads the clock, where the site has another zone: ` (09:00–11:00 in America/New_York)`.
  func abroad(_ window: AppointmentWindow, at site: Site?) -> String {
    let zone = office.zone(site?.timeZone)
    guard let range = window.range, zone.name != office.zone.name else { return "" }
    let ends = [range.start, range.end].map { zone.clock(at: $0) }
    return " (\(window.kind == .exact ? ends[0] : ends.joined(separator: "–")) in \(zone.name))"
  }

  /// What the customer was promised and how the plan stands to it; nil when nothing was asked.
  public func promise(_ order: WorkOrder) -> String? {
    guard let promised = order.appointment else { return nil }
    let told = "customer was promised \(window(promised))\(abroad(promised, at: office.site(order.site)))"
    guard let range = promised.range, let visit = order.openVisit, let start = visit.start else {
      return told
    }
    let arrival = visit.activeAssignment?.onSiteAt ?? start
    let came = visit.activeAssignment?.onSiteAt == nil ? "planned" : "came"
    let verdict =
      arrival < range.start
      ? "\(TimeWords.length(range.start - arrival)) early"
      : arrival > range.end ? "\(TimeWords.length(arrival - range.end)) late" : "kept"
    return "\(told) · \(came) \(time(arrival)): \(verdict)"
  }

  /// The contract's promises that a visit at this time would come too late for, each by how much:
  /// `response 11:20 missed by 0:38`. What has been missed already nobody can save, so it is not told of anybody.
  public func missed(by visit: TimeRange, of order: WorkOrder) -> [String] {
    let isAnswered = office.contract(of: order)?.response == .assigned
    return office.clocks(of: order, at: now).compactMap { clock in
      guard clock.isTicking, clock.state != .breached else { return nil }
      let reached: Timestamp
      switch clock.kind {
      case .response:
        if isAnswered { return nil }
        reached = visit.start
      case .fix: reached = visit.end
      }
      guard reached > clock.dueAt else { return nil }
      let missed = TimeWords.lateness(reached - clock.dueAt)
      return "\(clock.kind.rawValue) \(time(clock.dueAt)) missed by \(missed)"
    }
  }

  /// The same for work that is put off to a day, each once for the order.
  func missed(_ order: WorkOrder, byPuttingOffTo day: CivilDate) -> [String] {
    let start = office.zone.startOfDay(day)
    return office.clocks(of: order, at: now).compactMap { clock in
      guard clock.isTicking, clock.state != .breached, clock.dueAt <= start else { return nil }
      return "\(clock.kind.rawValue) \(time(clock.dueAt))"
    }
  }

  /// `By that 20418 misses response 14:05; 20420 misses fix 17:00.`; nil where no clock does.
  func missed(byPuttingOff orders: [WorkOrder], to day: CivilDate) -> String? {
    let late = orders.compactMap { order -> String? in
      let missed = missed(order, byPuttingOffTo: day)
      return missed.isEmpty ? nil : "\(order.number) misses \(missed.joined(separator: " and "))"
    }
    guard !late.isEmpty else { return nil }
    let more = late.count > 6 ? "; \(late.count - 6) more miss a clock" : ""
    return "By that \(late.prefix(6).joined(separator: "; "))\(more)."
  }

  /// How long it is thought to take, how long it runs, and when it should be over.
  public func estimate(_ order: WorkOrder) -> String {
    guard let visit = order.openVisit else { return TimeWords.length(order.estimate) }
    let length = TimeWords.length(visit.estimate)
    // Held work stands still: nobody knows yet when it is over.
    if order.hold != nil { return length }
    if let begun = visit.activeAssignment?.onSiteAt {
      let end = begun + visit.estimate
      let over = now > end ? ", \(TimeWords.length(now - end)) over" : ", done about \(time(end))"
      return "\(length), running \(TimeWords.length(now - begun))\(over)"
    }
    return visit.end.map { "\(length), done about \(time($0))" } ?? length
  }

  /// What is pinned of the open visit, and by whom: somebody, or the promise.
  public func pins(_ order: WorkOrder) -> String? {
    let pin = order.effectivePin
    guard order.openVisit != nil else { return nil }
    if pin == .nothing { return order.openVisit?.pin == .nothing ? "nothing, as somebody said" : nil }
    let isPromised = pin.holdsTime && !(order.openVisit?.pin?.holdsTime ?? false)
    return Wording.pin(pin) + (isPromised ? ", the time by the promise" : "")
  }

  /// How a visit went beside its plan; nil before it has begun.
  public func actual(_ visit: Visit) -> String? {
    guard let assignment = visit.assignment, let begun = assignment.onSiteAt else { return nil }
    var parts = ["began \(time(begun))"]
    if let start = visit.start {
      let late = begun - start
      if late.seconds >= 60 { parts[0] += ", \(TimeWords.length(late)) late" }
      if late.seconds <= -60 { parts[0] += ", \(TimeWords.length(.zero - late)) early" }
    }
    let end = assignment.endedAt ?? now
    let took = end - begun
    let verb = assignment.endedAt == nil ? "running" : "took"
    var length = "\(verb) \(TimeWords.length(took)) of \(TimeWords.length(visit.estimate))"
    if took - visit.estimate >= .minutes(1) { length += ", \(TimeWords.length(took - visit.estimate)) over" }
    parts.append(length)
    return parts.joined(separator: " · ")
  }
}
