import Domain
import Planner

/// Why somebody is left out of a list.
extension RunningDay {
  func noCandidate(
    _ technician: Technician, _ order: WorkOrder, _ reason: Reason?, _ plain: Candidates
  ) -> NoCandidate {
    let known = plain.others.first { $0.id == technician.id }
    let shiftDate = planned.isToday ? office.shiftDate(at: index.now) : planned.day
    let load = known?.loadPercent ?? office.loadPercent(of: technician, on: shiftDate, in: index)
    var reasons = known?.reasons ?? []
    var remedy: NoCandidate.Remedy?
    switch reason {
    case .full(let overtime, let moving):
      if let moving, let other = pieces[moving].order {
        remedy = .moving(other.number, other.priority)
      } else if let overtime {
        remedy = .overtime(.seconds(Int64(overtime)))
      }
    case .dearer(let cost, _): remedy = .dearer(.seconds(Int64(cost / rules.unitsASecond)))
    case .misfit, .partsUsed, .tooFar, .homeTooLate, .noLunch, nil: break
    }
    if let member = member(technician.id), !crew[member].answers(for: order, rules) {
      reasons = [office.onlyOnCall(technician, order, at: crew[member].free, for: role)]
    }
    if reasons.isEmpty { reasons = [noRoom(technician, order, reason)] }
    return NoCandidate(technician, loadPercent: load, reasons: reasons, remedy: remedy)
  }

  /// Nothing stands against the first gap, and yet the day does not hold it: the shift is what ends, or it does not
  /// begin today.
  private func noRoom(_ technician: Technician, _ order: WorkOrder, _ reason: Reason?) -> BrokenRule {
    let length = order.openVisit?.estimate ?? order.estimate
    let evidence: BrokenRule.Evidence
    if let member = member(technician.id) {
      let end = crew[member].shift.end
      var until = end + length
      if case .homeTooLate(let home, _) = reason { until = instant(home) }
      evidence = .overtime(until: until, shiftEnds: end)
    } else {
      evidence = .notWorking(
        .outsideShift, until: office.nextShift(of: technician, after: planned.from)?.start)
    }
    return BrokenRule(
      rule: evidence.rule, severity: office.limits.severity(of: evidence.rule, for: role),
      order: order.number,
      technician: technician.handle, evidence: evidence)
  }
}
