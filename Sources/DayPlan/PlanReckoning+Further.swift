import Domain

/// Further visits of orders, which no plan moves: where their technician is away, people are told who could do them.
extension PlanReckoning {
  /// Those that somebody who is away cannot do on the day.
  func furtherVisits(lostBy technician: Technician.ID) -> [PlanLeft] {
    guard let known = office.technician(technician) else { return [] }
    let isLater = planned.isToday && office.isAwayLater(technician, at: now)
    return index.visits(of: technician).filter { visit in
      guard visit.isFurther, visit.status.isAhead, planned.midnight <= visit.range.start,
        visit.range.start < planned.end
      else { return false }
      return !isLater || office.isKnownToBeAway(known, at: visit.range.start, asOf: now)
    }.compactMap(left)
  }

  private func left(_ visit: ScheduledVisit) -> PlanLeft? {
    guard let order = office.order(visit.order),
      let place = order.visits.firstIndex(where: { $0.id == visit.id })
    else { return nil }
    let free = office.technicians.inOrder.filter { one in
      one.isActive && one.id != visit.technician
        && office.brokenRules(
          order: order.facing(visit.id), technician: one, start: visit.range.start,
          length: visit.range.length, in: index, for: role, further: visit.id
        ).isEmpty
    }
    return PlanLeft(
      id: order.id, number: order.number,
      verdict: .further(visit: place + 1, at: visit.range.start, free: free.prefix(3).map(\.id)))
  }
}

extension PlanAnswer {
  /// The same with these beside what every way leaves.
  func leaving(_ further: [PlanLeft]) -> PlanAnswer {
    var answer = self
    for index in answer.options.indices { answer.options[index].left += further }
    return answer
  }
}
