import Domain

extension Wording {
  /// What a list says when it is empty: that it is, whether that is good, and what is next.
  public func empty(_ kind: ListKind, isFiltered: Bool = false, of total: Int = 0) -> String {
    if isFiltered { return "0 of \(total) match." }
    switch kind {
    case .queue:
      if office.orders.isEmpty {
        return "No open orders. \(call(LogVerb.name)) logs a call, \(call(ImportVerb.name)) reads a file."
      }
      return "Nothing unassigned.\(nextPromise)"
    case .alerts: return "No alerts.\(nextClock)"
    case .workOrders: return "No open orders. \(call(LogVerb.name)) logs a call."
    case .technicians, .timeline: return "No technicians yet. \(call(TechnicianAddVerb.name)) takes one on."
    case .customers: return "No customers yet. \(call(CustomerAddVerb.name)) adds one."
    case .sites: return "No sites yet. \(call(SiteAddVerb.name)) adds one."
    case .equipment: return "No equipment yet. \(call(EquipmentAddVerb.name)) adds one."
    case .people: return "Nobody yet. \(call(PersonAddVerb.name)) adds somebody."
    case .contracts: return "No contracts yet. \(call(ContractAddVerb.name)) adds one."
    case .drafts: return "No drafts: every form was saved or left empty."
    case .rules: return "No rules."
    case .sendingRules:
      return "No rules on who is sent. \(call(SendingRuleSetVerb.name)) makes one."
    case .holds: return "Nothing is on hold."
    case .followUps: return "Nothing is flagged for follow-up."
    case .review: return "No done work awaits review."
    case .consoles: return "Nobody is at a console."
    case .conflicts: return "No conflicts: the office accepted all that its consoles did."
    }
  }

  /// The next visit that somebody has: ` Next promised: 20417, 13:00, Ruiz.`
  private var nextPromise: String {
    var best: (start: Timestamp, order: WorkOrder)?
    for order in office.orders.inOrder where !order.isEnded {
      guard let start = order.openVisit?.start, order.technician != nil, start >= now else { continue }
      if best.map({ start < $0.start }) ?? true { best = (start, order) }
    }
    return best.map {
      " Next promised: \($0.order.number), \(time($0.start)), \(technician($0.order.technician))."
    } ?? ""
  }

  /// The clock that falls due next: ` The next clock to watch: 20421, respond by 11:38.`
  private var nextClock: String {
    var best: (clock: ClockFace, order: WorkOrder)?
    for order in office.orders.inOrder where !order.isEnded {
      for clock in office.clocks(of: order, at: now) where clock.isTicking {
        if best.map({ clock.dueAt < $0.clock.dueAt }) ?? true { best = (clock, order) }
      }
    }
    guard let best else { return "" }
    let act = best.clock.kind == .response ? "respond" : "fix"
    return " The next clock to watch: \(best.order.number), \(act) by \(time(best.clock.dueAt))."
  }
}
