extension Office {
  /// The people of a ranking, each held against one hour: who breaks nothing there that blocks could come then, in the
  /// order of the ranking, and the others come with every rule that says why not.
  public func candidates(
    _ ranked: Candidates, at hour: TimeRange, for order: WorkOrder, role: Role?, now: Timestamp
  ) -> Candidates {
    let index = ScheduleIndex(self, at: now)
    let visitors = visitors(of: order)
    let (start, length) = (hour.start, hour.length)
    let day = zone.date(at: start)
    var eligible: [Candidate] = []
    var others: [NoCandidate] = []
    for id in ranked.eligible.map(\.id) + ranked.others.map(\.id) {
      guard let technician = technician(id) else { continue }
      let broken = brokenRules(
        order: order, technician: technician, start: start, length: length, in: index, for: role)
      if broken.contains(where: { $0.severity != .warn }) {
        let load = loadPercent(of: technician, on: shiftDate(at: start), in: index)
        others.append(NoCandidate(technician, loadPercent: load, reasons: broken))
        continue
      }
      let before = index.visits(of: id).last { $0.range.start <= start && $0.order != order.id }
      var candidate = Candidate(
        technician, range: hour,
        travel: travel(from: before?.place ?? technician.home, to: site(order.site)?.coordinates, at: start),
        from: before.map { .visit($0.number) } ?? (technician.home == nil ? .unknown : .home),
        skill: skill(of: technician, for: order, on: day),
        loads: loads(of: technician, taking: order, at: hour, in: index), facts: [],
        warnings: broken)
      if wishes(for: order).preferred.contains(id) { candidate.facts.append(.askedFor) }
      if let times = visitors[id] { candidate.facts.append(.hereBefore(times: times)) }
      candidate.facts.append(.nothingMoves)
      candidate.vendor = vendorTerms(of: technician, for: order, in: candidate.range)
      eligible.append(candidate)
    }
    return Candidates(order: order.id, number: order.number, eligible: eligible, others: others)
  }
}
