import Domain

/// A piece of work to place, as the day knows it.
struct Piece: Sendable {
  /// Nil for a time when somebody is away, which takes room like a visit.
  let order: WorkOrder?
  /// Where such a time is spent, where that is not at home.
  var place: Coordinates?
  /// Who has it, among the day's crew; nobody for new work and for what has to find a new home.
  var holder: Int?
  /// When it stands, as planned.
  var start: Timestamp?
  var length: Span
  /// When it should begin at the latest, by its clocks and by what the customer was promised.
  var due: Timestamp?
  /// Clocks that run and are not missed yet, by the instant at which the work has to begin to meet them.
  var clocks: [Timestamp] = []
  /// Whether it may begin only while its site lets people in.
  var waitsForSite = false

  var number: Int { order?.number ?? 0 }
  /// Whether its hour is pinned.
  var isPinnedInTime: Bool { order?.openVisit?.pin?.holdsTime ?? false }
}

extension Office {
  /// When an order's clocks want the work to begin; what is missed already nobody can save.
  func beginnings(of order: WorkOrder, length: Span, at now: Timestamp) -> [(at: Timestamp, isMissed: Bool)] {
    let isAnswered = contract(of: order)?.response == .assigned
    return clocks(of: order, at: now).compactMap { clock in
      guard clock.isTicking else { return nil }
      switch clock.kind {
      case .response: return isAnswered ? nil : (clock.dueAt, clock.state == .breached)
      case .fix: return (clock.dueAt - length, clock.state == .breached)
      }
    }
  }

  /// Who has been at which site, by the running day's orders and the equipment's history: found in one walk.
  func visitorsBySite() -> [Site.ID: Set<Technician.ID>] {
    var visitors: [Site.ID: Set<Technician.ID>] = [:]
    orders.forEach { order in
      guard let site = order.site else { return }
      for visit in order.visits {
        for one in visit.assignments where one.onSiteAt != nil || one.status == .done {
          visitors[site, default: []].insert(one.technician)
        }
      }
    }
    equipment.forEach { equipment in
      guard let site = equipment.site else { return }
      for record in equipment.history {
        if let technician = record.technician { visitors[site, default: []].insert(technician) }
      }
    }
    return visitors
  }
}
