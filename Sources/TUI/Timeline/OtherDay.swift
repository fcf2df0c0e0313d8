import Domain

extension Office {
  /// The timeline's rows for another day than the board's, in the order of the board's.
  func lanes(on day: CivilDate, at now: Timestamp) -> [TimelineLane] {
    let index = scheduleIndex(at: now)
    let people = technicians.unordered.filter(\.isActive)
      .sorted { ($0.name.words, $0.id) < ($1.name.words, $1.id) }
    return people.map { technician in
      TimelineLane(
        id: technician.id, name: technician.name.words, working: workingRanges(of: technician, on: day),
        away: awayRanges(of: technician, on: day),
        bars: bars(of: schedule(of: technician, on: day, in: index)))
    }
  }

  private func bars(of stops: [ScheduleStop]) -> [TimelineBar] {
    var taken: Timestamp?
    return stops.map { stop in
      let order = order(stop.visit.order)
      defer { if stop.visit.isActive { taken = max(taken ?? stop.visit.range.end, stop.visit.range.end) } }
      return TimelineBar(
        id: stop.visit.id, order: stop.visit.order, number: stop.visit.number, priority: stop.visit.priority,
        trade: order?.trade, status: stop.visit.status, isHeld: order?.hold != nil && stop.visit.isActive,
        range: stop.visit.range,
        planned: stop.visit.status.isOver || stop.visit.status == .onSite ? stop.visit.planned : nil,
        overrun: nil, travel: stop.travel.span > .zero && !stop.travel.isGuess ? stop.travelRange : nil,
        isConflict: stop.visit.isActive && (taken.map { stop.visit.range.start < $0 } ?? false))
    }
  }
}
