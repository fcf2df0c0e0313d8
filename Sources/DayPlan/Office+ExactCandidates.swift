public import Domain
import Planner

extension Office {
  /// Who could take an order, the cheapest for the whole day first, exactly: the hour, what moves and what each
  /// term costs; for everybody else why not, from the plan as it is, by the rules as they are for a role.
  ///
  /// They are of the first day on which the order is to be done and somebody works; where nobody can then, whoever is
  /// free first within the week, as `candidates(for:at:)` finds them. Where that is only because the site is closed,
  /// and work would be late by then, those who could come today come first, with the warning.
  public func exactCandidates(
    for order: WorkOrder, at now: Timestamp, for role: Role? = nil, rules: PlanRules = .usual
  ) -> Candidates {
    let index = scheduleIndex(at: now)
    let plain = candidates(for: order, in: index, onCall: order.priority <= rules.onCallFor)
    let planned = plannedDay(day(for: order, at: now), index)
    func found(letIn: Bool) -> Candidates? {
      RunningDay(
        self, at: now, on: planned.day, rules: rules, taking: [order.id], rehoming: .orders([order.id]),
        for: role, letIn: letIn ? [order.id] : [], index: index)?.candidates(for: order, besides: plain)
    }
    guard let open = found(letIn: false) else { return plain }
    guard planned.isToday, isLate(order, waitingFor: open, at: now), let closed = found(letIn: true) else {
      return open
    }
    return open.after(closed.eligible.filter { $0.arrival < planned.end })
  }

  /// Whether work would be late when it is first done while its site is open, which is on no day that has begun.
  fileprivate func isLate(_ order: WorkOrder, waitingFor open: Candidates, at now: Timestamp) -> Bool {
    guard openRanges(for: order, from: now, days: 14) != nil else { return false }
    // What is left of today's hours may be too short for it.
    let first = open.eligible.map(\.arrival).min() ?? nextHours(for: order, after: now)?.start
    return isLate(order, beginningAt: first, at: now)
  }

  /// The same of work that begins then, on a later day.
  fileprivate func isLate(_ order: WorkOrder, beginningAt first: Timestamp?, at now: Timestamp) -> Bool {
    guard let first, today(at: now) < zone.date(at: first) else { return false }
    let length = order.openVisit?.estimate ?? order.estimate
    return beginnings(of: order, length: length, at: now).contains { $0.at < first }
  }

  /// When the site of an order lets people in next, within a fortnight; nil where it always does.
  fileprivate func nextHours(for order: WorkOrder, after now: Timestamp) -> TimeRange? {
    openRanges(for: order, from: now, days: 14)?.first { $0.start > now }
  }
}

extension RunningDay {
  /// The new work that a closed site alone keeps from being done today, and that would be late by waiting for it, as
  /// the exact list has it.
  var cannotWait: Set<WorkOrder.ID> {
    guard planned.isToday else { return [] }
    let orders = unheld.compactMap { piece -> WorkOrder.ID? in
      // Most can wait for the end of the site's next hours, which costs no ranking to know.
      guard pieces[piece].waitsForSite, let order = pieces[piece].order,
        office.isLate(order, beginningAt: office.nextHours(for: order, after: now)?.end, at: now),
        ground.suggest(piece, in: plan).places.isEmpty
      else { return nil }
      let plain = office.candidates(for: order, in: index, onCall: order.priority <= rules.onCallFor)
      let open = candidates(for: order, besides: plain)
      return office.isLate(order, waitingFor: open, at: now) ? order.id : nil
    }
    return Set(orders)
  }
}

extension Candidates {
  /// The same after others, each technician once.
  fileprivate func after(_ first: [Candidate]) -> Candidates {
    let chosen = Set(first.map(\.id))
    return Candidates(
      order: order, number: number, eligible: first + eligible.filter { !chosen.contains($0.id) },
      others: others.filter { !chosen.contains($0.id) })
  }
}
